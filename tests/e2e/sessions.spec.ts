import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { beginJournal } from '../support/begin.ts';
import { begun, test } from '../support/launch.ts';
import { Sessions } from './pages/sessions.ts';

begun(
  'A session on a past day keeps its halves, notes, readings and commitment',
  async ({ stringwalk, page }) => {
    const sessions = new Sessions(page);
    await sessions.create({
      day: '08112024',
      where: 'Holt Wood',
      title: 'Holt Wood in the rain',
      first: 'Maya',
    });
    await expect(page.getByRole('heading', { level: 1, name: 'Holt Wood in the rain' })).toBeVisible();
    await expect(page.getByText('Session 1, a walk')).toBeVisible();
    await expect(page.getByText('Friday 8 November 2024')).toBeVisible();
    const [first, second] = [sessions.half('First half'), sessions.half('Second half')];
    await expect(first.getByRole('heading', { name: 'First half: Maya explored' })).toBeVisible();
    await expect(second.getByRole('heading', { name: 'Second half: you explored' })).toBeVisible();

    await sessions.ask('Second half', 'What would I start if nobody could be disappointed?');
    await sessions.rate('Second half', 'Clarity', 'before', 3);
    await sessions.rate('Second half', 'Clarity', 'after', 7);
    await second.getByPlaceholder('What makes it a 7?').fill('I can say it in one sentence');
    await sessions.rate('First half', 'Energy', 'after', 0);

    // Notes with a heading, bold words, a checklist, and something taken back.
    const notes = sessions.notes('Second half', 'Tom');
    await sessions.write('Second half', 'Tom', 'The bend');
    const tools = page.getByRole('toolbar', { name: 'Format: Notes by Tom' });
    await tools.getByRole('button', { name: 'Heading' }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('It went left');
    await page.keyboard.press('Control+b');
    await page.keyboard.type(' on its own.');
    await page.keyboard.press('Enter');
    await tools.getByRole('button', { name: 'Checklist' }).click();
    await page.keyboard.type('Roll up the string');
    await page.keyboard.press('Control+a');
    await tools.getByRole('button', { name: 'Italic' }).click();
    await expect(notes.locator('em').first()).toBeVisible();
    await tools.getByRole('button', { name: 'Undo' }).click();
    await expect(notes.locator('em')).toHaveCount(0);
    await sessions.write('First half', 'Maya', 'For the girl in the library.');
    await second.getByRole('textbox', { name: 'Noticed by Maya' }).fill('You laughed at the stone.');

    await second.getByRole('button', { name: 'Add a commitment' }).click();
    const promise = page.getByRole('dialog', { name: 'A commitment' });
    await promise.getByRole('button', { name: 'Keep this commitment' }).click();
    await expect(promise.getByText('Write what it is, in a few words.')).toBeVisible();
    await promise.getByRole('textbox', { name: 'What will you do' }).fill('Ask Priya for twenty minutes');
    await promise.getByRole('group', { name: 'By when' }).getByRole('spinbutton').first().focus();
    await page.keyboard.type('12112024');
    await promise.getByRole('spinbutton', { name: 'How sure' }).fill('6');
    await expect(promise.getByText('what would a smaller step look like')).toBeVisible();
    await promise.getByRole('spinbutton', { name: 'How sure' }).fill('8');
    await expect(promise.getByText('what would a smaller step look like')).toBeHidden();
    await promise.getByRole('button', { name: 'Keep this commitment' }).click();
    await expect(second.getByText('by Tuesday 12 November. How sure: 8')).toBeVisible();
    await sessions.saved();

    await stringwalk.restart();
    const again = new Sessions(stringwalk.page);
    await again.open(/^Holt Wood in the rain on 8 November 2024/);
    await expect(
      again.half('First half').getByRole('heading', { name: 'First half: Maya explored' }),
    ).toBeVisible();
    const later = again.half('Second half');
    await expect(
      later.getByRole('link', { name: 'What would I start if nobody could be disappointed?' }),
    ).toBeVisible();
    await expect(again.figure('Second half', 'Clarity', 'before')).toHaveValue('3');
    await expect(again.figure('Second half', 'Clarity', 'after')).toHaveValue('7');
    await expect(again.figure('First half', 'Energy', 'after')).toHaveValue('0');
    await expect(again.figure('First half', 'Energy', 'before')).toHaveValue('');
    await expect(later.getByRole('textbox', { name: 'What makes clarity 7 after?' })).toHaveValue(
      'I can say it in one sentence',
    );
    const kept = again.notes('Second half', 'Tom');
    await expect(kept.getByRole('heading', { name: 'The bend' })).toBeVisible();
    await expect(kept.locator('strong')).toHaveText('It went left');
    await expect(kept.getByRole('checkbox')).toHaveCount(1);
    await expect(kept).toContainText('Roll up the string');
    await expect(again.notes('First half', 'Maya')).toHaveText('For the girl in the library.');
    await expect(later.getByRole('textbox', { name: 'Noticed by Maya' })).toHaveText(
      'You laughed at the stone.',
    );
    await expect(later.getByText('Ask Priya for twenty minutes', { exact: true })).toBeVisible();
    await expect(later.getByText('by Tuesday 12 November. How sure: 8')).toBeVisible();
  },
);

begun('A commitment can be kept, with what was learned', async ({ stringwalk, page }) => {
  const sessions = new Sessions(page);
  await sessions.create();
  const first = sessions.half('First half');
  await first.getByRole('button', { name: 'Add a commitment' }).click();
  await page.getByRole('textbox', { name: 'What will you do' }).fill('Send the first page');
  await page.getByRole('button', { name: 'Keep this commitment' }).click();
  await first.getByRole('button', { name: 'How did it go: Send the first page' }).click();
  await page.getByRole('menuitem', { name: 'Partly kept' }).click();
  await first
    .getByRole('textbox', { name: 'What was learned: Send the first page' })
    .fill('Half a page is a page');
  await sessions.saved();
  await stringwalk.restart();
  const again = new Sessions(stringwalk.page);
  await again.goToList();
  await stringwalk.page.getByRole('main').getByRole('link').first().click();
  await expect(again.half('First half').getByText('Partly kept.')).toBeVisible();
  await expect(again.half('First half').getByRole('textbox', { name: /^What was learned/ })).toHaveValue(
    'Half a page is a page',
  );
});

test('Names in emoji and from right to left stay whole and in their own direction', async ({ page }) => {
  await beginJournal(page, { me: 'Tom 👩🏽‍🌾', buddy: 'שירה בן־דוד' });
  const sessions = new Sessions(page);
  await sessions.create({ day: '08112024', title: 'הליכה ביער' });
  await expect(page.getByRole('heading', { level: 1, name: 'הליכה ביער' })).toHaveCSS('direction', 'rtl');
  await expect(page.getByRole('heading', { name: 'Second half: שירה בן־דוד explored' })).toBeVisible();
  await sessions.write('First half', 'Tom 👩🏽‍🌾', 'שלום 🌿');
  await expect(sessions.notes('First half', 'Tom 👩🏽‍🌾')).toHaveText('שלום 🌿');
  await expect(sessions.notes('Second half', 'שירה בן־דוד')).toBeVisible();
  for (const name of await page.locator('bdi', { hasText: 'שירה' }).all())
    await expect(name).toHaveCSS('direction', 'rtl');
});

begun('The halves can be swapped, and everything in a half goes with it', async ({ page }) => {
  const sessions = new Sessions(page);
  await sessions.create();
  await sessions.write('First half', 'Tom', 'I explored');
  await sessions.choose('Swap who goes first');
  await expect(page.getByRole('heading', { name: 'First half: Maya explored' })).toBeVisible();
  await expect(sessions.notes('Second half', 'Tom')).toHaveText('I explored');
  await expect(sessions.notes('First half', 'Tom')).toHaveText('');
});

begun('How a half went, when and where it was, can be put right', async ({ page }) => {
  const sessions = new Sessions(page);
  await sessions.create({ day: '08112024', where: 'Holt Wood' });
  await page.getByRole('button', { name: 'Change the second half' }).click();
  await page.getByRole('button', { name: /Method$/ }).click();
  await page.getByRole('option', { name: 'String and mats' }).click();
  // On its way out the list still gives the focus back.
  await expect(page.getByRole('listbox')).toBeHidden();
  await page.getByRole('textbox', { name: 'Minutes' }).fill('29');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(
    sessions.half('Second half').getByText('You held space, 29 minutes, string and mats'),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Details' }).click();
  const details = page.getByRole('dialog', { name: 'Details' });
  await details.getByRole('group', { name: 'Day' }).getByRole('spinbutton').first().focus();
  await page.keyboard.type('29022024');
  await details.getByText('Call', { exact: true }).click();
  await details.getByRole('textbox', { name: 'Where' }).fill('From the kitchen');
  await details.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Session 1, a call')).toBeVisible();
  await expect(page.getByText('Thursday 29 February 2024')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'From the kitchen, 29 February' })).toBeVisible();

  await page.getByRole('button', { name: 'Edit the title' }).click();
  await page.keyboard.type('A leap day');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'A leap day' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Edit the title' })).toBeFocused();
});

begun('A deleted session can be brought back with all that was in it', async ({ stringwalk, page }) => {
  const sessions = new Sessions(page);
  await sessions.create({ day: '08112024', title: 'Gone and back' });
  await sessions.write('First half', 'Tom', 'Do not lose this');
  await sessions.rate('First half', 'Clarity', 'after', 7);
  await sessions.choose('Delete session');
  await expect(page.getByText('Each session has two halves')).toBeVisible();
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: /^Gone and back/ })).toBeVisible();
  await stringwalk.restart();
  const again = new Sessions(stringwalk.page);
  await again.open(/^Gone and back/);
  await expect(again.notes('First half', 'Tom')).toHaveText('Do not lose this');
  await expect(again.figure('First half', 'Clarity', 'after')).toHaveValue('7');
  await expect(again.half('Second half')).toBeVisible();
});

begun('A planned session stands on top as coming up', async ({ page }) => {
  const sessions = new Sessions(page);
  await sessions.create({ day: '08112024', title: 'Long ago' });
  await sessions.create({ day: '01052199', title: 'To come' });
  await expect(page.getByRole('heading', { name: 'First half: Maya explores' })).toBeVisible();
  await sessions.goToList();
  await expect(
    page.getByRole('region', { name: 'Coming up' }).getByRole('link', { name: /^To come/ }),
  ).toBeVisible();
  await expect(
    page.getByRole('region', { name: '2024' }).getByRole('link', { name: /^Long ago/ }),
  ).toBeVisible();
});

begun('Everything about a session can be done from the keyboard', async ({ page }) => {
  const sessions = new Sessions(page);
  await page.keyboard.press('Control+n');
  await sessions.dialog.waitFor();
  const tabTo = async (name: string | RegExp, role: 'button' | 'textbox' | 'spinbutton' | 'link') => {
    const target = page.getByRole(role, { name }).first();
    for (let step = 0; step < 60; step += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  await tabTo(/^Title/, 'textbox');
  await page.keyboard.type('By hand');
  await tabTo('Create session', 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'By hand' })).toBeVisible();

  await tabTo('Choose a question', 'button');
  await page.keyboard.press('Enter');
  await tabTo('A new question', 'textbox');
  await page.keyboard.type('What is enough?');
  await page.keyboard.press('Enter');
  await expect(sessions.half('First half').getByRole('link', { name: 'What is enough?' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change the question' })).toBeFocused();
  await tabTo('Clarity before', 'spinbutton');
  await page.keyboard.type('6');
  await tabTo('What makes clarity 6 before?', 'textbox');
  await page.keyboard.type('I slept');
  await tabTo('Notes by Tom', 'textbox');
  await page.keyboard.type('Said and written');
  await tabTo('Add a commitment', 'button');
  await page.keyboard.press('Enter');
  await page.keyboard.type('One small thing');
  await page.keyboard.press('Enter');
  await expect(sessions.half('First half').getByText('One small thing')).toBeVisible();
  await expect(sessions.notes('First half', 'Tom')).toHaveText('Said and written');
});

begun('Both pages are open to assistive technology, empty and full', async ({ page }) => {
  const sessions = new Sessions(page);
  await sessions.openDialog();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expectAccessible(page);
  await sessions.create({ day: '08112024', title: 'Heard and seen' });
  await expectAccessible(page);
  await sessions.ask('First half', 'What is enough?');
  await sessions.rate('First half', 'Clarity', 'before', 3);
  await sessions.write('First half', 'Tom', 'Words');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await sessions.goToList();
  await expectAccessible(page);
});
