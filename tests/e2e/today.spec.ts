import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { beginJournal } from '../support/begin.ts';
import { begun, test } from '../support/launch.ts';
import { untilSaved } from '../support/saved.ts';
import { Goals } from './pages/goals.ts';
import { Sessions } from './pages/sessions.ts';

/** As it is typed into a day field in British order. */
function daysFromNow(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  const [year = '', month = '', date = ''] = day
    .toLocaleDateString('sv', { timeZone: 'Europe/London' })
    .split('-');
  return `${date}${month}${year}`;
}

begun('a new journal teaches on Today, and a quick note stays', async ({ stringwalk, page }) => {
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

begun('a note can be edited, deleted and brought back', async ({ page }) => {
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

begun('what was typed just before a crash is there afterwards', async ({ stringwalk, page }) => {
  await untilSaved(page, () => page.getByRole('textbox', { name: 'Quick note' }).fill('Said on the bridge'));
  await stringwalk.kill();
  await stringwalk.start();
  await expect(stringwalk.page.getByText('Said on the bridge')).toBeVisible();
});

test('Today shows the next walk, the last one, what was promised and this week a year ago', async ({
  stringwalk,
  page,
}) => {
  await beginJournal(page, { me: 'Tom', buddy: 'Maya' });
  const sessions = new Sessions(page);
  await sessions.create({ day: daysFromNow(7), title: 'Where the path forks' });
  await sessions.create({ day: daysFromNow(-2), title: 'By the ponds' });
  await sessions.create({ day: daysFromNow(-364), title: 'First frost' });
  await untilSaved(page, () => sessions.write('First half', 'Tom', 'We stood at the gate for long.'));
  const goals = new Goals(page);
  await goals.goTo();
  await page.getByRole('button', { name: 'New commitment' }).click();
  await page.getByRole('textbox', { name: 'What will you do' }).fill('Walk home on Friday');
  await page.keyboard.press('Enter');
  await expect(goals.openCommitments).toHaveCount(1);

  await stringwalk.restart();
  const again = stringwalk.page;
  const today = again.getByRole('main');
  const next = again.getByRole('region', { name: 'Next session' });
  await expect(next).toContainText('Next walk');
  await expect(today.getByText('We stood at the gate for long.')).toBeVisible();
  await expect(today.getByRole('heading', { name: /^This week, a year ago/ })).toBeVisible();

  const leads = [
    [today.getByRole('link', { name: 'By the ponds' }), 'By the ponds'],
    [today.getByRole('link', { name: 'First frost' }), 'First frost'],
    [today.getByRole('link', { name: 'Walk home on Friday' }), 'Goals'],
    [next.getByRole('button'), 'Where the path forks'],
  ] as const;
  for (const [link, heading] of leads) {
    await link.click();
    await expect(again.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await again.getByRole('navigation', { name: 'Journal' }).getByRole('link', { name: 'Today' }).click();
  }
});

begun('Today passes the accessibility check, empty and in use', async ({ page }) => {
  await page.getByRole('textbox', { name: 'Quick note' }).fill('A heron on the lock');
  await page.getByRole('button', { name: 'Keep this note' }).click();
  await expectAccessible(page);
});
