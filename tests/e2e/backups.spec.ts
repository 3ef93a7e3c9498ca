import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { Decrypter, generateX25519Identity } from 'age-encryption';
import { unzipSync } from 'fflate';
import { expectAccessible } from '../support/axe.ts';
import { BackupBook } from '../support/backupBook.ts';
import { begun, test } from '../support/launch.ts';
import { passphrase } from '../support/prepared.ts';
import { missingPrograms, testZip, unzipMember } from '../support/sharePrograms.ts';
import type { Stringwalk } from '../support/stringwalk.ts';
import { BackupsPage, RestoreDoor } from './pages/backups.ts';
import { Settings } from './pages/settings.ts';

const run = promisify(execFile);
const words = 'The heron stood still until we had gone by.';

begun(
  'A backup is made, read back, and opens with age and unzip alone',
  async ({ stringwalk, page, folder }) => {
    // biome-ignore lint/suspicious/noSkippedTests: the second opinion needs programs that not every machine has.
    test.skip(missingPrograms().length > 0, 'age and unzip are not here');
    await writeNote(stringwalk);
    const backups = new BackupsPage(stringwalk);
    await backups.goTo();
    await backups.backUpNow();
    await expect(backups.lines.first()).toContainText('4 entries');
    await expectAccessible(page);

    const [name = ''] = await backupsIn(join(stringwalk.dataFolder, 'backups'));
    const zip = join(folder, 'backup.zip');
    const key = join(stringwalk.dataFolder, 'journal/slots/open.txt');
    await run('age', ['-d', '-i', key, '-o', zip, join(stringwalk.dataFolder, 'backups', name)]);
    expect(await testZip(zip)).toContain('No errors detected');
    expect(await unzipMember(zip, 'journal.md')).toContain(words);
  },
);

begun(
  'The first backup of a day is made by itself, and the next when an hour has gone by',
  async ({ stringwalk, page }) => {
    await page.clock.install();
    await page.reload();
    await page.getByRole('navigation', { name: 'Journal' }).waitFor();
    await page.clock.fastForward('00:30');
    const backups = new BackupsPage(stringwalk);
    await backups.goTo();
    await expect(backups.lines).toHaveCount(1);
    await expect(backups.lines.first().getByRole('cell', { name: 'Whole' })).toBeVisible();

    // Nothing was written: another hour brings no other backup; a note does.
    await page.clock.fastForward('01:10:00');
    await page.getByRole('navigation', { name: 'Journal' }).getByRole('link', { name: 'Today' }).click();
    await writeNote(stringwalk);
    await backups.goTo();
    await expect(backups.lines).toHaveCount(1);
    await page.clock.fastForward('00:06:00');
    await expect(backups.lines).toHaveCount(2);
  },
);

begun(
  'A second folder gets a copy of each backup, and a backup of what is all here says so',
  async ({ stringwalk, page, folder }) => {
    const backups = new BackupsPage(stringwalk);
    const second = join(folder, 'stick');
    await mkdir(second);
    await writeNote(stringwalk);
    await backups.goTo();
    await stringwalk.openFrom(second);
    await backups.button('Choose a second folder').click();
    await expect(backups.lines.first()).toContainText('Both folders');
    const [place = ''] = await readdir(second);
    expect(await backupsIn(join(second, place))).toHaveLength(1);

    // Everything is here: nothing would come back.
    await backups.lines
      .first()
      .getByRole('button', { name: /^Restore/ })
      .click();
    await expect(page.getByText('Everything in it is in your journal already.')).toBeVisible();
    await expectAccessible(page);
  },
);

begun('A journal comes back on a new computer, with its passphrase', async ({ launch, stringwalk, page }) => {
  test.setTimeout(90_000);
  await writeNote(stringwalk);
  const settings = new Settings(page);
  await settings.open();
  await settings.chooseFirstPassphrase(passphrase);
  const backups = new BackupsPage(stringwalk);
  await backups.goTo();
  await backups.backUpNow();
  const own = join(stringwalk.dataFolder, 'backups');
  const [name = ''] = await backupsIn(own);

  const other = await launch();
  const door = new RestoreDoor(other);
  await door.choose(join(own, name));
  await door.open('Passphrase', 'not the passphrase');
  await expect(other.page.getByText('That is not the passphrase of this backup')).toBeVisible();
  await door.open('Passphrase', passphrase);
  await expect(door.whatComesBack).toContainText('1 note');
  await expectAccessible(other.page);
  await door.bringBack();
  await expect(other.page.getByText(words)).toBeVisible();
  await other.restart();
  await other.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await other.page.getByRole('button', { name: 'Unlock' }).click();
  await expect(other.page.getByText(words)).toBeVisible();
});

begun('A journal comes back where its pages were lost, by a backup beside them', async ({ stringwalk }) => {
  await writeNote(stringwalk);
  const backups = new BackupsPage(stringwalk);
  await backups.goTo();
  await backups.backUpNow();
  await stringwalk.close();
  await rm(join(stringwalk.dataFolder, 'IndexedDB'), { recursive: true });
  await rm(join(stringwalk.dataFolder, 'journal/log'), { recursive: true });
  await stringwalk.start();

  const lost = stringwalk.page;
  await expect(lost.getByRole('heading', { name: 'Part of this journal is missing' })).toBeVisible();
  await expectAccessible(lost);
  const own = join(stringwalk.dataFolder, 'backups');
  const [name = ''] = await backupsIn(own);
  const door = new RestoreDoor(stringwalk);
  await door.choose(join(own, name));
  await expect(door.whatComesBack).toContainText('1 note');
  await door.bringBack();
  await expect(lost.getByText(words)).toBeVisible();
  await stringwalk.restart();
  await expect(stringwalk.page.getByText(words)).toBeVisible();
});

test('A journal comes back on a new computer with nothing but a backup and the recovery key', async ({
  launch,
  folder,
}) => {
  test.setTimeout(90_000);
  // As another computer made it: only the file and the key are left of that.
  const { recovery, file } = await (await BackupBook.write()).backUpForPaper();
  const backup = join(folder, 'stringwalk-2026-11-22T10-00-00.age');
  await writeFile(backup, file);

  const fresh = await launch();
  const door = new RestoreDoor(fresh);
  await door.choose(backup);
  await expectAccessible(fresh.page);
  await door.open('Recovery key', `${recovery.slice(0, -1)}${recovery.endsWith('Q') ? 'P' : 'Q'}`);
  await expect(fresh.page.getByText('is not whole, or has a slip in it')).toBeVisible();
  await door.open('Recovery key', await generateX25519Identity());
  await expect(fresh.page.getByText('it does not open this backup')).toBeVisible();
  await door.open('Recovery key', recovery);
  await expect(door.whatComesBack).toContainText('1 timeline');
  await fresh.page.getByLabel('New passphrase', { exact: true }).fill(passphrase);
  await fresh.page.getByLabel('New passphrase again').fill(passphrase);
  await door.bringBack();
  expect(await readdir(join(fresh.dataFolder, 'journal/slots'))).toEqual([
    'passphrase.age',
    'recovery.age',
    'recovery.bin',
  ]);
  expect(await readdir(join(fresh.dataFolder, 'journal/attachments'))).toHaveLength(2);

  // What is backed up from here on opens with the recovery key again.
  const backups = new BackupsPage(fresh);
  await backups.goTo();
  await backups.backUpNow();
  const [made = ''] = await backupsIn(join(fresh.dataFolder, 'backups'));
  const decrypter = new Decrypter();
  decrypter.addIdentity(recovery);
  const zip = await decrypter.decrypt(
    new Uint8Array(await readFile(join(fresh.dataFolder, 'backups', made))),
  );
  expect(Object.keys(unzipSync(zip))).toContain('revisions/0001.ndjson');
});

begun(
  'A backup opens as a journal of its own, and the two do not mix',
  async ({ launch, stringwalk, page, folder }) => {
    test.setTimeout(90_000);
    await writeNote(stringwalk);
    const backups = new BackupsPage(stringwalk);
    await backups.goTo();
    await backups.backUpNow();
    await backups.lines
      .first()
      .getByRole('button', { name: /^Restore/ })
      .click();

    await stringwalk.openFrom(stringwalk.dataFolder);
    const separate = page.getByRole('button', { name: 'Open it as a journal of its own' });
    await separate.click();
    await expect(page.getByText('That folder is not empty')).toBeVisible();
    const beside = join(folder, 'beside');
    await mkdir(beside);
    await stringwalk.openFrom(beside);
    await separate.click();
    await expect(page.getByText('It is a journal of its own now.')).toBeVisible();
    expect(await readdir(beside)).toEqual(['journal']);

    await page.getByRole('button', { name: 'Open it now' }).click();
    await expect(page.getByText('It opens in a window of its own.')).toBeVisible();
    await expect.poll(() => holderOf(beside)).toBeDefined();
    const own = (await holderOf(beside)) ?? 0;
    expect(own).not.toBe(stringwalk.app.process().pid);
    // It has shown its journal once it says which version has read it.
    await expect.poll(() => readdir(join(beside, 'journal'))).toContain('marker.json');
    process.kill(own);
    await expect.poll(() => holderOf(beside)).toBeUndefined();

    const other = await launch({ dataFolder: beside });
    await expect(other.page.getByText(words)).toBeVisible();
    await other.page.getByRole('textbox', { name: 'Quick note' }).fill('Written beside');
    await other.restart();
    await expect(other.page.getByText('Written beside')).toBeVisible();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('navigation', { name: 'Journal' }).getByRole('link', { name: 'Today' }).click();
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByText('Written beside')).toBeHidden();
  },
);

/** The process that has a data folder open. */
async function holderOf(dataFolder: string): Promise<number | undefined> {
  const lock = await readlink(join(dataFolder, 'SingletonLock')).catch(() => '');
  const pid = Number(lock.split('-').at(-1));
  return pid > 0 ? pid : undefined;
}

async function writeNote({ page }: Stringwalk): Promise<void> {
  await page.getByRole('textbox', { name: 'Quick note' }).fill(words);
}

async function backupsIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.age') && name.startsWith('stringwalk-'));
}
