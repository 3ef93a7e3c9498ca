import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { begun as test } from '../support/launch.ts';
import { Sessions } from './pages/sessions.ts';

test('Two sessions on one day stand side by side, and the second says so', async ({ page }) => {
  const sessions = new Sessions(page);
  await sessions.create({ day: '08112024', title: 'In the morning' });
  await sessions.openDialog();
  await sessions.typeDay('08112024');
  await page.keyboard.press('Enter');
  await expect(sessions.dialog.getByText(/There is already a session on 8 November 2024/)).toBeVisible();
  await sessions.dialog.getByRole('textbox', { name: /^Title/ }).fill('In the evening');
  await sessions.dialog.getByRole('button', { name: 'Create session' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'In the evening' })).toBeVisible();
  // Maya explored second this morning, so it is hers to begin.
  await expect(page.getByRole('heading', { name: 'First half: Maya explored' })).toBeVisible();
  await sessions.goToList();
  const year = page.getByRole('region', { name: '2024' });
  await expect(year.getByRole('link')).toHaveCount(2);
});

for (const [year, sentence] of [
  ['1660', 'That year is too far back. Please check it.'],
  ['2400', 'That year is too far ahead. Please check it.'],
] as const) {
  test(`The year ${year} gets a sentence and writes nothing`, async ({ page }) => {
    const sessions = new Sessions(page);
    await sessions.openDialog();
    await sessions.typeDay(`0811${year}`);
    await sessions.dialog.getByRole('button', { name: 'Create session' }).click();
    await expect(sessions.dialog.getByText(sentence)).toBeVisible();
    await sessions.dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(sessions.dialog).toBeHidden();
    await expect(page.getByText('Each session has two halves')).toBeVisible();
  });
}

for (const [digits, sentence] of [
  ['31022026', 'There is no 31 February 2026.'],
  ['29022025', 'There is no 29 February 2025.'],
  ['31042026', 'There is no 31 April 2026.'],
] as const) {
  test(`The day ${digits} does not exist: it stays, gets a sentence and begins nothing`, async ({ page }) => {
    const sessions = new Sessions(page);
    await sessions.openDialog();
    await sessions.typeDay(digits);
    await expect(sessions.dialog.getByText(sentence)).toBeHidden();
    await sessions.dialog.getByRole('button', { name: 'Create session' }).click();
    await expect(sessions.dialog.getByText(sentence)).toBeVisible();
    await sessions.dialog.getByRole('button', { name: 'Create session' }).click();
    const day = sessions.dialog.getByRole('group', { name: 'Day' });
    await expect(day.getByRole('spinbutton').first()).toBeFocused();
    await expect(day.getByRole('spinbutton').first()).toHaveText(digits.slice(0, 2));
    await expect(day.getByRole('spinbutton').first()).toHaveAccessibleDescription(new RegExp(sentence));
    await expectAccessible(page);
    await sessions.dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(sessions.dialog).toBeHidden();
    await expect(page.getByText('Each session has two halves')).toBeVisible();
  });
}

test('A day that does not exist can be put right, part by part', async ({ page }) => {
  const sessions = new Sessions(page);
  await sessions.openDialog();
  await sessions.typeDay('31022026');
  await sessions.dialog.getByRole('textbox', { name: 'Where' }).click();
  await expect(sessions.dialog.getByText('There is no 31 February 2026.')).toBeVisible();
  await sessions.dialog.getByRole('spinbutton', { name: /^month/ }).focus();
  await page.keyboard.type('03');
  await expect(sessions.dialog.getByText(/There is no/)).toBeHidden();
  await sessions.dialog.getByRole('button', { name: 'Create session' }).click();
  await expect(page.getByText('Tuesday 31 March 2026')).toBeVisible();
});

test('The leap day is a day, whichever part of it is typed last', async ({ page }) => {
  const sessions = new Sessions(page);
  for (const [order, year, weekday] of [
    [['year', 'month', 'day'], '2024', 'Thursday'],
    [['day', 'month', 'year'], '2020', 'Saturday'],
    [['month', 'year', 'day'], '2016', 'Monday'],
  ] as const) {
    await sessions.openDialog();
    for (const part of order) {
      await sessions.dialog.getByRole('spinbutton', { name: new RegExp(`^${part}`) }).focus();
      await page.keyboard.type({ year, month: '02', day: '29' }[part]);
    }
    await sessions.dialog.getByRole('button', { name: 'Create session' }).click();
    await expect(page.getByText(`${weekday} 29 February ${year}`)).toBeVisible();
  }
});

test('A session keeps its day when the new one does not exist', async ({ stringwalk, page }) => {
  const sessions = new Sessions(page);
  await sessions.create({ day: '08112024', title: 'On a Friday' });
  await sessions.choose('Details');
  const details = page.getByRole('dialog', { name: 'Details' });
  await details.getByRole('group', { name: 'Day' }).getByRole('spinbutton').first().focus();
  await page.keyboard.type('31022026');
  await details.getByRole('button', { name: 'Save' }).click();
  await expect(details.getByText('There is no 31 February 2026.')).toBeVisible();
  await expect(details.getByRole('button', { name: 'Save' })).toBeVisible();
  await details.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Friday 8 November 2024')).toBeVisible();
  await stringwalk.restart();
  await new Sessions(stringwalk.page).open(/^On a Friday on 8 November 2024/);
});

test('A session without a day waits for one', async ({ page }) => {
  const sessions = new Sessions(page);
  await sessions.openDialog();
  const day = sessions.dialog.getByRole('group', { name: 'Day' });
  for (const part of await day.getByRole('spinbutton').all()) {
    await part.focus();
    for (let digit = 0; digit < 4; digit += 1) await page.keyboard.press('Backspace');
  }
  await sessions.dialog.getByRole('button', { name: 'Create session' }).click();
  await expect(sessions.dialog.getByText(/Which day is it\?/)).toBeVisible();
  await expect(sessions.dialog).toBeVisible();
});
