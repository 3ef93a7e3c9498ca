import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { begun as test } from '../support/launch.ts';
import { Sessions } from './pages/sessions.ts';
import { Years } from './pages/years.ts';

test('From all years down to a session and back, by keyboard and by mouse', async ({ stringwalk, page }) => {
  const sessions = new Sessions(page);
  await sessions.create({ day: '07042023', where: 'Holt Wood', title: 'The letter', first: 'Tom' });
  await sessions.ask('First half', 'How do I say no?');
  await sessions.rate('First half', 'Clarity', 'after', 6);
  await sessions.write('First half', 'Tom', 'She let me finish.');
  await sessions.saved();
  await sessions.create({ day: '21042023', where: 'The canal', first: 'Maya' });
  await sessions.create({ day: '03112023', where: 'Holt Wood', first: 'Tom' });
  await sessions.create({ day: '11012025', where: 'Harrow Hill', first: 'Maya' });

  const years = new Years(page);
  await years.goTo();
  await expect(
    page.getByText(/4 sessions, 1 question\. Two pauses, the longest from November 2023 to January 2025\.$/),
  ).toBeVisible();
  await expect(page.getByText('You explored')).toBeVisible();
  await expect(page.getByText('Maya explored')).toBeVisible();
  await expectAccessible(page);

  // A year with nothing but a question on its way still leads somewhere; the table tells the same in figures.
  await expect(years.year(2024)).toBeVisible();
  await expect(page.getByRole('row', { name: /^2023/ })).toHaveText(/2023···2······1·310$/);

  await years.year(2023).focus();
  await page.keyboard.press('Enter');
  await expect(years.heading('2023')).toBeVisible();
  await expect(page.getByText('3 sessions, 1 question.')).toBeVisible();
  await expectAccessible(page);
  await years.month('Apr 2023').focus();
  await page.keyboard.press('Tab');
  await expect(years.month('May 2023')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(years.heading('April 2023')).toBeVisible();
  const walks = page.getByRole('list', { name: 'Sessions' }).getByRole('heading');
  await expect(walks).toHaveText([/The letter$/, /The canal$/]);
  await expect(page.getByRole('list', { name: 'Sessions' })).toContainText('You explored How do I say no?');
  await expect(page.getByText('She let me finish.')).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('list', { name: 'Sessions' })
    .getByRole('link', { name: /The letter$/ })
    .press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'The letter' })).toBeVisible();

  await page.goBack();
  await years.back('2023').click();
  await expect(years.heading('2023')).toBeVisible();
  await years.back('All years').click();
  await expect(years.heading('Years')).toBeVisible();

  // By mouse: anywhere in a year, then in a month, and the figures of the table.
  await years.year(2025).click();
  await expect(years.heading('2025')).toBeVisible();
  await years.month('Jan 2025').click();
  await expect(years.heading('January 2025')).toBeVisible();
  await page.getByRole('button', { name: 'This year' }).click();
  await expect(years.heading(String(new Date().getFullYear()))).toBeVisible();
  await page.getByRole('button', { name: 'Fit' }).click();
  await page.getByRole('link', { name: '2 in April 2023' }).click();
  await expect(years.heading('April 2023')).toBeVisible();

  await stringwalk.restart();
  const again = new Years(stringwalk.page);
  await again.goTo();
  await again.year(2023).click();
  await expect(stringwalk.page.getByRole('link', { name: 'The letter' })).toBeVisible();
});

test('An empty journal says what the years will show', async ({ page }) => {
  const years = new Years(page);
  await years.goTo();
  await expect(page.getByText(/every question a line, every pause a stretch of water/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Go to sessions' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sessions' })).toBeVisible();
});

test('A session still to come is a plan, and the first month is a month', async ({ page }) => {
  const sessions = new Sessions(page);
  await sessions.create({ where: 'Holt Wood', first: 'Tom' });
  await sessions.create({ day: '01012190', where: 'The moon', first: 'Tom' });
  const years = new Years(page);
  await years.goTo();
  await expect(page.getByText('The first month. 1 session.')).toBeVisible();
  const month = (length: 'short' | 'long') =>
    new Date().toLocaleDateString('en-GB', { month: length, year: 'numeric' });
  await page
    .getByRole('group', { name: 'All years' })
    .getByRole('link', { name: month('short') })
    .click();
  await expect(years.heading(month('long'))).toBeVisible();
  await expect(page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')).toHaveCount(1);
});
