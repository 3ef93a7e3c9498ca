import { execFile } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { beginJournal } from '../support/begin.ts';
import { test } from '../support/launch.ts';
import { missingPrograms, testZip, unzipMember } from '../support/sharePrograms.ts';
import type { Stringwalk } from '../support/stringwalk.ts';
import { BackupsPage, RestoreDoor } from './pages/backups.ts';
import { Settings } from './pages/settings.ts';

const run = promisify(execFile);
const words = 'The heron stood still until we had gone by.';

test('A backup is made, read back, and opens with age and unzip alone', async ({
  stringwalk,
  page,
  folder,
}) => {
  // biome-ignore lint/suspicious/noSkippedTests: the second opinion needs programs that not every machine has.
  test.skip(missingPrograms().length > 0, 'age and unzip are not here');
  await beginJournal(page);
  await writeNote(stringwalk);
  const backups = new BackupsPage(stringwalk);
  await backups.goTo();
  await backups.backUpNow();
  await expect(backups.lines.first()).toContainText('4 records');
  await expectAccessible(page);

  const [name = ''] = await backupsIn(join(stringwalk.dataFolder, 'backups'));
  const zip = join(folder, 'backup.zip');
  const key = join(stringwalk.dataFolder, 'journal/slots/open.txt');
  await run('age', ['-d', '-i', key, '-o', zip, join(stringwalk.dataFolder, 'backups', name)]);
  expect(await testZip(zip)).toContain('No errors detected');
  expect(await unzipMember(zip, 'journal.md')).toContain(words);
});

test('A restored backup brings back what the journal no longer has, and says so first', async ({
  stringwalk,
  page,
  folder,
}) => {
  await beginJournal(page);
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
});

test('A journal comes back on a new computer, with its passphrase', async ({ launch, stringwalk, page }) => {
  test.setTimeout(90_000);
  await beginJournal(page);
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

const passphrase = 'lantern otter seven plaid';

async function writeNote({ page }: Stringwalk): Promise<void> {
  await page.getByRole('textbox', { name: 'Quick note' }).fill(words);
}

async function backupsIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.age') && name.startsWith('stringwalk-'));
}
