import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { beginJournal } from '../support/begin.ts';
import { test } from '../support/launch.ts';
import { missingPrograms, testZip, unzipMember } from '../support/sharePrograms.ts';
import type { Stringwalk } from '../support/stringwalk.ts';
import { BackupsPage } from './pages/backups.ts';

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

async function writeNote({ page }: Stringwalk): Promise<void> {
  await page.getByRole('textbox', { name: 'Quick note' }).fill(words);
}

async function backupsIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.age') && name.startsWith('stringwalk-'));
}
