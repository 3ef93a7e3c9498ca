import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { sealBlob } from '#renderer/journal/sealing.ts';
import { parseKeyring, unlockVault } from '#renderer/journal/vault.ts';
import { expectAccessible } from '../support/axe.ts';
import { BackupBook } from '../support/backupBook.ts';
import { begun, test } from '../support/launch.ts';
import { hillPng } from '../support/png.ts';
import type { Stringwalk } from '../support/stringwalk.ts';
import { seededRandom } from '../unit/support/replicas.ts';
import { BackupsPage, RestoreDoor } from './pages/backups.ts';
import { Photos } from './pages/photos.ts';
import { Sessions } from './pages/sessions.ts';

/** Long work that somebody stops: it ends, nothing half is left, and it can be done again. */

const half = 'First half';
const stopped = 'Stopped. Nothing was added, and nothing is lost.';

const stop = ({ page }: Stringwalk): Locator =>
  page.getByRole('main').getByRole('button', { name: 'Stop', exact: true });
const working = ({ page }: Stringwalk, label: string): Locator =>
  page.getByRole('progressbar', { name: label });
const inData = ({ dataFolder }: Stringwalk, folder: string) =>
  readdir(join(dataFolder, folder)).catch(() => []);
const photosOf = (stringwalk: Stringwalk) => inData(stringwalk, 'journal/attachments');

async function addPhoto({ page }: Stringwalk): Promise<void> {
  const sessions = new Sessions(page);
  await sessions.create({ title: 'Along the river' });
  await sessions.write(half, 'Tom', 'A kingfisher went by, twice.');
  const photos = new Photos(page, sessions.notes(half, 'Tom'), 'Notes by Tom');
  await photos.add({ name: 'hill.png', mimeType: 'image/png', buffer: hillPng(300, 200) });
  await expect(photos.shown).toHaveCount(1);
  await sessions.saved();
}

/** Files as large as photos are, sealed as photos are: a backup of them takes its time. */
async function fillWithPhotos(stringwalk: Stringwalk, count: number, bytes: number): Promise<void> {
  const folder = join(stringwalk.dataFolder, 'journal');
  const keyring = parseKeyring(await readFile(join(folder, 'slots', 'open.txt'), 'utf8'));
  if (!keyring) throw new Error('The slot holds no keyring');
  const vault = await unlockVault(keyring);
  const random = seededRandom('photos');
  await mkdir(join(folder, 'attachments'), { recursive: true });
  for (let n = 0; n < count; n += 1) {
    const id = n.toString(16).padStart(32, '0');
    const place = { store: 'attachments', id } as const;
    const sealed = await sealBlob(new Uint8Array(bytes).fill(n), place, vault, random);
    await writeFile(join(folder, 'attachments', id), sealed);
  }
}

begun(
  'a backup that is stopped while it is read back stays, and is read back later',
  async ({ stringwalk, page }) => {
    await page.clock.install();
    await page.reload();
    const backups = new BackupsPage(stringwalk);
    await backups.goTo();
    const written = await stringwalk.hold('noteBackup');
    await backups.button('Back up now').click();
    await written.asked();
    await stop(stringwalk).click();
    await written.release();
    await expect(
      page.getByText('reading it back was stopped. It stays, and is read back later.'),
    ).toBeVisible();
    await expect(backups.lines).toHaveCount(1);
    const readBack = backups.lines.first().getByRole('button', { name: /read it back/ });
    await expect(readBack).toHaveText('Not yet: read it back');
    await expectAccessible(page);

    // Asked for by hand and stopped again: that says nothing against it.
    const reading = await stringwalk.hold('openBackupPort');
    await readBack.click();
    await reading.asked();
    await expect(working(stringwalk, 'Reading it back to its last word')).toBeVisible();
    await stop(stringwalk).click();
    await expect(working(stringwalk, 'Reading it back to its last word')).toBeHidden();
    await reading.release();
    await expect(readBack).toBeEnabled();
    await expect(page.getByText('it is damaged, or another journal’s')).toBeHidden();

    // The next look finishes it, instead of making another one of the same.
    await page.clock.fastForward('00:06:00');
    await expect(backups.lines.first().getByRole('cell', { name: 'Whole' })).toBeVisible();
    await expect(backups.lines).toHaveCount(1);
  },
);

begun(
  'a copy to the second folder that is stopped leaves nothing there, and the backup stands',
  async ({ stringwalk, page, folder }) => {
    test.setTimeout(120_000);
    await fillWithPhotos(stringwalk, 50, 4_000_000);
    const stick = join(folder, 'stick');
    await mkdir(stick);
    await stringwalk.openFrom(stick);
    const backups = new BackupsPage(stringwalk);
    await backups.goTo();
    await backups.button('Choose a second folder').click();
    await expect(working(stringwalk, 'Copying it to the second folder')).toBeVisible({ timeout: 60_000 });
    await stop(stringwalk).click();
    // A copy that went on to its end would never say so.
    await expect(page.getByText('Copying it to the second folder was stopped')).toBeVisible();
    await expect(backups.lines.first().getByRole('cell', { name: 'Whole' })).toBeVisible();
    await expect(backups.lines.first()).toContainText('This computer');
    const [place = ''] = await readdir(stick);
    expect((await readdir(join(stick, place))).filter((name) => name.startsWith('stringwalk-'))).toEqual([]);

    await rm(join(stringwalk.dataFolder, 'journal', 'attachments'), { recursive: true });
    await backups.button('Back up now').click();
    await expect(backups.lines.first()).toContainText('Both folders');
  },
);

begun(
  'a restore into the journal that is stopped brings nothing, and can be asked for again',
  async ({ stringwalk, page }) => {
    test.setTimeout(60_000);
    await addPhoto(stringwalk);
    const backups = new BackupsPage(stringwalk);
    await backups.goTo();
    await backups.backUpNow();
    const photos = await photosOf(stringwalk);
    await rm(join(stringwalk.dataFolder, 'journal', 'attachments', photos[0] ?? ''));

    const writing = await stringwalk.hold('writeAttachment');
    await backups.read(backups.lines.first());
    await expect(backups.whatComesBack.getByRole('listitem')).toHaveText(['1 photo']);
    await backups.button('Bring it back into this journal').click();
    await writing.asked();
    await expect(working(stringwalk, 'Bringing it back')).toBeVisible();
    await stop(stringwalk).click();
    await writing.release();
    await expect(page.getByText(stopped)).toBeVisible();
    expect(await photosOf(stringwalk)).toEqual([]);

    await backups.button('Done').click();
    await backups.read(backups.lines.first());
    await backups.bringBack();
    expect(await photosOf(stringwalk)).toEqual(photos);
  },
);

begun(
  'a journal of its own that is stopped half-way leaves its folder empty, and can be begun again',
  async ({ stringwalk, page, folder }) => {
    test.setTimeout(60_000);
    await addPhoto(stringwalk);
    const backups = new BackupsPage(stringwalk);
    await backups.goTo();
    await backups.backUpNow();
    const beside = join(folder, 'beside');
    await mkdir(beside);
    await stringwalk.openFrom(beside);
    const writing = await stringwalk.hold('writeSeparateAttachment');
    await backups.read(backups.lines.first());
    await backups.button('Open it as a journal of its own').click();
    await writing.asked();
    await stop(stringwalk).click();
    await writing.release();
    await expect(page.getByText(stopped)).toBeVisible();
    await expect.poll(() => readdir(beside)).toEqual([]);

    await backups.button('Done').click();
    await backups.read(backups.lines.first());
    await backups.button('Open it as a journal of its own').click();
    await expect(page.getByText('It is a journal of its own now.')).toBeVisible();
    expect(await readdir(beside)).toEqual(['journal']);
  },
);

test('a journal that was coming back to a new computer and is stopped leaves the computer new', async ({
  launch,
  folder,
}) => {
  test.setTimeout(90_000);
  const { recovery, file } = await (await BackupBook.write()).backUpForPaper();
  const backup = join(folder, 'stringwalk-2026-11-22T10-00-00.age');
  await writeFile(backup, file);
  const fresh = await launch();
  const door = new RestoreDoor(fresh);
  const open = async () => {
    await door.open('Recovery key', recovery);
    await fresh.page.getByLabel('New passphrase', { exact: true }).fill('lantern otter seven plaid');
    await fresh.page.getByLabel('New passphrase again').fill('lantern otter seven plaid');
  };
  await door.choose(backup);
  await open();
  const writing = await fresh.hold('writeAttachment');
  await fresh.page.getByRole('button', { name: 'Bring this journal back' }).click();
  await writing.asked();
  await stop(fresh).click();
  await writing.release();
  await expect(fresh.page.getByText(stopped)).toBeVisible();
  await expectAccessible(fresh.page);
  expect(await photosOf(fresh)).toEqual([]);
  expect(await inData(fresh, 'journal/slots')).toEqual([]);

  // Once the words are on their way it is too late, and said to be.
  await fresh.page.getByRole('button', { name: 'Choose another backup' }).click();
  await open();
  const last = await fresh.hold('appendRows');
  await fresh.page.getByRole('button', { name: 'Bring this journal back' }).click();
  await last.asked();
  await expect(
    fresh.page.getByText('The last step: it takes a moment, and cannot be stopped.'),
  ).toBeVisible();
  await expect(stop(fresh)).toBeDisabled();
  await expectAccessible(fresh.page);
  await last.release();
  await fresh.page.getByRole('navigation', { name: 'Journal' }).waitFor();
  await expect(fresh.page.getByText('In the rain').first()).toBeVisible();
  expect(await photosOf(fresh)).toHaveLength(2);
});

test('where only the pages are gone, a stop leaves the keys that lie there as they were', async ({
  launch,
  folder,
}) => {
  test.setTimeout(120_000);
  const { recovery, file } = await (await BackupBook.write()).backUpForPaper();
  const backup = join(folder, 'stringwalk-2026-11-22T10-00-00.age');
  await writeFile(backup, file);
  const stringwalk = await launch();
  const door = new RestoreDoor(stringwalk);
  const openAs = async (passphrase: string) => {
    await door.open('Recovery key', recovery);
    await stringwalk.page.getByLabel('New passphrase', { exact: true }).fill(passphrase);
    await stringwalk.page.getByLabel('New passphrase again').fill(passphrase);
  };
  await door.choose(backup);
  await openAs('lantern otter seven plaid');
  await door.bringBack();
  await stringwalk.close();
  for (const gone of ['IndexedDB', 'journal/log', 'journal/attachments']) {
    await rm(join(stringwalk.dataFolder, gone), { recursive: true });
  }
  const slot = join(stringwalk.dataFolder, 'journal/slots/passphrase.age');
  const before = await readFile(slot);

  await stringwalk.start();
  await door.choose(backup);
  await door.openWith('The recovery key');
  await openAs('pebble kestrel under oak');
  const writing = await stringwalk.hold('writeAttachment');
  await stringwalk.page.getByRole('button', { name: 'Bring this journal back' }).click();
  await writing.asked();
  await stop(stringwalk).click();
  await writing.release();
  await expect(stringwalk.page.getByText(stopped)).toBeVisible();
  expect(await readFile(slot)).toEqual(before);
  expect(await photosOf(stringwalk)).toEqual([]);

  await stringwalk.page.getByRole('button', { name: 'Choose another backup' }).click();
  await door.openWith('The recovery key');
  await openAs('pebble kestrel under oak');
  await door.bringBack();
  expect(await photosOf(stringwalk)).toHaveLength(2);
  await stringwalk.restart();
  await stringwalk.page.getByLabel('Passphrase', { exact: true }).fill('pebble kestrel under oak');
  await stringwalk.page.getByRole('button', { name: 'Unlock' }).click();
  await expect(stringwalk.page.getByText('In the rain').first()).toBeVisible();
});
