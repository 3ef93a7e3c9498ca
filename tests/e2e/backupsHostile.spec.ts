import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Encrypter, identityToRecipient } from 'age-encryption';
import { backupFormat } from '#shared/share/backupManifest.ts';
import { ZipWriter } from '#shared/share/zipWriter.ts';
import { BackupBook, keyrings } from '../support/backupBook.ts';
import { begun, test } from '../support/launch.ts';
import { BackupsPage, RestoreDoor } from './pages/backups.ts';

/** Backups that are none, are damaged or another's, folders that vanish, and power cuts: a sentence, and nothing lost. */

begun(
  'A file that is no whole backup of this journal gets a sentence, and changes nothing',
  async ({ stringwalk, page, folder }) => {
    test.setTimeout(90_000);
    await page.getByRole('textbox', { name: 'Quick note' }).fill('The path was under water.');
    const backups = new BackupsPage(stringwalk);
    await backups.goTo();
    await backups.backUpNow();
    const own = join(stringwalk.dataFolder, 'backups');
    const [name = ''] = (await readdir(own)).filter((each) => each.startsWith('stringwalk-'));
    const whole = await readFile(join(own, name));
    const flipped = Buffer.from(whole);
    flipped[whole.length - 40] = (flipped[whole.length - 40] ?? 0) ^ 1;
    const theirs = (await (await BackupBook.write(keyrings.another)).backUp()).file;
    const huge = join(folder, 'huge.age');
    await writeFile(huge, whole.subarray(0, 1000));
    await truncate(huge, 3 * 1024 ** 3);
    const key = await readFile(join(stringwalk.dataFolder, 'journal/slots/open.txt'), 'utf8');
    const newer = await ofANewerStringwalk(key.trim());

    const given: readonly (readonly [name: string, bytes: Uint8Array | undefined, sentence: string])[] = [
      ['empty.age', new Uint8Array(), 'This file is empty.'],
      ['huge.age', undefined, 'This backup is damaged'],
      ['zeros.age', new Uint8Array(4096), 'This file is not a backup from Stringwalk.'],
      [
        'newer.age',
        newer,
        'This backup was made by a newer Stringwalk (9.0.0). Update yours, then restore it.',
      ],
      ['letter.txt', Buffer.from('Dear Maya, '.repeat(40)), 'This file is not a backup from Stringwalk.'],
      ['cut.age', whole.subarray(0, whole.length - 100), 'This backup is damaged'],
      ['flipped.age', flipped, 'This backup is damaged'],
      ['theirs.age', theirs, 'This backup does not open with the key you have here.'],
    ];
    for (const [file, bytes, sentence] of given) {
      if (bytes) await writeFile(join(folder, file), bytes);
      await stringwalk.openFrom(join(folder, file));
      await backups.button('Restore a file').click();
      await expect(page.getByRole('alert').getByText(sentence), file).toBeVisible();
      await backups.button('Done').click();
    }
    await stringwalk.openFrom(join(own, name));
    await backups.button('Restore a file').click();
    await expect(page.getByText('Everything in it is in your journal already.')).toBeVisible();
  },
);

begun(
  'A backup that cannot be made by itself is told on Today, until one can',
  async ({ stringwalk, page }) => {
    // No folder of backups can be made where a file lies in its place.
    const taken = join(stringwalk.dataFolder, 'backups');
    await writeFile(taken, '');
    await page.clock.install();
    await page.reload();
    await page.getByRole('navigation', { name: 'Journal' }).waitFor();
    await page.clock.fastForward('00:30');
    const told = page.getByRole('alert').filter({ hasText: 'The backup could not be written to this disk.' });
    await expect(told).toBeVisible();

    await page.getByRole('button', { name: 'Look at backups' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Backups' })).toBeVisible();
    await expect(told).toBeVisible();
    await rm(taken);
    const backups = new BackupsPage(stringwalk);
    await backups.button('Back up now').click();
    await expect(backups.lines).toHaveCount(1);
    await page.getByRole('navigation', { name: 'Journal' }).getByRole('link', { name: 'Today' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Good');
    await expect(told).toBeHidden();
  },
);

begun(
  'A second folder that vanished is said, and the backup beside the journal is made all the same',
  async ({ stringwalk, page, folder }) => {
    const backups = new BackupsPage(stringwalk);
    await backups.goTo();
    const stick = join(folder, 'stick');
    await mkdir(stick);
    await stringwalk.openFrom(stick);
    await backups.button('Choose a second folder').click();
    await expect(backups.lines.first()).toContainText('Both folders');
    await rm(stick, { recursive: true });
    await backups.backUpNow();
    await expect(backups.lines).toHaveCount(2);
    await expect(backups.lines.first()).toContainText('This computer');
    await expect(page.getByText('This folder is not there just now.')).toBeVisible();

    await backups.button('Stop copying there').click();
    await expect(page.getByText('This folder is not there just now.')).toBeHidden();
    await expect(backups.button('Choose a second folder')).toBeVisible();
  },
);

test('A restore that a power cut ends leaves nothing half, and can be done again', async ({
  launch,
  folder,
}) => {
  test.setTimeout(120_000);
  const book = await BackupBook.write();
  const photos = 60;
  for (let photo = 0; photo < photos; photo += 1) await book.keep(new Uint8Array(1_000_000).fill(photo));
  const backup = join(folder, 'stringwalk-2026-11-22T10-00-00.age');
  const { recovery, file } = await book.backUpForPaper();
  await writeFile(backup, file);

  const fresh = await launch();
  const open = async () => {
    const door = new RestoreDoor(fresh);
    await door.choose(backup);
    await door.open('Recovery key', recovery);
    await fresh.page.getByLabel('New passphrase', { exact: true }).fill('lantern otter seven plaid');
    await fresh.page.getByLabel('New passphrase again').fill('lantern otter seven plaid');
    return door;
  };
  await open();
  await fresh.page.getByRole('button', { name: 'Bring this journal back' }).click();
  // The slots are there, the photos are on their way, and no page is.
  await expect
    .poll(() => photosIn(fresh.dataFolder), { intervals: [20], timeout: 30_000 })
    .toBeGreaterThan(2);
  await fresh.kill();
  await fresh.start();
  const door = await open();
  await door.bringBack();
  await expect(fresh.page.getByText('In the rain').first()).toBeVisible();
  expect(await photosIn(fresh.dataFolder)).toBe(2 + photos);

  // And all of it, sixty megabytes, goes into a backup again.
  const backups = new BackupsPage(fresh);
  await backups.goTo();
  await backups.backUpNow();
  await expect(backups.lines.first()).toContainText(`${2 + photos} photos`);
});

/** All that is read of one: how it begins. */
async function ofANewerStringwalk(key: string): Promise<Uint8Array> {
  const zip = new ZipWriter();
  const about = { what: 'stringwalk backup', format: backupFormat + 1, app: '9.0.0' };
  const member = zip.add('about.json', Buffer.from(JSON.stringify(about)));
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(key));
  return encrypter.encrypt(Buffer.concat([...member, zip.end()]));
}

async function photosIn(dataFolder: string): Promise<number> {
  const names = await readdir(join(dataFolder, 'journal/attachments')).catch(() => []);
  return names.filter((name) => !name.endsWith('.tmp')).length;
}
