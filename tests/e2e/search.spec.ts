import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { beginJournal } from '../support/begin.ts';
import { test } from '../support/launch.ts';

test('a word is found as it is typed, and its place opens with the word marked', async ({ page }) => {
  await beginJournal(page);
  const note = page.getByRole('textbox', { name: 'Quick note' });
  for (const words of ['A heron by the lock', 'Café, the old one', 'Nothing of either']) {
    await note.fill(words);
    await page.getByRole('button', { name: 'Keep this note' }).click();
    await expect(note).toHaveValue('');
  }
  await page.getByRole('link', { name: 'Settings' }).click();

  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox', { name: 'Search' });
  await search.pressSequentially('cafe');
  await expect(page.getByRole('option', { name: /Café, the old one/ })).toBeVisible();
  await expect(page.getByRole('option', { name: /heron/ })).toBeHidden();
  await expectAccessible(page);

  await search.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Tom');
  await expect(page.locator('mark')).toHaveText('Café');

  // Going on puts the marks away.
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByText('Café, the old one')).toBeVisible();
  await expect(page.locator('mark')).toHaveCount(0);
});

test('places and actions are found by name, with the keyboard alone', async ({ page }) => {
  await beginJournal(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('goals');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Goals' })).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('no such word anywhere');
  await expect(page.getByText('Nothing in this journal holds all of these words.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeHidden();
});

test('a dialog is answered before anything else opens', async ({ stringwalk, page }) => {
  await beginJournal(page);
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New session' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Control+k');
  await stringwalk.menu('Go', 'Questions');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeHidden();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await stringwalk.menu('Go', 'Questions');
  await expect(page.getByRole('heading', { level: 1, name: 'Questions' })).toBeVisible();
  await page.getByRole('link', { name: 'Sessions' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sessions' })).toBeVisible();
  await expect(dialog).toBeHidden();
});

test('words are marked wherever they stand: in a goal, in the agreement', async ({ page }) => {
  await page.getByRole('button', { name: 'Open the sample journal' }).click();
  await page.getByRole('navigation', { name: 'Journal' }).waitFor();
  for (const words of ['Fridays that are mine', 'frightened at the other']) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search' }).fill(`"${words}"`);
    await page
      .getByRole('option', { name: new RegExp(words) })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => [...(CSS.highlights.get('searched') ?? [])].map(String)[0]))
      .toBe(words);
  }
});
