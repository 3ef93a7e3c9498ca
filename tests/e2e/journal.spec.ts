import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { beginJournal } from '../support/begin.ts';
import { begun, protectedTest, test } from '../support/launch.ts';
import { untilSaved } from '../support/saved.ts';
import { unlockWith } from './pages/lock.ts';
import { Settings } from './pages/settings.ts';

const closedTest = begun.extend({ isClosed: true });

interface HeldUp {
  heldUp?: boolean;
}

/** From the first such write on, its transaction neither ends nor fails: the moment in which a crash comes. */
async function holdUp(page: Page, store: string, key: string | undefined): Promise<void> {
  await page.evaluate(
    ([heldStore, heldKey]) => {
      for (const name of ['add', 'put'] as const) {
        const real = IDBObjectStore.prototype[name];
        IDBObjectStore.prototype[name] = function (this: IDBObjectStore, value: unknown, ...rest) {
          const request = real.call(this, value, ...rest);
          const written = (value as { key?: string }).key;
          if (this.name === heldStore && written === heldKey) {
            const goOn = () => {
              this.count().onsuccess = goOn;
            };
            goOn();
            (window as HeldUp).heldUp = true;
          }
          return request;
        };
      }
    },
    [store, key] as const,
  );
}

const crashes = [
  { when: 'before anything is written', store: 'meta', key: 'rows', keys: [] },
  { when: 'once the key is written', store: 'rows', key: undefined, keys: ['open.txt'] },
  { when: 'when all but the last word is written', store: 'meta', key: 'replica', keys: ['open.txt'] },
] as const;

for (const { when, store, key, keys } of crashes) {
  test(`a crash in the middle of beginning, ${when}, leads back to the beginning`, async ({
    stringwalk,
    page,
  }) => {
    await holdUp(page, store, key);
    await page.getByLabel('Your name', { exact: true }).fill('Tom');
    await page.getByLabel("Your buddy's name").fill('Maya');
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.waitForFunction(() => (window as HeldUp).heldUp);
    const slots = join(stringwalk.dataFolder, 'journal', 'slots');
    expect(await readdir(slots).catch(() => [])).toEqual(keys);
    await stringwalk.kill();

    await stringwalk.start();
    await expect(stringwalk.page.getByLabel('Your name', { exact: true })).toBeVisible();
    expect(await readdir(slots).catch(() => [])).toEqual([]);
    await beginJournal(stringwalk.page, { me: 'Ada' });
    await stringwalk.restart();
    await expect(stringwalk.page.getByRole('heading', { level: 1 })).toContainText('Ada');
  });
}

closedTest(
  'keys beside an empty database and no log are never taken for a first run, nor touched',
  async ({ stringwalk }) => {
    await rm(join(stringwalk.dataFolder, 'IndexedDB'), { recursive: true });
    await rm(join(stringwalk.dataFolder, 'journal', 'log'), { recursive: true });
    await stringwalk.start();
    await expect(
      stringwalk.page.getByRole('heading', { name: 'Part of this journal is missing' }),
    ).toBeVisible();
    expect(await readdir(join(stringwalk.dataFolder, 'journal', 'slots'))).toEqual([
      'open.txt',
      'recovery.age',
      'recovery.bin',
    ]);
  },
);

closedTest(
  'a damaged key is said to be that, and no passphrase is asked for that never was',
  async ({ stringwalk }) => {
    for (const place of ['slots', 'spare'])
      await writeFile(join(stringwalk.dataFolder, 'journal', place, 'open.txt'), 'AGE-SECRET-KEY-1QQQ');
    await stringwalk.start();
    await expect(
      stringwalk.page.getByRole('heading', { name: 'The key of this journal is damaged' }),
    ).toBeVisible();
    await expect(stringwalk.page.getByLabel('Recovery key')).toBeVisible();
    await expect(stringwalk.page.getByLabel('Passphrase', { exact: true })).toBeHidden();
  },
);

protectedTest(
  'a page that was drawn anew and has nothing to keep closes at once',
  async ({ stringwalk, page }) => {
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Your journal is locked' })).toBeVisible();
    // It used to be asked for its words, and could not answer.
    const ended = stringwalk.app.waitForEvent('close', { timeout: 8000 });
    await stringwalk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await ended;
  },
);

protectedTest(
  'a journal whose passphrase file went missing is not locked away, and gets another one',
  async ({ stringwalk, page }) => {
    for (const place of ['slots', 'spare'])
      await rm(join(stringwalk.dataFolder, 'journal', place, 'passphrase.age'));
    await page.getByRole('button', { name: 'Lock' }).click();
    await expect(page.getByText('there is nothing to lock it with')).toBeVisible();
    await page.getByRole('button', { name: 'Choose one' }).click();
    const settings = new Settings(page);
    await expect(settings.section('Protection')).toContainText('passphrase is gone');
    const another = 'heron kettle brass monday';
    await settings.chooseFirstPassphrase(another);
    const locked = await stringwalk.lockedWindow(() => settings.lockNow.click());
    await unlockWith(locked, another);
  },
);

test.describe('a mishap nobody answered for', () => {
  test.use({ expectedErrors: /on purpose/ });

  begun('is said, and the journal goes on', async ({ page }) => {
    await page.evaluate(() => {
      setTimeout(() => void Promise.reject(new Error('on purpose')));
    });
    await expect(page.getByText('Something did not work just now.')).toBeVisible();
    const note = page.getByRole('textbox', { name: 'Quick note' });
    await untilSaved(page, () => note.fill('Still here'));
    await expect(note).toHaveValue('Still here');
  });
});
