import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { begun as test } from '../support/launch.ts';
import { untilSaved } from '../support/saved.ts';

async function goToAgreement(page: Page): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Journal' });
  await navigation.getByRole('link', { name: 'Agreement', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Agreement' }).waitFor();
}

const current = (page: Page) => page.getByRole('region', { name: 'The agreement as it stands' });
const answer = (page: Page, prompt: RegExp) => page.getByRole('textbox', { name: prompt });

async function typeDay(page: Page, label: string, digits: string): Promise<void> {
  await page.getByRole('group', { name: label, exact: true }).getByRole('spinbutton').first().focus();
  await page.keyboard.type(digits);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
}

test('An agreement is written, accepted by both, changed, and every version is kept', async ({
  stringwalk,
  page,
}) => {
  await goToAgreement(page);
  await expect(page.getByText(/Friends assume; buddies agree/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Write the first agreement' }).click();
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(12);
  await answer(page, /How often, how long/).fill('Fridays at ten\nTom books');
  await answer(page, /What skills could we swap/).fill('Wheels for leaflets');
  await expectAccessible(page);

  // The two days: one that cannot be, then a quarter long past its end.
  await typeDay(page, 'Holds from', '01032026');
  await typeDay(page, 'Until', '01022026');
  await page.getByRole('button', { name: 'Read it together' }).click();
  await expect(page.getByText('Choose a day after the one it begins on.')).toBeVisible();
  await untilSaved(page, () => typeDay(page, 'Until', '01062026'));
  await page.getByRole('button', { name: 'Read it together' }).click();

  await expect(current(page).getByText('Fridays at ten')).toBeVisible();
  await expect(page.getByText('from 1 March 2026')).toBeVisible();
  await expect(page.getByText('until 1 June 2026')).toBeVisible();
  await expect(current(page).getByText(/challenged/)).toHaveCount(0);
  const accepted = page.getByRole('group', { name: 'Accepted by' });
  await accepted.getByText('Tom accepts this').click();
  await accepted.getByText('Maya accepts this').click();
  await expect(accepted.getByRole('checkbox', { name: 'Maya accepts this' })).toBeChecked();
  await expect(page.getByText(/^This held until 1 June 2026/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(answer(page, /What skills could we swap/)).toHaveValue('Wheels for leaflets');
  await answer(page, /What skills could we swap/).fill('');
  await untilSaved(page, () => answer(page, /How do we split the time/).fill('Half and half 🌲'));

  await stringwalk.restart();
  const after = stringwalk.page;
  await goToAgreement(after);
  await expect(after.getByText('not accepted yet')).toBeVisible();
  await expect(current(after).getByText('Half and half 🌲').first()).toBeVisible();
  const holding = after.getByText('what you agreed on 1 March 2026 holds.');
  await expect(holding).toBeVisible();
  await after.getByText('Tom accepts this').click();
  await expect(after.getByText('accepted by one of you')).toBeVisible();
  await expect(holding).toBeVisible();
  await after.getByText('Tom accepts this').click();
  await expect(after.getByRole('checkbox', { name: 'Tom accepts this' })).not.toBeChecked();
  await after.getByRole('button', { name: 'What changed since 1 March 2026' }).click();
  await expect(current(after).getByText('Wheels for leaflets')).toBeVisible();
  await expect(current(after).getByText('Left out')).toBeVisible();
  await expect(current(after).getByText('Not spoken of')).toBeVisible();
  await after.getByRole('button', { name: '1 March 2026 to 1 June 2026' }).click();
  await expect(after.getByText(/^Tom accepted it on .* Maya accepted it on/)).toBeVisible();
  await expectAccessible(after);

  await after.getByRole('button', { name: 'More for this version' }).click();
  await after.getByRole('menuitem', { name: 'Delete this version' }).click();
  await expect(current(after).getByText('Wheels for leaflets')).toBeVisible();
  await after.getByRole('button', { name: 'Undo' }).click();
  await expect(current(after).getByText('Half and half 🌲').first()).toBeVisible();
});

test('An agreement whose time is up is renewed as it is, by keyboard', async ({ page }) => {
  await goToAgreement(page);
  await page.getByRole('button', { name: 'Write the first agreement' }).focus();
  await page.keyboard.press('Enter');
  await answer(page, /How often, how long/).focus();
  await page.keyboard.type('Fridays');
  await typeDay(page, 'Holds from', '01032026');
  await typeDay(page, 'Until', '01062026');
  await page.getByRole('button', { name: 'Read it together' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'Tom accepts this' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Renew for three months' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('not accepted yet')).toBeVisible();
  await expect(current(page).getByText('Fridays')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Renew for three months' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '1 March 2026 to 1 June 2026' })).toBeVisible();
  await page.getByRole('button', { name: /^What changed since/ }).click();
  await expect(page.getByText('The words stayed the same.')).toBeVisible();
});
