import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { parseKeyring } from '#renderer/journal/vault.ts';
import { expectAccessible } from '../support/axe.ts';
import { BackupBook } from '../support/backupBook.ts';
import { beginJournal, openJournal } from '../support/begin.ts';
import { begun, test } from '../support/launch.ts';
import { begunJournal, lockedJournal, type PreparedJournal, passphrase } from '../support/prepared.ts';
import { quicken } from '../support/quickAge.ts';
import type { Stringwalk } from '../support/stringwalk.ts';
import { BackupsPage, RestoreDoor } from './pages/backups.ts';
import { tryPassphrase, unlockWith } from './pages/lock.ts';
import { Settings } from './pages/settings.ts';

/** A journal that does not open where it lies, and a backup of it: all of both is there afterwards, and nothing is deleted. */

const inBackup = 'Mist over the lower field.';
const since = 'It had lifted when we came back.';

const inFolder = ({ dataFolder }: Stringwalk, ...path: readonly string[]) => join(dataFolder, ...path);
const logOf = (stringwalk: Stringwalk) => inFolder(stringwalk, 'journal/log/rows.log');
const databaseOf = (stringwalk: Stringwalk) =>
  inFolder(stringwalk, 'IndexedDB/app_stringwalk_0.indexeddb.leveldb');

async function keepNote({ page }: Stringwalk, words: string): Promise<void> {
  const note = page.getByRole('textbox', { name: 'Quick note' });
  await note.fill(words);
  await page.getByRole('button', { name: 'Keep this note' }).click();
  await expect(note).toHaveValue('');
}

async function expectNotes({ page }: Stringwalk, ...notes: readonly string[]): Promise<void> {
  for (const words of notes) await expect(page.getByText(words)).toBeVisible();
}

/** Two notes: one is in the backup, the other came after it. */
const written = (isLocked: boolean): PreparedJournal => ({
  after: begunJournal,
  make: async (stringwalk) => {
    const { page } = stringwalk;
    await keepNote(stringwalk, inBackup);
    if (isLocked) {
      const settings = new Settings(page);
      await settings.open();
      await settings.chooseFirstPassphrase(passphrase);
    }
    const backups = new BackupsPage(stringwalk);
    await backups.goTo();
    await backups.backUpNow();
    await page.getByRole('navigation', { name: 'Journal' }).getByRole('link', { name: 'Today' }).click();
    await keepNote(stringwalk, since);
  },
  ...(isLocked ? { finish: (dataFolder) => quicken(dataFolder, passphrase) } : {}),
  open: isLocked ? lockedJournal.open : openJournal,
});
const openTest = test.extend({ startsOn: written(false), isClosed: true });
const lockedTest = test.extend({ startsOn: written(true), isClosed: true });

/** Somebody else's. */
const another: PreparedJournal = {
  make: async (stringwalk) => {
    await beginJournal(stringwalk.page, { me: 'Someone else' });
    await keepNote(stringwalk, 'Not Tom’s.');
  },
  open: openJournal,
};
const anothersTest = test.extend({ startsOn: another, isClosed: true });

/** The one there is. */
async function backupOf(stringwalk: Stringwalk): Promise<string> {
  const own = inFolder(stringwalk, 'backups');
  const [name = ''] = (await readdir(own)).filter((each) => each.startsWith('stringwalk-'));
  return join(own, name);
}

async function removeKeys(stringwalk: Stringwalk): Promise<void> {
  for (const place of ['slots', 'spare'])
    await rm(inFolder(stringwalk, 'journal', place), { recursive: true });
}

const asideIn = async (stringwalk: Stringwalk, pattern: RegExp) => {
  const names = (await readdir(inFolder(stringwalk, 'journal'))).filter((name) => pattern.test(name));
  return names.map((name) => inFolder(stringwalk, 'journal', name));
};

lockedTest(
  'keys that are gone come back with a backup, and the pages that lay here with them',
  async ({ stringwalk }) => {
    test.setTimeout(180_000);
    const backup = await backupOf(stringwalk);
    await removeKeys(stringwalk);

    await stringwalk.start();
    const { page } = stringwalk;
    await expect(page.getByRole('heading', { name: 'Part of this journal is missing' })).toBeVisible();
    await expectAccessible(page);
    const door = new RestoreDoor(stringwalk);
    await door.choose(backup);
    await door.open('Passphrase', passphrase);
    await expect(door.whatComesBack).toContainText('1 note');
    await expect(page.getByText('nothing is deleted')).toBeVisible();
    await expectAccessible(page);
    const allow = await stringwalk.refuse('writeSlot');
    await page.getByRole('button', { name: 'Bring this journal back' }).click();
    await expect(page.getByText('what lay here is still in the folder of this journal')).toBeVisible({
      timeout: 60_000,
    });
    await expect(page.getByText('Nothing was changed')).toBeHidden();
    await allow();
    await page.getByRole('button', { name: 'Choose another backup' }).click();
    await door.open('Passphrase', passphrase);
    await door.bringBack();
    await expectNotes(stringwalk, inBackup, since);
    await stringwalk.restart();
    await unlockWith(stringwalk.page, passphrase);
    await expectNotes(stringwalk, inBackup, since);
    expect(await asideIn(stringwalk, /database/)).toEqual([]);
  },
);

openTest(
  'a database that does not open is set aside, and its journal comes from the log and a backup',
  async ({ stringwalk }) => {
    test.setTimeout(120_000);
    const backup = await backupOf(stringwalk);
    const database = databaseOf(stringwalk);
    await writeFile(join(database, 'CURRENT'), 'MANIFEST-000101\n');
    const log = await readFile(logOf(stringwalk));
    // The first rows, which are in the backup; the note that came after it is whole.
    log[300] = (log[300] ?? 0) ^ 0x10;
    await writeFile(logOf(stringwalk), log);
    const lay = await filesOf(database);

    await stringwalk.start();
    const { page } = stringwalk;
    await expect(page.getByRole('heading', { name: 'The journal does not open just now' })).toBeVisible();
    await expectAccessible(page);
    const door = new RestoreDoor(stringwalk);
    await door.choose(backup);
    await expect(door.whatComesBack).toContainText('1 note');
    await door.bringBack();
    await expectNotes(stringwalk, inBackup, since);
    await stringwalk.restart();
    await expectNotes(stringwalk, inBackup, since);

    const [aside = ''] = await asideIn(stringwalk, /^aside-ours-database-\d+$/);
    expect(await filesOf(join(aside, 'IndexedDB/app_stringwalk_0.indexeddb.leveldb'))).toMatchObject(lay);
    const logs = (await readdir(inFolder(stringwalk, 'journal/log'))).filter((name) =>
      name.includes('.aside-'),
    );
    expect(await readFile(inFolder(stringwalk, 'journal/log', logs[0] ?? ''))).toEqual(log);
  },
);

lockedTest(
  'another journal’s pages, without their keys, make room for a backup and stay beside it',
  async ({ stringwalk, prepared }) => {
    test.setTimeout(120_000);
    const backup = await backupOf(stringwalk);
    await removeKeys(stringwalk);
    const other = await prepared(another);
    await rm(inFolder(stringwalk, 'IndexedDB'), { recursive: true });
    await cp(join(other, 'IndexedDB'), inFolder(stringwalk, 'IndexedDB'), { recursive: true });
    const theirs = await readFile(join(other, 'journal/log/rows.log'));
    await writeFile(logOf(stringwalk), theirs);

    await stringwalk.start();
    const door = new RestoreDoor(stringwalk);
    await door.choose(backup);
    await door.open('Passphrase', passphrase);
    await door.bringBack();
    await expectNotes(stringwalk, inBackup);
    await stringwalk.restart();
    await unlockWith(stringwalk.page, passphrase);
    await expectNotes(stringwalk, inBackup);
    expect(await asideIn(stringwalk, /^aside-foreign-database-\d+$/)).toHaveLength(1);
    const logs = (await readdir(inFolder(stringwalk, 'journal/log'))).filter((name) =>
      name.includes('.aside-'),
    );
    expect(await readFile(inFolder(stringwalk, 'journal/log', logs[0] ?? ''))).toEqual(theirs);
  },
);

lockedTest(
  'a right passphrase over the log of another journal is said to be right, and nothing is touched',
  async ({ stringwalk, prepared }) => {
    test.setTimeout(120_000);
    const theirs = await readFile(join(await prepared(another), 'journal/log/rows.log'));
    await rm(inFolder(stringwalk, 'IndexedDB'), { recursive: true });
    await writeFile(logOf(stringwalk), theirs);

    await stringwalk.start();
    const { page } = stringwalk;
    await tryPassphrase(page, passphrase);
    await expect(
      page.getByText('The passphrase is right, but the pages here are those of another'),
    ).toBeVisible({
      timeout: 30_000,
    });
    await expectAccessible(page);
    expect(await readFile(logOf(stringwalk))).toEqual(theirs);
  },
);

anothersTest(
  'bringing a journal back over another’s pages changes nothing where it is stopped',
  async ({ stringwalk, folder }) => {
    test.setTimeout(120_000);
    await removeKeys(stringwalk);
    const log = await readFile(logOf(stringwalk));
    const { recovery, file } = await (await BackupBook.write()).backUpForPaper();
    const backup = join(folder, 'stringwalk-2026-11-22T10-00-00.age');
    await writeFile(backup, file);

    await stringwalk.start();
    const { page } = stringwalk;
    const door = new RestoreDoor(stringwalk);
    const open = async () => {
      await door.open('Recovery key', recovery);
      await page.getByLabel('New passphrase', { exact: true }).fill(passphrase);
      await page.getByLabel('New passphrase again').fill(passphrase);
    };
    await door.choose(backup);
    await open();
    const writing = await stringwalk.hold('writeAttachment');
    await page.getByRole('button', { name: 'Bring this journal back' }).click();
    await writing.asked();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await writing.release();
    await expect(page.getByText('Stopped. Nothing was added, and nothing is lost.')).toBeVisible();
    expect(await readFile(logOf(stringwalk))).toEqual(log);
    expect(await asideIn(stringwalk, /aside/)).toEqual([]);
    for (const place of ['slots', 'attachments'])
      expect(await readdir(inFolder(stringwalk, 'journal', place)).catch(() => [])).toEqual([]);

    await page.getByRole('button', { name: 'Choose another backup' }).click();
    await open();
    await door.bringBack();
    await expect(page.getByText('In the rain').first()).toBeVisible();
    expect(await readdir(inFolder(stringwalk, 'journal/attachments'))).toHaveLength(2);
    expect(await asideIn(stringwalk, /^aside-foreign-database-\d+$/)).toHaveLength(1);
  },
);

lockedTest(
  'a damaged key is replaced by that of a backup, and no stranger’s backup takes the place of a locked journal',
  async ({ stringwalk, folder }) => {
    test.setTimeout(120_000);
    const backup = await backupOf(stringwalk);
    for (const place of ['slots', 'spare']) {
      await writeFile(
        inFolder(stringwalk, 'journal', place, 'passphrase.age'),
        'age-encryption.org/v1\nsomething',
      );
      await rm(inFolder(stringwalk, 'journal', place, 'recovery.age'), { force: true });
    }
    const { recovery, file } = await (await BackupBook.write()).backUpForPaper();
    const stranger = join(folder, 'stringwalk-2026-11-22T10-00-00.age');
    await writeFile(stranger, file);
    const log = await readFile(logOf(stringwalk));

    await stringwalk.start();
    const { page } = stringwalk;
    await page.getByRole('button', { name: 'Forgot passphrase?' }).click();
    await expectAccessible(page);
    const door = new RestoreDoor(stringwalk);
    await door.choose(stranger);
    await door.open('Recovery key', recovery);
    await page.getByLabel('New passphrase', { exact: true }).fill(passphrase);
    await page.getByLabel('New passphrase again').fill(passphrase);
    await page.getByRole('button', { name: 'Bring this journal back' }).click();
    await expect(page.getByText('do not open with the keys of this backup')).toBeVisible();
    expect(await readFile(logOf(stringwalk))).toEqual(log);
    expect(await asideIn(stringwalk, /aside/)).toEqual([]);

    await stringwalk.openFrom(backup);
    await page.getByRole('button', { name: 'Choose another backup' }).click();
    await door.open('Passphrase', passphrase);
    await door.bringBack();
    await expectNotes(stringwalk, inBackup, since);
    await stringwalk.restart();
    await unlockWith(stringwalk.page, passphrase);
    await expectNotes(stringwalk, inBackup, since);
    expect(await asideIn(stringwalk, /^aside-ours-keys-\d+$/)).toHaveLength(1);
  },
);

begun(
  'another person’s backup goes into a folder of its own there and then',
  async ({ stringwalk, launch, folder }) => {
    test.setTimeout(90_000);
    const { page } = stringwalk;
    // Two journals under one key, as when a folder was copied for the other and begun anew there.
    const keyring = parseKeyring(await readFile(inFolder(stringwalk, 'journal/slots/open.txt'), 'utf8'));
    if (!keyring) throw new Error('The slot holds no keyring');
    const theirs = join(folder, 'theirs.age');
    await writeFile(theirs, (await (await BackupBook.write(keyring)).backUp()).file);
    const backups = new BackupsPage(stringwalk);
    await backups.goTo();
    await stringwalk.openFrom(theirs);
    await backups.button('Restore a file').click();
    await expect(page.getByRole('alert').getByText('This is a backup of Tom’s journal')).toBeVisible();
    await expectAccessible(page);

    const put = backups.button('Put it in a folder of its own');
    await stringwalk.openFrom(stringwalk.dataFolder);
    await put.click();
    await expect(page.getByText('That folder is not empty')).toBeVisible();
    const beside = join(folder, 'beside');
    await mkdir(beside);
    await stringwalk.openFrom(beside);
    await put.click();
    await expect(page.getByText('It is a journal of its own now.')).toBeVisible();
    expect(await readdir(beside)).toEqual(['journal']);
    await stringwalk.close();

    const other = await launch({ dataFolder: beside });
    await expect(other.page.getByText('In the rain').first()).toBeVisible();
  },
);

/** Every file of a folder but the browser's lock, by name. */
async function filesOf(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const name of await readdir(folder)) {
    if (name === 'LOCK' || /^LOG/.test(name)) continue;
    files[name] = (await readFile(join(folder, name))).toString('hex');
  }
  return files;
}
