import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { begun as test } from '../support/launch.ts';
import { encrypted, mayasZip, passphrase, zipOf } from '../support/mayasShare.ts';
import { Pen } from '../support/pen.ts';
import { untilSaved } from '../support/saved.ts';
import { History, Trash } from './pages/history.ts';
import { Sessions } from './pages/sessions.ts';
import { Share } from './pages/share.ts';

/** Types, and leaves the field, so that the words become a version. */
async function writeAndLeave(page: Page, write: () => Promise<unknown>): Promise<void> {
  await untilSaved(page, write);
  await page.getByRole('heading', { level: 1 }).first().click();
}

test('What a note said before can be read, laid beside what it says now, and brought back', async ({
  stringwalk,
}) => {
  test.setTimeout(90_000);
  let sessions = new Sessions(stringwalk.page);
  await sessions.create({ title: 'Holt Wood in the rain' });
  await writeAndLeave(stringwalk.page, () => sessions.write('First half', 'Tom', 'The string bent left.'));
  await writeAndLeave(stringwalk.page, () =>
    sessions.write('First half', 'Tom', ' I wanted to straighten it.'),
  );
  await writeAndLeave(stringwalk.page, () =>
    sessions.notes('First half', 'Tom').fill('Nothing to see here.'),
  );
  await stringwalk.restart();

  const { page } = stringwalk;
  sessions = new Sessions(page);
  await sessions.open(/Holt Wood in the rain/);
  await sessions.half('First half').getByRole('button', { name: 'Earlier versions of Notes by Tom' }).click();
  const history = new History(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Earlier versions' })).toBeVisible();
  await expect(history.versions).toHaveCount(3);
  await expect(history.pane).toContainText('Nothing to see here.');
  await expect(history.pane.getByRole('button', { name: 'Bring this version back' })).toHaveCount(0);
  await expectAccessible(page);

  await history.choose('5 words in');
  await expect(history.pane).toContainText('The string bent left. I wanted to straighten it.');
  await history.look('Beside the one before');
  await expect(history.putIn).toHaveText(/I wanted to straighten it/);
  await expect(history.takenOut).toHaveCount(0);
  await history.look('Beside what stands now');
  await expect(history.takenOut.first()).toBeVisible();
  await expect(history.putIn.first()).toBeVisible();
  await expectAccessible(page);

  await history.bringBack();
  await expect(history.versions).toHaveCount(4);
  await expect(history.versions.first()).toContainText('stands now');
  // Taken back, and brought back once more: nothing is lost by either.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(history.versions).toHaveCount(5);
  await history.versions.nth(1).click();
  await history.bringBack();
  await stringwalk.restart();
  const after = new Sessions(stringwalk.page);
  await after.open(/Holt Wood in the rain/);
  await expect(after.notes('First half', 'Tom')).toHaveText(
    'The string bent left. I wanted to straighten it.',
  );
});

test('A deleted session waits among deleted things with all its words, unfound by search, until it is brought back', async ({
  stringwalk,
}) => {
  test.setTimeout(90_000);
  const sessions = new Sessions(stringwalk.page);
  await sessions.create({ title: 'By the weir' });
  await sessions.rate('First half', 'Clarity', 'before', 3);
  await writeAndLeave(stringwalk.page, () => sessions.write('First half', 'Tom', 'A heron stood there.'));
  await writeAndLeave(stringwalk.page, () => sessions.write('Second half', 'Maya', 'So did I.'));
  await sessions.choose('Delete session');
  await expect(stringwalk.page.getByText('Session deleted.')).toBeVisible();
  await stringwalk.restart();

  const { page } = stringwalk;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill('heron');
  await expect(page.getByText('Nothing in this journal holds all of these words.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Search' }).fill('Deleted things');
  await page.getByRole('option', { name: 'Deleted things' }).click();

  const trash = new Trash(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Deleted things' })).toBeVisible();
  await expect(page.getByText('Nothing here goes away by itself.')).toBeVisible();
  await expect(trash.things).toHaveCount(1);
  await expect(trash.pane).toContainText('A heron stood there.');
  await expect(trash.pane).toContainText('So did I.');
  await expectAccessible(page);
  const filter = page.getByRole('searchbox', { name: 'Look for words' });
  await filter.fill('kingfisher');
  await expect(trash.things).toHaveCount(0);
  await filter.fill('heron stood');
  await expect(trash.things).toHaveCount(1);

  await trash.bringBack();
  await expect(page.getByText('Session brought back.')).toBeVisible();
  await expect(page.getByText('Nothing has been deleted.')).toBeVisible();
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'By the weir' })).toBeVisible();
  await stringwalk.restart();
  const after = new Sessions(stringwalk.page);
  await after.open(/By the weir/);
  await expect(after.notes('First half', 'Tom')).toHaveText('A heron stood there.');
  await expect(after.notes('Second half', 'Maya')).toHaveText('So did I.');
  await expect(after.figure('First half', 'Clarity', 'before')).toHaveValue('3');
});

test('Two versions written apart stand side by side until a person joins them', async ({
  stringwalk,
  folder,
}) => {
  test.setTimeout(120_000);
  const { page } = stringwalk;
  const share = new Share(stringwalk);
  const maya = new Pen('Maya', 'Tom');
  const takeIn = async (name: string, zip: Uint8Array) => {
    const file = join(folder, `${name}.stringwalk`);
    await writeFile(file, await encrypted(zip));
    await share.open(file, passphrase);
    await share.seeFrom('Maya');
    await share.add();
  };
  await takeIn('first', mayasZip(maya));
  const sessions = new Sessions(page);
  await sessions.open(/In the rain/);
  const retitle = async (title: string) => {
    await page.getByRole('button', { name: 'Edit the title' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill(title);
    await untilSaved(page, () => page.keyboard.press('Enter'));
  };
  await retitle('In the rain, under one coat');

  // Meanwhile Maya wrote another title in her journal, and shares again.
  const [theirs] = maya.view().all('session');
  if (!theirs) throw new Error('Maya has no session');
  maya.put('session', { ...theirs.body, title: 'The wet one' }, theirs.id);
  await takeIn('second', zipOf(maya, theirs.id));

  await sessions.goToList();
  await page.getByRole('main').locator('a[href*="/sessions/session_"]').first().click();
  const notice = page.getByRole('status').filter({ hasText: 'There is another version of this' });
  await expect(notice).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole('heading', { level: 1, name: 'The wet one' })).toBeVisible();
  // To write on joins nothing by itself.
  await retitle('The wet one, and cold');
  await expect(notice).toBeVisible();

  await notice.getByRole('button', { name: 'Compare' }).click();
  const beside = page.getByRole('region', { name: 'Two versions stand side by side' });
  await expect(beside).toContainText('In the rain, under one coat');
  await expect(beside).toContainText('The wet one, and cold');
  await expectAccessible(page);
  await beside.getByRole('button', { name: 'Keep the other one' }).click();
  await expect(beside).toHaveCount(0);
  await stringwalk.restart();
  await new Sessions(stringwalk.page).open(/In the rain, under one coat/);
  await expect(stringwalk.page.getByText('There is another version of this')).toHaveCount(0);
});

test('Versions and deleted things are reached, read and brought back by keyboard alone', async ({ page }) => {
  test.setTimeout(60_000);
  const { keyboard } = page;
  const note = page.getByRole('textbox', { name: 'Quick note' });
  await note.focus();
  await untilSaved(page, () => keyboard.type('Seen from the bridge'));
  await page.getByRole('button', { name: 'Keep this note' }).focus();
  await keyboard.press('Enter');
  await page.getByRole('button', { name: /^Delete Note of/ }).focus();
  await keyboard.press('Enter');
  await expect(page.getByText('Note deleted.')).toBeVisible();
  await keyboard.press('Control+k');
  await keyboard.type('deleted things');
  await keyboard.press('Enter');
  const trash = new Trash(page);
  await expect(trash.things).toHaveCount(1);
  await trash.pane.getByRole('button', { name: 'Earlier versions' }).focus();
  await keyboard.press('Enter');
  const history = new History(page);
  await expect(history.versions).toHaveCount(2);
  await history.versions.first().focus();
  await expect(history.pane).toContainText('It was deleted here.');
  await keyboard.press('ArrowDown');
  await expect(history.pane).toContainText('Seen from the bridge');
  await history.pane.getByRole('button', { name: 'Bring this version back' }).focus();
  await keyboard.press('Enter');
  await expect(history.versions).toHaveCount(3);
  await expect(history.versions.first()).toContainText('Brought back');
});

test('What is erased for good is gone with all its versions, also after a restart', async ({
  stringwalk,
}) => {
  test.setTimeout(90_000);
  const quickNote = async (words: string) => {
    const { page } = stringwalk;
    await untilSaved(page, () => page.getByRole('textbox', { name: 'Quick note' }).pressSequentially(words));
    await page.getByRole('button', { name: 'Keep this note' }).click();
  };
  await quickNote('To be forgotten');
  await stringwalk.page.getByRole('button', { name: /^Delete Note of/ }).click();
  await expect(stringwalk.page.getByText('Note deleted.')).toBeVisible();
  await quickNote('To be kept');
  const trash = new Trash(stringwalk.page);
  await trash.goTo();
  await expect(trash.pane).toContainText('To be forgotten');
  await trash.pane.getByRole('button', { name: 'Erase for good' }).click();
  const question = stringwalk.page.getByRole('alertdialog', { name: 'Erase this for good?' });
  await expect(question).toContainText('already shared cannot be called back');
  await expectAccessible(stringwalk.page);
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(trash.things).toHaveCount(1);
  await trash.pane.getByRole('button', { name: 'Erase for good' }).click();
  await question.getByRole('button', { name: 'Erase for good' }).click();
  await expect(stringwalk.page.getByText('Erased for good.')).toBeVisible();
  await expect(stringwalk.page.getByText('Nothing has been deleted.')).toBeVisible();

  await stringwalk.restart();
  await expect(stringwalk.page.getByText('To be kept')).toBeVisible();
  await new Trash(stringwalk.page).goTo();
  await expect(stringwalk.page.getByText('Nothing has been deleted.')).toBeVisible();
});
