import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { beginJournal } from '../support/begin.ts';
import { test } from '../support/launch.ts';
import { untilSaved } from '../support/saved.ts';

test('a new journal teaches on Today, and a quick note stays', async ({ stringwalk, page }) => {
  await beginJournal(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Tom');
  await expect(page.getByRole('button', { name: 'Draft a question' })).toBeVisible();

  const note = page.getByRole('textbox', { name: 'Quick note' });
  await note.fill('The gate was open.\nNobody said why.');
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await page.getByRole('button', { name: 'Keep this note' }).click();
  await expect(note).toHaveValue('');
  await note.fill('And a second one, not yet put away');

  await stringwalk.restart();
  await expect(stringwalk.page.getByText('The gate was open.')).toBeVisible();
  await expect(stringwalk.page.getByText('And a second one, not yet put away')).toBeVisible();
});

test('a note can be edited, deleted and brought back', async ({ page }) => {
  await beginJournal(page);
  await page.getByRole('textbox', { name: 'Quick note' }).fill('A heron on the lock');
  await page.getByRole('button', { name: 'Keep this note' }).click();
  await page.getByRole('button', { name: /^Delete Note of/ }).click();
  await expect(page.getByText('A heron on the lock')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('A heron on the lock')).toBeVisible();

  await page.getByRole('button', { name: /^Edit Note of/ }).click();
  const box = page.getByRole('textbox', { name: /^Note of/ });
  await box.press('Control+End');
  await box.pressSequentially(', twice');
  await page.getByRole('button', { name: 'Done with this note' }).click();
  await expect(page.getByText('A heron on the lock, twice')).toBeVisible();
});

test('what was typed just before a crash is there afterwards', async ({ stringwalk, page }) => {
  await beginJournal(page);
  await untilSaved(page, () => page.getByRole('textbox', { name: 'Quick note' }).fill('Said on the bridge'));
  await stringwalk.kill();
  await stringwalk.start();
  await expect(stringwalk.page.getByText('Said on the bridge')).toBeVisible();
});

test('Today passes the accessibility check, empty and in use', async ({ page }) => {
  await beginJournal(page);
  await page.getByRole('textbox', { name: 'Quick note' }).fill('A heron on the lock');
  await page.getByRole('button', { name: 'Keep this note' }).click();
  await expectAccessible(page);
});
