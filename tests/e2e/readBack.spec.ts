import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { begun as test } from '../support/launch.ts';
import { BackupsPage } from './pages/backups.ts';

/** A backup that was whole once: it says when, can be read back again, and no longer counts where it is damaged. */

async function nameIn(folder: string): Promise<string> {
  const [name = ''] = (await readdir(folder)).filter((each) => /^stringwalk-.*\.age$/.test(each));
  return name;
}

/** Changes one byte near the end, as a failing disk might. */
async function damage(path: string): Promise<void> {
  const bytes = await readFile(path);
  bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

test('A backup says when it was found whole, and when it was found damaged what to do', async ({
  stringwalk,
  page,
}) => {
  test.setTimeout(90_000);
  await page.getByRole('textbox', { name: 'Quick note' }).fill('The stile had been mended.');
  const backups = new BackupsPage(stringwalk);
  await backups.goTo();
  await backups.backUpNow();
  const first = backups.lines.last();
  const today = await page.evaluate(() =>
    new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }),
  );
  await expect(first.getByRole('cell', { name: 'Whole on' })).toContainText(today);
  await backups.readBackAgain(first, 'Whole on');
  await expect(page.getByText('is whole: every word was read.')).toBeVisible();
  await expectAccessible(page);

  const own = join(stringwalk.dataFolder, 'backups');
  await damage(join(own, await nameIn(own)));
  await backups.readBackAgain(first, 'Damaged');
  await expect(first).toContainText('It no longer counts.');
  await expect(first).not.toContainText('Whole');
  await expectAccessible(page);

  // Nothing was written since, and yet the journal has no backup any more: the next one is made anew, not finished.
  await stringwalk.restart();
  await backups.goTo();
  await expect(backups.lines.getByRole('cell', { name: 'Damaged' })).toBeVisible();
  await backups.backUpNow();
  await expect(backups.lines.last().getByRole('cell', { name: 'Damaged' })).toBeVisible();
  expect((await readdir(own)).filter((name) => name.startsWith('stringwalk-'))).toHaveLength(2);
});

test('Where one of two copies is damaged, the other is used', async ({ stringwalk, page, folder }) => {
  test.setTimeout(90_000);
  const backups = new BackupsPage(stringwalk);
  await backups.goTo();
  const stick = join(folder, 'stick');
  await mkdir(stick);
  await stringwalk.openFrom(stick);
  await backups.button('Choose a second folder').click();
  const line = backups.lines.first();
  await expect(line).toContainText('Both folders');
  const own = join(stringwalk.dataFolder, 'backups');
  await damage(join(own, await nameIn(own)));
  await line.getByRole('button', { name: /^Read back again/ }).click();
  await expect(line).toContainText('The copy on this computer is damaged.');
  await expect(line.getByRole('cell', { name: 'Whole on' })).toBeVisible();
  await line.getByRole('button', { name: /^Restore/ }).click();
  await expect(page.getByText('Everything in it is in your journal already.')).toBeVisible();
});

test('A backup whose bytes the disk does not give stays for one more look, and is then made anew', async ({
  stringwalk,
  page,
}) => {
  test.setTimeout(90_000);
  await page.clock.install();
  await page.reload();
  const backups = new BackupsPage(stringwalk);
  await backups.goTo();
  const written = await stringwalk.hold('noteBackup');
  await backups.button('Back up now').click();
  await written.asked();
  const own = join(stringwalk.dataFolder, 'backups');
  const [there, away] = [join(own, await nameIn(own)), join(own, 'away')];
  await rename(there, away);
  await written.release();
  await expect(page.getByText('could not be read back just now. It stays,')).toBeVisible();
  await rename(away, there);

  const reading = await stringwalk.hold('openBackupPort');
  await page.clock.fastForward('00:00:21');
  await reading.asked();
  await rename(there, away);
  await reading.release();
  await expect(page.getByText('did not read back as it should, so it was removed.')).toBeVisible();

  await page.clock.fastForward('00:06:00');
  await expect(backups.lines.getByRole('cell', { name: 'Whole on' })).toBeVisible();
  await expect(backups.lines).toHaveCount(1);
});
