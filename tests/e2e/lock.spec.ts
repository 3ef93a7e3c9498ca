import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { begun, lockedTest, protectedTest, test } from '../support/launch.ts';
import { passphrase } from '../support/prepared.ts';
import { tryPassphrase, unlockWith } from './pages/lock.ts';
import { Sessions } from './pages/sessions.ts';
import { Settings } from './pages/settings.ts';
import { Welcome } from './pages/welcome.ts';

protectedTest(
  'locking keeps the last words, ends the process that knew the key, and asks',
  async ({ stringwalk, page }) => {
    test.setTimeout(120_000);
    const sessions = new Sessions(page);
    await sessions.create({ title: 'By the ponds' });
    await sessions.write('First half', 'Judith', 'Typed a moment before');
    const knewTheKey = await stringwalk.pageProcess();

    const locked = await stringwalk.lockedWindow(() => page.getByRole('button', { name: 'Lock' }).click());
    await expect(locked.getByRole('heading', { name: 'Your journal is locked' })).toBeVisible();
    await expect(locked.getByLabel('Passphrase', { exact: true })).toBeFocused();
    expect(await stringwalk.pageProcess()).not.toBe(knewTheKey);
    expect(() => process.kill(knewTheKey, 0)).toThrow();
    expect(await locked.content()).not.toContain('By the ponds');
    await expectAccessible(locked);

    await tryPassphrase(locked, 'lantern otter seven plain');
    await expect(locked.getByText('That is not the passphrase. Nothing has changed')).toBeVisible({
      timeout: 30_000,
    });
    await unlockWith(locked, passphrase);
    const reopened = new Sessions(locked);
    await reopened.open(/By the ponds/);
    await expect(reopened.notes('First half', 'Judith')).toHaveText('Typed a moment before');

    // The same by the keyboard, from the middle of a word in a form; one that was put away or sent leaves nothing.
    await reopened.write('First half', 'Judith', ', and again');
    await (await newQuestion(locked, 'What did I put away?')).getByRole('button', { name: 'Cancel' }).click();
    const sent = await newQuestion(locked, 'What did I keep?');
    await sent.getByRole('button', { name: 'Keep the question' }).click();
    await sent.waitFor({ state: 'hidden' });
    await newQuestion(locked, 'What was I abo');
    const second = await stringwalk.lockedWindow(() => locked.keyboard.press('Control+l'));
    await unlockWith(second, passphrase);
    const notes = second.locator('.today-note');
    await expect(notes).toHaveCount(1);
    await expect(notes).toContainText('Left unfinished: New question');
    await expect(notes).toContainText('What was I abo');
    await new Sessions(second).open(/By the ponds/);
    await expect(new Sessions(second).notes('First half', 'Judith')).toHaveText(
      'Typed a moment before, and again',
    );
  },
);

async function newQuestion(page: Page, words: string): Promise<Locator> {
  await page.getByRole('navigation', { name: 'Journal' }).getByRole('link', { name: 'Questions' }).click();
  await page.getByRole('button', { name: 'New question' }).click();
  const form = page.getByRole('dialog', { name: 'New question' });
  await form.getByRole('textbox', { name: 'The question' }).fill(words);
  return form;
}

lockedTest('a passphrase can be shown while it is typed', async ({ page }) => {
  const field = page.getByLabel('Passphrase', { exact: true });
  await field.fill(passphrase);
  await expect(field).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Show what I type' }).click();
  await expect(field).toHaveAttribute('type', 'text');
  await expect(field).toHaveValue(passphrase);
});

lockedTest(
  'from the third wrong passphrase on, the next one waits a second, and nothing worse',
  async ({ page: locked }) => {
    test.setTimeout(120_000);
    const pauses = await locked.evaluateHandle(() => {
      const asked: number[] = [];
      const real = window.setTimeout;
      const watched = (work: TimerHandler, ms?: number, ...rest: unknown[]) => {
        if (ms === 1000) asked.push(ms);
        return real(work, ms, ...rest);
      };
      Object.assign(window, { setTimeout: watched });
      return asked;
    });
    const wrong = async (times: number) => {
      for (let tries = 0; tries < times; tries += 1) {
        await tryPassphrase(locked, `not this one, ${tries}`);
        await expect(locked.getByRole('button', { name: 'Opening…' })).toBeVisible();
        await expect(locked.getByText('That is not the passphrase.')).toBeVisible({ timeout: 30_000 });
      }
    };
    await wrong(3);
    expect(await pauses.jsonValue()).toEqual([]);
    await wrong(1);
    expect(await pauses.jsonValue()).toEqual([1000]);
    await unlockWith(locked, passphrase);
  },
);

protectedTest(
  'a changed passphrase replaces the old one, and only if the old one was known',
  async ({ stringwalk, page }) => {
    test.setTimeout(120_000);
    const next = 'heron kettle brass monday';
    const settings = new Settings(page);
    await settings.open();
    await settings.section('Protection').getByRole('button', { name: 'Change the passphrase' }).click();
    await settings.askToChange('not this one at all', next);
    await expect(page.getByText('That is not the current passphrase. Nothing has changed.')).toBeVisible({
      timeout: 30_000,
    });
    await settings.askToChange(passphrase, next);
    await expect(page.getByText('The passphrase is set.')).toBeVisible({ timeout: 30_000 });

    await stringwalk.restart();
    await tryPassphrase(stringwalk.page, passphrase);
    await expect(stringwalk.page.getByText('That is not the passphrase.')).toBeVisible({ timeout: 30_000 });
    await unlockWith(stringwalk.page, next);
  },
);

begun(
  'a journal without a passphrase says why it cannot be locked, and leads to choosing one',
  async ({ stringwalk, page }) => {
    await page.keyboard.press('Control+l');
    await expect(page.getByText('there is nothing to lock it with')).toBeVisible();
    await page.getByRole('button', { name: 'Choose one' }).click();
    const settings = new Settings(page);
    await expect(settings.section('Protection')).toContainText('This journal is not protected on this disk.');
    await settings.chooseFirstPassphrase(passphrase);
    const locked = await stringwalk.lockedWindow(() => settings.lockNow.click());
    await unlockWith(locked, passphrase);
  },
);

test('a passphrase that falls at once is refused in words, and a poor one advised against', async ({
  stringwalk,
  page,
}) => {
  const welcome = new Welcome(page);
  await welcome.fill('Judith', 'Kofi');
  await welcome.protectWith('judithkofi');
  await expect(page.getByRole('status')).toContainText('guessed within minutes. Names and walks');
  await expectAccessible(page);
  await welcome.begin();
  await expect(welcome.passphrase).toHaveAccessibleDescription(/guessed within minutes/);
  await expect(welcome.passphrase).toBeFocused();
  await welcome.passphrase.fill('lanternotter');
  await welcome.again.fill('lanternotter');
  await expect(page.getByRole('status')).toContainText('Another random word or two helps most.');
  await welcome.beginAndPutOff();
  await stringwalk.restart();
  await unlockWith(stringwalk.page, 'lanternotter');
});

protectedTest(
  'sleep and a locked screen lock, from every page, once, and keep the last words',
  async ({ stringwalk, page }) => {
    test.setTimeout(120_000);
    // Settings asks the shell for what a starting page asks; that must not be taken for one.
    await new Settings(page).open();
    await stringwalk.lockedWindow(() => stringwalk.system('suspend'));
    await unlockWith(stringwalk.page, passphrase);

    const sessions = new Sessions(stringwalk.page);
    await sessions.create({ title: 'By the ponds' });
    await sessions.write('First half', 'Judith', 'The lid was closing');
    const held = await stringwalk.hold('appendRows');
    let windows = 0;
    stringwalk.app.on('window', () => {
      windows += 1;
    });
    await stringwalk.lockedWindow(async () => {
      await stringwalk.system('lock-screen');
      await stringwalk.system('suspend');
      // Nothing locks before the words are kept.
      await held.asked();
      expect(await stringwalk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(
        1,
      );
      expect(windows).toBe(0);
      await held.release();
    });
    await unlockWith(stringwalk.page, passphrase);
    expect(windows).toBe(1);
    await new Sessions(stringwalk.page).open(/By the ponds/);
    await expect(new Sessions(stringwalk.page).notes('First half', 'Judith')).toHaveText(
      'The lid was closing',
    );
  },
);

protectedTest(
  'what a page asks for after its end is neither done nor complained of',
  async ({ stringwalk, page }) => {
    const relockOnceMore = await stringwalk.lastWords('relock');
    const locked = await stringwalk.lockedWindow(() => page.keyboard.press('Control+l'));
    expect(await relockOnceMore()).toBeUndefined();
    await unlockWith(locked, passphrase);
  },
);

lockedTest('a passphrase on its way in is let go when the machine sleeps', async ({ stringwalk }) => {
  const held = await stringwalk.hold('logState');
  const locked = await stringwalk.lockedWindow(async () => {
    await tryPassphrase(stringwalk.page, passphrase);
    await held.asked();
    await stringwalk.system('suspend');
  });
  await held.release();
  await expect(locked.getByRole('heading', { name: 'Your journal is locked' })).toBeVisible();
  await expect(locked.getByLabel('Passphrase', { exact: true })).toHaveValue('');
  await unlockWith(locked, passphrase);
});

protectedTest(
  'a dialog of the system does not keep the journal open, and its late answer does nothing',
  async ({ stringwalk, folder }) => {
    const path = join(folder, 'late.csv');
    const held = await stringwalk.app.evaluateHandle(({ dialog }) => {
      let [show, answer] = [() => {}, (_chosen: { canceled: boolean; filePath: string }) => {}];
      const shown = new Promise<void>((resolve) => {
        show = resolve;
      });
      dialog.showSaveDialog = () => {
        show();
        return new Promise((resolve) => {
          answer = resolve;
        });
      };
      return { shown, answer: (filePath: string) => answer({ canceled: false, filePath }) };
    });
    const value = new Uint8Array([1]);
    const asking = stringwalk.page
      .evaluate(
        (bytes) =>
          (
            window as unknown as { stringwalk: { saveFile: (input: unknown) => Promise<unknown> } }
          ).stringwalk.saveFile({
            kind: 'csv',
            name: 'late',
            value: new Uint8Array(bytes),
          }),
        [...value],
      )
      .catch(() => undefined);
    await held.evaluate(({ shown }) => shown);
    const locked = await stringwalk.lockedWindow(() => stringwalk.system('suspend'));
    await asking;
    await held.evaluate(({ answer }, chosen) => answer(chosen), path);
    await unlockWith(locked, passphrase);
    await expect(access(path)).rejects.toThrow();
  },
);
