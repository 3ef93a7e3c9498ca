import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { beginJournal } from '../support/begin.ts';
import { begun, test } from '../support/launch.ts';
import { Growth } from './pages/growth.ts';
import { Sessions } from './pages/sessions.ts';

/** Three sessions in one year, the last half a year after the others; Maya rated once. */
async function walkThrice(page: Page): Promise<void> {
  const sessions = new Sessions(page);
  const walks = [
    { day: '05032024', where: 'Holt Wood', title: 'The letter', before: 4, after: 7 },
    { day: '19032024', where: 'The canal', title: '=The lock', before: 5, after: 5 },
    { day: '20092024', where: 'Holt Wood', title: 'After the summer', before: 2, after: 8 },
  ];
  for (const [index, { before, after, ...facts }] of walks.entries()) {
    await sessions.create({ ...facts, first: 'Tom' });
    await sessions.rate('First half', 'Clarity', 'before', before);
    await sessions.rate('First half', 'Clarity', 'after', after);
    if (index === 0) {
      await sessions
        .half('First half')
        .getByPlaceholder('What makes it a 7?')
        .fill('-1 voice, "mine" is left');
      await sessions.rate('Second half', 'Clarity', 'after', 9);
    }
    await sessions.saved();
  }
}

begun(
  'Readings become points, broken where there was nothing, and every point opens its session',
  async ({ stringwalk, page }) => {
    await walkThrice(page);
    const growth = new Growth(page);
    await growth.goTo();

    // Nothing was read in the last year, so all there is is shown.
    const summary = '6 readings from 3 halves, 5 March 2024 to 20 September 2024';
    await expect(page.getByRole('figure').getByText(summary)).toBeVisible();
    const points = growth.points('Clarity, you');
    await expect(points).toHaveCount(3);
    await expect(points.first()).toHaveAccessibleName(
      '5 March 2024, The letter, first half: 4 before, 7 after. -1 voice, "mine" is left',
    );
    // The line joins the first two; between March and September there is water and no line.
    const line = growth.chart('Clarity, you').locator('.recharts-line-curve');
    await expect(line).toHaveAttribute('d', /^M[^ML]+L[^ML]+(M[^ML]+Z?)?$/);
    await expect(growth.chart('Clarity, you').locator('.water')).toHaveCount(1);
    await expectAccessible(page);

    // By keyboard: one tab stop, arrow keys from point to point, Enter.
    await growth.table.getByRole('link').first().focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(points.last()).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(points.nth(1)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: '=The lock' })).toBeVisible();
    await page.goBack();

    // By mouse, with what was said on the way.
    await points.first().hover();
    await expect(page.getByText('4 before, 7 after')).toBeVisible();
    await points.first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'The letter' })).toBeVisible();

    await stringwalk.restart();
    const again = new Growth(stringwalk.page);
    await again.goTo();
    await expect(again.points('Clarity, you')).toHaveCount(3);
    await again.choosePerson('Maya’s');
    await expect(again.points('Clarity, Maya')).toHaveCount(1);
    await expect(again.points('Clarity, Maya')).toHaveAccessibleName(/second half: 9 after$/);
  },
);

begun('The table, the period and the CSV say the same as the chart', async ({ stringwalk, page, folder }) => {
  await walkThrice(page);
  const growth = new Growth(page);
  await growth.goTo();
  await expect(growth.rows).toHaveCount(3);
  await expect(growth.rows.first()).toHaveText(/20 Sept? 2024After the summer, first half28/);

  await growth.choosePeriod('3 months');
  await expect(page.getByText('No readings of clarity by you in these days.')).toBeVisible();
  await expect(growth.table).toHaveCount(0);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(growth.rows).toHaveCount(3);

  await growth.choosePeriod('From–to');
  await growth.typeDay('To', '30042024');
  await expect(growth.rows).toHaveCount(2);
  await expect(growth.points('Clarity, you')).toHaveCount(2);
  await expect(
    page.getByRole('figure').getByText(/4 readings from 2 halves, 5 March 2024 to 19 March 2024/),
  ).toBeVisible();

  const file = join(folder, 'growth.csv');
  await stringwalk.saveTo(undefined);
  await growth.saveCsv();
  await stringwalk.saveTo(file);
  await growth.saveCsv();
  await expect(page.getByText('The table is saved.')).toBeVisible();
  expect(await readFile(file, 'utf8')).toBe(
    [
      '\uFEFFDay,Person,Measure,Session,Half,Before,After,Words before,Words after',
      `2024-03-05,Tom,Clarity,The letter,1,4,7,,"'-1 voice, ""mine"" is left"`,
      "2024-03-19,Tom,Clarity,'=The lock,1,5,5,,",
      '',
    ].join('\r\n'),
  );

  await growth.rows.first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: '=The lock' })).toBeVisible();
  // Back where one was: the same days still.
  await page.goBack();
  await expect(growth.rows).toHaveCount(2);
});

test('A measure of one’s own, and a reading between sessions', async ({ stringwalk, page }) => {
  await beginJournal(page, { buddy: 'مايا 🌲' });
  const growth = new Growth(page);
  await growth.goTo();
  await expect(page.getByText(/say from 0 to 10 how clear/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'New measure' }).click();
  const dialog = page.getByRole('dialog', { name: 'New measure' });
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect(dialog.getByText('Give it a name, a word or two.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'What is it called?' }).fill('energy');
  await expect(dialog.getByText('There is one of this name already.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'What is it called?' }).fill('Patience 🐢');
  await dialog.getByRole('textbox', { name: 'What is a 10?' }).fill('I can wait for the kettle');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByText('No readings of patience 🐢 by you yet.')).toBeVisible();

  await page.getByRole('button', { name: 'Add a reading' }).click();
  const reading = page.getByRole('dialog', { name: 'Add a reading' });
  await reading.getByRole('button', { name: 'Keep' }).click();
  await expect(reading.getByText('Choose a place on the line, from 0 to 10.')).toBeVisible();
  await reading.getByRole('spinbutton', { name: 'Patience 🐢' }).fill('3');
  await reading.getByRole('textbox', { name: 'What makes it that?' }).fill('The queue moved');
  await reading.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByText('10: I can wait for the kettle')).toBeVisible();
  const point = growth.chart('Patience 🐢, you').getByRole('button');
  await expect(point).toHaveAccessibleName(/between sessions: 3, on its own. The queue moved$/);

  // The point opens the reading; taken out, it can be brought back.
  await point.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Take it out' }).click();
  await expect(page.getByText('No readings of patience 🐢 by you yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(point).toHaveCount(1);

  // A half of a session asks for it from now on.
  const sessions = new Sessions(page);
  await sessions.create({ first: 'Tom' });
  await sessions.rate('First half', 'Patience 🐢', 'after', 6);
  await sessions.saved();

  await stringwalk.restart();
  const again = new Growth(stringwalk.page);
  await again.goTo();
  await again.chooseMeasure('Patience 🐢');
  await expect(again.rows).toHaveCount(2);
  await expectAccessible(stringwalk.page);
});
