import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { begun as test } from '../support/launch.ts';

const first = 'Where do I go quiet?';
const second = 'What do I go quiet for?';

test('a question is drafted, carried, reworded, rested and answered', async ({ stringwalk, page }) => {
  await page.getByRole('link', { name: 'Questions' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New question' }).click();
  await page.getByRole('button', { name: 'Keep the question' }).click();
  await expect(page.getByText('Write the question down, however roughly.')).toBeVisible();
  await page.getByRole('textbox', { name: 'The question' }).fill(first);
  await page.getByRole('button', { name: 'Keep the question' }).click();
  await expect(page.getByRole('heading', { level: 1, name: first })).toBeVisible();
  await expect(page.getByText(/^A draft, since/)).toBeVisible();

  await page.getByRole('button', { name: 'Carry it' }).click();
  await expect(page.getByText(/^Carried, since/)).toBeVisible();
  await page.getByRole('button', { name: 'Change the wording' }).click();
  await page.getByRole('textbox', { name: 'The question' }).fill(second);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('heading', { level: 1, name: second })).toBeVisible();
  await expect(page.getByText(first)).toBeVisible();

  await page.getByRole('textbox', { name: 'Notes by Tom' }).click();
  await page.keyboard.type('Mostly at dinner.');
  await page.getByRole('button', { name: 'Let it rest' }).click();
  await expect(page.getByText(/^Resting, since/)).toBeVisible();
  await page.getByRole('button', { name: 'Life answered it' }).click();
  await page.getByRole('textbox', { name: 'How life answered' }).fill('She asked first.');

  await stringwalk.restart();
  const again = stringwalk.page;
  await again.getByRole('link', { name: 'Questions' }).click();
  await again.getByRole('region', { name: 'Answered by life' }).getByRole('link', { name: second }).click();
  await expect(again.getByRole('textbox', { name: 'How life answered' })).toHaveValue('She asked first.');
  await expect(again.getByRole('textbox', { name: 'Notes by Tom' })).toContainText('Mostly at dinner.');
  await expect(again.getByText(first)).toBeVisible();
  await expectAccessible(again);
});

test('a carried question waits on Today and in the next half, and shows where it was walked', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Draft a question' }).click();
  await page.getByRole('textbox', { name: 'The question' }).fill(first);
  await page.getByText('Carried', { exact: true }).click();
  await page.getByRole('button', { name: 'Keep the question' }).click();
  await expect(page.getByText(/^Carried, since/)).toBeVisible();
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('link', { name: first })).toBeVisible();

  await page.keyboard.press('Control+n');
  await page.getByRole('button', { name: 'Create session' }).click();
  const half = page.getByRole('region', { name: 'First half' });
  await half.getByRole('button', { name: 'Choose a question' }).click();
  await page.getByRole('dialog').getByText(first).click();
  await half.getByRole('link', { name: first }).click();
  const used = page.getByRole('complementary', { name: 'Where it comes from and where it was walked' });
  await expect(used.getByText(/first half/)).toBeVisible();
});

test('a question can be deleted and brought back, by keyboard alone', async ({ page }) => {
  await page.getByRole('link', { name: 'Questions' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'New question' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('ماذا أريد؟ 🌿');
  await page.getByRole('button', { name: 'Keep the question' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'ماذا أريد؟ 🌿' })).toBeVisible();
  await page.getByRole('button', { name: 'More for this question' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Delete this question' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Questions' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'ماذا أريد؟ 🌿' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'ماذا أريد؟ 🌿' })).toBeVisible();
});

test('a wording that was emptied and left behind comes back', async ({ stringwalk, page }) => {
  await page.getByRole('link', { name: 'Questions' }).click();
  await page.getByRole('button', { name: 'New question' }).click();
  await page.getByRole('textbox', { name: 'The question' }).fill(first);
  await page.getByText('Carried', { exact: true }).click();
  await page.getByRole('button', { name: 'Keep the question' }).click();
  await page.getByRole('button', { name: 'Change the wording' }).click();
  await page.getByRole('textbox', { name: 'The question' }).fill('');
  await expect(page.getByText('A question needs a word or two.')).toBeVisible();
  // Neither Enter nor Done: just elsewhere.
  await page.getByRole('link', { name: 'Questions' }).click();
  await page.getByRole('region', { name: 'Carried' }).getByRole('link', { name: first }).click();
  await expect(page.getByRole('heading', { name: 'Earlier wordings' })).toBeHidden();
  await stringwalk.restart();
  await stringwalk.page.getByRole('link', { name: 'Questions' }).click();
  await expect(stringwalk.page.getByRole('link', { name: first })).toBeVisible();
});

test('deleting a question takes what was noted about it along, and undoing brings both back', async ({
  page,
}) => {
  await page.getByRole('link', { name: 'Questions' }).click();
  await page.getByRole('button', { name: 'New question' }).click();
  await page.getByRole('textbox', { name: 'The question' }).fill(first);
  await page.getByRole('button', { name: 'Keep the question' }).click();
  await page.getByRole('textbox', { name: 'Notes by Tom' }).click();
  await page.keyboard.type('Mostly at dinner.');
  await page.getByRole('button', { name: 'More for this question' }).click();
  await page.getByRole('menuitem', { name: 'Delete this question' }).click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeVisible();
  // A message in passing does not stand in the way of anything.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill('dinner');
  await expect(page.getByRole('option', { name: /Mostly at dinner/ })).toHaveCount(0);
  await expect(page.getByText(/^Nothing/)).toBeVisible();
  await page.keyboard.press('Escape');
  await undo.click();
  await page.getByRole('link', { name: first }).click();
  await expect(page.getByRole('textbox', { name: 'Notes by Tom' })).toContainText('Mostly at dinner.');
});

test('moving a question by keyboard leaves the focus where the next move is', async ({ page }) => {
  await page.getByRole('link', { name: 'Questions' }).click();
  await page.getByRole('button', { name: 'New question' }).click();
  await page.getByRole('textbox', { name: 'The question' }).fill(first);
  await page.getByRole('button', { name: 'Keep the question' }).click();
  await page.getByRole('button', { name: 'Carry it' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Carried, since/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Where it stands' }).locator(':focus')).toHaveCount(1);
});
