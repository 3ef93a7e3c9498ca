import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { begun, test } from '../support/launch.ts';
import { Growth } from './pages/growth.ts';

begun('a word is found as it is typed, and its place opens with the word marked', async ({ page }) => {
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

begun('places and actions are found by name, with the keyboard alone', async ({ page }) => {
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

begun('a dialog is answered before anything else opens', async ({ stringwalk, page }) => {
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

/** Searches and opens the first place that holds the words. */
async function searchFor(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill(`"${words}"`);
  await page
    .getByRole('option', { name: new RegExp(words) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeHidden();
}

/** Waits for the first painted mark to stand on the words. */
async function expectMarked(page: Page, words: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => [...(CSS.highlights.get('searched') ?? [])].map(String)[0]))
    .toBe(words);
}

test('words are marked wherever they stand: in a goal, in the agreement', async ({ page }) => {
  await page.getByRole('button', { name: 'Open the sample journal' }).click();
  await page.getByRole('navigation', { name: 'Journal' }).waitFor();
  for (const words of ['Fridays that are mine', 'frightened at the other']) {
    await searchFor(page, words);
    await expectMarked(page, words);
  }
});

begun(
  'a reading between sessions opens among its like: another’s, of another measure, of years ago',
  async ({ page }) => {
    const growth = new Growth(page);
    await growth.goTo();
    await page.getByRole('button', { name: 'New measure' }).click();
    const dialog = page.getByRole('dialog', { name: 'New measure' });
    await dialog.getByRole('textbox', { name: 'What is it called?' }).fill('Patience');
    await dialog.getByRole('textbox', { name: 'What is a 10?' }).fill('I can wait for the kettle');
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await growth.choosePerson('Maya’s');
    await growth.chooseMeasure('Energy');
    await growth.addReading('Energy', { day: '05032019', value: 3, words: 'The heron had left' });

    await page.getByRole('link', { name: 'Settings' }).click();
    await searchFor(page, 'heron had');
    await expect(growth.chart('Energy, Maya').getByRole('button')).toHaveCount(1);
    await expect(growth.table.getByText('The heron had left')).toBeInViewport();
    await expectMarked(page, 'heron had');
    // What is chosen on the page goes on from there.
    await growth.choosePerson('Mine');
    await expect(page.getByText('No readings of energy by you yet.')).toBeVisible();
    await growth.choosePerson('Maya’s');
    await expect(growth.rows).toHaveCount(1);

    // The measure, from the page itself: what its ends mean is said before there is anything to draw.
    await searchFor(page, 'the kettle');
    await expect(page.getByText('No readings of patience by you yet.')).toBeVisible();
    await expect(page.getByText('10: I can wait for the kettle')).toBeInViewport();
    await expectMarked(page, 'the kettle');
    await searchFor(page, 'Patience');
    await expectMarked(page, 'patience');
    await expectAccessible(page);
  },
);

/** How far the painted patch lies from where a canvas says the words stand in the field's only line. */
function patchError(field: Locator, words: string): Promise<number> {
  return field.evaluate((box: HTMLInputElement | HTMLTextAreaElement, sought) => {
    const style = getComputedStyle(box);
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) throw new Error('no canvas');
    canvas.font = style.font;
    const before = box.value.slice(0, box.value.indexOf(sought));
    const from = Number.parseFloat(style.paddingLeft) + canvas.measureText(before).width;
    const [left = Number.NaN] = style.backgroundPosition.split(' ').map(Number.parseFloat);
    const [width = Number.NaN] = style.backgroundSize.split(' ').map(Number.parseFloat);
    return Math.max(Math.abs(left - from), Math.abs(width - canvas.measureText(sought).width));
  }, words);
}

begun('words in boxes to write in are marked in their box, and follow what is typed', async ({ page }) => {
  await page.getByRole('link', { name: 'Goals' }).click();
  await page.getByRole('button', { name: 'New goal' }).click();
  const dialog = page.getByRole('dialog', { name: 'New goal' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Say no sooner');
  await dialog.getByRole('textbox', { name: 'Why it matters' }).fill('My weeks are full of heronless yes');
  await dialog.getByRole('textbox', { name: 'As hoped', exact: true }).fill('I ask for a night');
  await dialog.getByRole('button', { name: 'Begin this goal' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Say no sooner' })).toBeVisible();

  for (const [words, label] of [
    ['heronless', 'Why it matters'],
    ['a night', 'As hoped'],
  ] as const) {
    await page.getByRole('link', { name: 'Settings' }).click();
    await searchFor(page, words);
    const field = page.getByRole('textbox', { name: label, exact: true });
    await expect(field).toHaveAccessibleDescription(`Found here: ${words}`);
    await expect.poll(() => patchError(field, words)).toBeLessThan(1.5);
    await expect(field).toBeInViewport();
  }
  await expectAccessible(page);

  const why = page.getByRole('textbox', { name: 'As hoped', exact: true });
  await why.fill('First I ask for a night');
  await expect.poll(() => patchError(why, 'a night')).toBeLessThan(1.5);
  await why.fill('First I ask');
  await expect(why).toHaveCSS('background-image', 'none');
  await expect(why).toHaveAccessibleDescription('');
  await why.fill('a night');
  await expect(why).toHaveAccessibleDescription('Found here: a night');
  // Going on puts the marks away.
  await page.getByRole('link', { name: 'Goals', exact: true }).first().click();
  await page.getByRole('main').getByRole('link', { name: 'Say no sooner' }).click();
  await expect(why).toHaveCSS('background-image', 'none');
});

begun('what is folded over a searched word opens, and may be closed again', async ({ page }) => {
  await page.getByRole('link', { name: 'Goals' }).click();
  await page.getByRole('button', { name: 'New commitment' }).click();
  const promise = page.getByRole('dialog', { name: 'New commitment' });
  await promise.getByRole('textbox', { name: 'What will you do' }).fill('Ring the choir');
  await promise.getByRole('textbox', { name: 'If something gets in the way' }).fill('If engaged, I write');
  await promise.getByRole('button', { name: 'Keep this commitment' }).click();
  await page.getByRole('button', { name: 'Kept', exact: true }).click();
  const settle = page.getByRole('dialog', { name: 'How did it go?' });
  await settle.getByRole('textbox', { name: /What was learned/ }).fill('They answer on Tuesdays');
  await settle.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('button', { name: 'Looked back on' })).toBeVisible();

  await page.getByRole('link', { name: 'Settings' }).click();
  await searchFor(page, 'Tuesdays');
  const folded = page.getByRole('button', { name: 'Looked back on' });
  await expect(folded).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByText('They answer on Tuesdays')).toBeInViewport();
  await folded.click();
  await expect(folded).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByText('They answer on Tuesdays')).toBeHidden();

  await page.getByRole('link', { name: 'Settings' }).click();
  await searchFor(page, 'If engaged');
  await expect(page.getByText('If engaged, I write.')).toBeInViewport();
  await expectMarked(page, 'If engaged');
});

begun('a line opens at what was searched for: its mats, its leaves, when it begins', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('new timel');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'New timeline' }).getByRole('textbox').fill('Leaving well');
  await page.getByRole('button', { name: 'Lay the string' }).click();
  await page.getByRole('list', { name: 'Mats' }).getByRole('button', { expanded: false }).first().click();
  await page.getByRole('textbox', { name: 'When' }).fill('springish');
  await page.getByRole('button', { name: 'The string' }).last().click();
  await page.getByRole('textbox', { name: 'It begins' }).fill('after school');
  await page.getByRole('link', { name: 'Settings' }).click();

  await searchFor(page, 'springish');
  await expect(page.getByRole('textbox', { name: 'When' })).toHaveAccessibleDescription(
    'Found here: springish',
  );
  await page.getByRole('link', { name: 'Settings' }).click();
  await searchFor(page, 'after school');
  await expect(page.getByRole('textbox', { name: 'It begins' })).toHaveAccessibleDescription(
    'Found here: after school',
  );
  await expect(page.getByRole('textbox', { name: 'When' })).toHaveCount(0);
});

begun('a goal is begun from the commands', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('new goal');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New goal' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Sing in public');
  await dialog.getByRole('button', { name: 'Begin this goal' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sing in public' })).toBeVisible();
});
