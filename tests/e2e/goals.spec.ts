import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Day } from '#shared/base/time.ts';
import { writeShare } from '#shared/share/shareFile.ts';
import { expectAccessible } from '../support/axe.ts';
import { begun as test } from '../support/launch.ts';
import { shareContent } from '../support/makeShare.ts';
import { encrypted, passphrase } from '../support/mayasShare.ts';
import { Pen, writeAnAfternoon } from '../support/pen.ts';
import { untilSaved } from '../support/saved.ts';
import { Goals } from './pages/goals.ts';
import { Share } from './pages/share.ts';

const levels = {
  'Much less than hoped': 'Yes, before the question ends',
  'Less than hoped': 'Yes, and sorry later',
  'As hoped': 'I ask for a night to think',
  'More than hoped': 'No, in one sentence',
  'Much more than hoped': 'Nobody thinks to ask',
};

test('A goal with its five levels, check-ins and states is all there after a restart', async ({
  stringwalk,
  page,
}) => {
  const goals = new Goals(page);
  await goals.goTo();
  await expect(page.getByText(/what enough looks like/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'New goal' }).click();
  await goals.newGoal.getByRole('textbox', { name: 'Name' }).fill('   ');
  await goals.newGoal.getByRole('button', { name: 'Begin this goal' }).click();
  await expect(goals.newGoal.getByText('Give it a name, a few words will do.')).toBeVisible();
  await goals.newGoal.getByRole('textbox', { name: 'Name' }).fill('Say no sooner 🌲 שלום');
  await goals.newGoal.getByRole('textbox', { name: 'Why it matters' }).fill('My weeks are full of yes');
  await goals.newGoal.getByRole('textbox', { name: /know it is enough/ }).fill('A free Thursday');
  await goals.newGoal.getByRole('textbox', { name: /smallest step/ }).fill('One no by message');
  for (const [level, words] of Object.entries(levels))
    await goals.newGoal.getByRole('textbox', { name: level, exact: true }).fill(words);
  await expectAccessible(page);
  await goals.newGoal.getByRole('button', { name: 'Begin this goal' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Say no sooner 🌲 שלום' })).toBeVisible();

  await page.getByRole('button', { name: 'Add a check-in' }).click();
  const dialog = page.getByRole('dialog', { name: 'A check-in' });
  await dialog.getByRole('button', { name: 'Keep this check-in' }).click();
  await expect(dialog.getByText('Choose the level that is nearest.')).toBeVisible();
  await expect(dialog.getByText('I ask for a night to think')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await goals.checkIn('01022026', 'Yes, and sorry later', 'Said yes to the fete');
  await goals.checkIn('01032026', 'No, in one sentence', 'And the world stood');
  await goals.checkIn('01102026', 'I ask for a night to think', '');
  await expect(goals.checkIns).toHaveCount(3);
  await expect(goals.checkIns.first()).toContainText('As hoped');
  await expect(
    page.getByRole('img', { name: /3 check-ins, 1 February 2026 to 1 October 2026$/ }),
  ).toBeVisible();

  await page.getByRole('button', { name: /^Edit the check-in of 1 Oct/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(goals.checkIns).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(goals.checkIns).toHaveCount(3);

  await page.getByRole('radiogroup', { name: 'Where it is' }).getByText('Resting').click();
  await untilSaved(page, () =>
    page.getByRole('textbox', { name: 'Why it matters' }).fill('My weeks are full of other people’s yes'),
  );
  await expectAccessible(page);

  await stringwalk.restart();
  const again = new Goals(stringwalk.page);
  await again.goTo();
  const line = stringwalk.page.getByRole('listitem').filter({ hasText: 'Say no sooner' });
  await expect(line).toContainText('Resting');
  await expect(line).toContainText('As hoped, 1 Oct 2026');
  await expectAccessible(stringwalk.page);
  await again.open('Say no sooner 🌲 שלום');
  await expect(again.checkIns).toHaveCount(3);
  await expect(stringwalk.page.getByRole('textbox', { name: 'Why it matters' })).toHaveValue(
    /other people’s yes$/,
  );
  await expect(stringwalk.page.getByRole('textbox', { name: 'As hoped', exact: true })).toHaveValue(
    'I ask for a night to think',
  );
});

test('A goal is deleted with its check-ins, and all of it comes back', async ({ page }) => {
  const goals = new Goals(page);
  await goals.create('Sing in public', 'Maya');
  await goals.checkIn('01022026', 'As hoped', 'Second row');
  await page.getByRole('button', { name: 'More for this goal' }).click();
  await page.getByRole('menuitem', { name: 'Delete goal' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Goals' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sing in public' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('region', { name: 'Maya’s goals' }).getByRole('link')).toHaveText(
    'Sing in public',
  );
  await goals.open('Sing in public');
  await expect(goals.checkIns).toHaveCount(1);
});

test('On a goal from the other journal my own check-ins stand beside theirs', async ({
  stringwalk,
  page,
  folder,
}) => {
  const maya = new Pen('Maya', 'Tom');
  const { session } = writeAnAfternoon(maya);
  const levels = ['', '', 'I ask for a night to think', '', ''] as const;
  const goal = maya.put('goal', {
    person: maya.me,
    name: 'Sing in public',
    why: 'For the girl in the library',
    evidence: '',
    smallestStep: '',
    levels: [...levels],
    state: 'growing',
    day: '2026-01-10' as Day,
  });
  for (const [day, level] of [
    ['2026-02-01', -1],
    ['2026-03-01', 0],
  ] as const)
    maya.put('checkIn', { goal, day: day as Day, level, words: 'Second row' });
  const share = shareContent(maya, { sessions: [session] });
  const goals = maya.revisions.filter(({ kind }) => kind === 'goal' || kind === 'checkIn');
  const zip = writeShare({ ...share, revisions: [...share.revisions, ...goals] }, maya.signingSeed);
  if (!zip.ok) throw new Error(zip.error);
  const file = join(folder, 'goal.stringwalk');
  await writeFile(file, await encrypted(zip.value));

  const importing = new Share(stringwalk);
  await importing.open(file, passphrase);
  await importing.seeFrom('Maya');
  await importing.add();
  const mine = new Goals(page);
  await mine.open('Sing in public');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveCount(0);
  await expect(mine.checkIns).toHaveCount(2);
  await expect(page.getByRole('columnheader', { name: 'By' })).toHaveCount(0);
  await mine.checkIn('15022026', 'I ask for a night to think', 'I heard her from the back');
  await expect(mine.checkIns).toHaveCount(3);
  await expect(mine.checkIns.nth(1)).toContainText('You');
  await expect(mine.checkIns.nth(0)).toContainText('Maya');
  // Each changes their own.
  await expect(page.getByRole('button', { name: /^Edit the check-in/ })).toHaveCount(1);
  await expectAccessible(page);

  await stringwalk.restart();
  const again = new Goals(stringwalk.page);
  await again.open('Sing in public');
  await expect(again.checkIns.nth(1)).toContainText('I heard her from the back');
});

async function promise(page: Page, what: string, whose?: string): Promise<void> {
  await page.getByRole('button', { name: 'New commitment' }).click();
  const dialog = page.getByRole('dialog', { name: 'New commitment' });
  if (whose) await dialog.getByText(whose, { exact: true }).click();
  await dialog.getByRole('textbox', { name: /^What will/ }).fill(what);
  await dialog.getByRole('button', { name: 'Keep this commitment' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

test('Commitments are made for a goal, looked back on and kept by month', async ({ stringwalk, page }) => {
  const goals = new Goals(page);
  await goals.create('Say no sooner');
  await goals.goTo();

  await page.getByRole('button', { name: 'New commitment' }).click();
  const dialog = page.getByRole('dialog', { name: 'New commitment' });
  await dialog.getByRole('button', { name: 'Keep this commitment' }).click();
  await expect(dialog.getByText('Write what it is, in a few words.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'What will you do' }).fill('Ring the choir');
  await dialog
    .getByRole('textbox', { name: 'If something gets in the way' })
    .fill('If it is late, then I write');
  await dialog.getByRole('spinbutton', { name: 'How sure' }).fill('5');
  await expect(dialog.getByText(/make it smaller/)).toBeVisible();
  await dialog.getByRole('spinbutton', { name: 'How sure' }).fill('8');
  await expect(dialog.getByText(/make it smaller/)).toBeHidden();
  await dialog.getByRole('button', { name: /For which goal/ }).click();
  await page.getByRole('option', { name: 'Say no sooner' }).click();
  await dialog.getByRole('button', { name: 'Keep this commitment' }).click();
  await expect(goals.openCommitments).toHaveCount(1);
  await expect(goals.openCommitments).toContainText('If it is late, then I write. How sure: 8');
  await promise(page, 'Oil the gate', 'Maya');
  await promise(page, 'Walk home');
  await expect(goals.openCommitments).toHaveCount(3);
  await expect(goals.openCommitments.last()).toContainText('Maya');
  await expectAccessible(page);

  const asked = await goals.settle('Ring the choir', 'Partly');
  await expect(asked.getByText('Ring the choir')).toBeVisible();
  await expect(asked.getByRole('radio', { name: 'Partly kept' })).toBeChecked();
  await asked.getByRole('textbox', { name: /What was learned/ }).fill('They answer on Tuesdays');
  await expectAccessible(page);
  await asked.getByRole('button', { name: 'Keep' }).click();
  await (await goals.settle('Oil the gate', 'Let go')).getByRole('button', { name: 'Keep' }).click();
  await expect(goals.openCommitments).toHaveCount(1);

  await stringwalk.restart();
  const after = stringwalk.page;
  const again = new Goals(after);
  await again.goTo();
  await expect(again.openCommitments).toHaveCount(1);
  await after.getByRole('button', { name: 'Looked back on' }).click();
  const settled = after.getByRole('region', { name: /\d{4}$/ }).getByRole('listitem');
  await expect(settled).toHaveCount(2);
  const choir = settled.filter({ hasText: 'Ring the choir' });
  await expect(choir).toContainText('Partly kept');
  await expect(choir).toContainText('They answer on Tuesdays');
  await choir.getByRole('link', { name: 'Say no sooner' }).click();
  await expect(after.getByRole('list', { name: 'Commitments for this goal' })).toContainText(
    'Ring the choir',
  );
});

test('A commitment is made and settled with the keyboard alone', async ({ page }) => {
  const goals = new Goals(page);
  await goals.goTo();
  await page.getByRole('button', { name: 'New commitment' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'What will you do' })).toBeFocused();
  await page.keyboard.type('Walk home');
  await page.keyboard.press('Enter');
  await expect(goals.openCommitments).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'New commitment' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Kept', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'How did it go?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Kept', exact: true })).toBeFocused();
});
