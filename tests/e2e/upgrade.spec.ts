import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { begun as test } from '../support/launch.ts';
import { untilSaved } from '../support/saved.ts';
import type { Stringwalk } from '../support/stringwalk.ts';
import { BackupsPage } from './pages/backups.ts';

/** Another version opens the journal for the first time: a copy is made before, shown, and brings back what it holds. */

const early = 'The gate was open when we came.';
const late = 'A wren sang from the wall.';
const typed = 'Typed, saved, and never kept by hand.';
const notCopied = 'There is no copy from before the upgrade.';

async function keepNote({ page }: Stringwalk, words: string): Promise<void> {
  const note = page.getByRole('textbox', { name: 'Quick note' });
  await note.fill(words);
  await page.getByRole('button', { name: 'Keep this note' }).click();
  await expect(note).toHaveValue('');
}

/** As a version before this one left it. */
function leaveAsBefore({ dataFolder }: Stringwalk): Promise<void> {
  const marker = { chromium: 1, app: '0.0.1', format: 1 };
  return writeFile(join(dataFolder, 'journal', 'marker.json'), JSON.stringify(marker));
}

async function goToToday({ page }: Stringwalk): Promise<void> {
  await page.getByRole('navigation', { name: 'Journal' }).getByRole('link', { name: 'Today' }).click();
}

test('the copy from before an upgrade is shown, and brings back what was lost since', async ({
  stringwalk,
  folder,
}) => {
  test.setTimeout(90_000);
  await keepNote(stringwalk, early);
  await stringwalk.close();
  const earlier = join(folder, 'earlier');
  await cp(stringwalk.dataFolder, earlier, { recursive: true, verbatimSymlinks: true });
  await stringwalk.start();
  await keepNote(stringwalk, late);
  const note = stringwalk.page.getByRole('textbox', { name: 'Quick note' });
  await untilSaved(stringwalk.page, () => note.fill(typed));
  await stringwalk.kill();
  await leaveAsBefore(stringwalk);
  const log = await readFile(join(stringwalk.dataFolder, 'journal/log/rows.log'));

  await stringwalk.start();
  await expect(stringwalk.page.getByText(late)).toBeVisible();
  await expect(stringwalk.page.getByText(notCopied)).toBeHidden();
  const backups = new BackupsPage(stringwalk);
  await backups.goTo();
  await expect(backups.upgrades).toHaveCount(1);
  await expect(backups.upgrades.first()).toContainText('Before Stringwalk 0.1.0 opened this journal');
  await expectAccessible(stringwalk.page);
  await backups.read(backups.upgrades.first());
  await expect(stringwalk.page.getByText('Everything in it is in your journal already.')).toBeVisible();
  await stringwalk.close();
  const copy = 'backups/before-upgrade-0.0.1-to-0.1.0';
  expect(await readFile(join(stringwalk.dataFolder, copy, 'log/rows.log'))).toEqual(log);

  // The folder goes back to an earlier day, as a system's own backup would bring it; its backups were kept.
  await cp(join(stringwalk.dataFolder, 'backups'), join(earlier, 'backups'), { recursive: true });
  await rm(stringwalk.dataFolder, { recursive: true });
  await cp(earlier, stringwalk.dataFolder, { recursive: true, verbatimSymlinks: true });
  await stringwalk.start();
  await expect(stringwalk.page.getByText(early)).toBeVisible();
  await expect(stringwalk.page.getByText(late)).toBeHidden();
  await backups.goTo();
  await backups.read(backups.upgrades.first());
  await expect(backups.whatComesBack.getByRole('listitem')).toHaveText(['2 notes']);
  await expectAccessible(stringwalk.page);
  await backups.bringBack();
  await goToToday(stringwalk);
  await expect(stringwalk.page.getByText(late)).toBeVisible();
  await stringwalk.restart();
  for (const words of [early, late, typed])
    await expect(stringwalk.page.getByText(words).first()).toBeVisible();

  // Read once more, it brings nothing a second time.
  await backups.goTo();
  await backups.read(backups.upgrades.first());
  await expect(stringwalk.page.getByText('Everything in it is in your journal already.')).toBeVisible();
});

test('a copy that could not be made is said, holds nothing up, and a backup takes its place', async ({
  stringwalk,
}) => {
  await keepNote(stringwalk, early);
  await stringwalk.close();
  await leaveAsBefore(stringwalk);
  // No folder of backups can be made where a file lies in its place.
  const taken = join(stringwalk.dataFolder, 'backups');
  await writeFile(taken, '');

  await stringwalk.start();
  const { page } = stringwalk;
  await expect(page.getByText(early)).toBeVisible();
  const told = page.getByRole('status').filter({ hasText: notCopied });
  await expect(told).toContainText('make a backup');
  await expectAccessible(page);
  await rm(taken);
  await told.getByRole('button', { name: 'Look at backups' }).click();
  const backups = new BackupsPage(stringwalk);
  await backups.backUpNow();
  await expect(told).toBeHidden();
  await stringwalk.restart();
  await expect(stringwalk.page.getByText(early)).toBeVisible();
  await expect(stringwalk.page.getByText(notCopied)).toBeHidden();
});
