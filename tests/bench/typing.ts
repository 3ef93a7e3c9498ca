import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { Stringwalk } from '../support/stringwalk.ts';
import { median, quantile, type Row, row } from './figures.ts';

/** What a draft waits for after the last key, as `journal/drafts.ts` has it. */
const debounceMs = 500;
const frameMs = 16;
const turns = 7;

const betweenKeysMs = 60;
const searched = [
  'gate',
  'sister',
  'the king',
  'Tuesday',
  'dined',
  'heron',
  'my wife and I',
  'garden',
  'office',
  'slower',
  'lamb',
  'what if',
  'coach',
  'river',
  'evening',
];

/** From a key to the results being painted: the median, over several starts, of the p95 over every key of all queries. */
export async function measureSearch(decade: string): Promise<readonly Row[]> {
  const p95s: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) p95s.push(p95(await keysSearched(decade)));
  return [row('search', median(p95s), 'ms', frameMs, 'at most 16 ms')];
}

const p95 = (taken: readonly number[]) => quantile(taken, 0.95);

async function keysSearched(decade: string): Promise<readonly number[]> {
  const stringwalk = await Stringwalk.launch({ dataFolder: decade });
  try {
    const { page } = stringwalk;
    await page.getByRole('heading', { level: 1 }).waitFor();
    await allRead(page);
    await page.keyboard.press('Control+k');
    const box = page.getByRole('combobox', { name: 'Search' });
    await box.waitFor();
    await page.evaluate(() => {
      const taken: number[] = [];
      Object.assign(window, { taken });
      window.addEventListener(
        'keydown',
        (event) => {
          // Emptying the box is no search.
          if (event.key.length > 1) return;
          const channel = new MessageChannel();
          // The frame after the key, then the task after that frame: what the key changed is on the screen.
          channel.port1.onmessage = () => taken.push(performance.now() - event.timeStamp);
          requestAnimationFrame(() => channel.port2.postMessage(undefined));
        },
        { capture: true },
      );
    });
    for (const words of searched) {
      await box.fill('');
      await pause(betweenKeysMs);
      await box.pressSequentially(words, { delay: betweenKeysMs });
    }
    return await page.evaluate(() => (window as unknown as { taken: number[] }).taken);
  } finally {
    await stringwalk.close();
  }
}

/**
 * Older years are read behind the first page, and then the log and the database are counted through, once a start:
 * measuring begins once they are.
 */
async function allRead(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Years' }).click();
  await page.getByRole('heading', { level: 1, name: 'Years' }).waitFor();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 8000)));
  await page.getByRole('link', { name: 'Today' }).click();
}

const keysATurn = 21;

/**
 * From the end of the debounce to "Saved", which is said after the row is committed: the median, over turns, of the p95
 * of each. In turns, because a disk is now quicker and now slower; without the first key of each, which still compiles
 * what it runs.
 */
export async function measureSave(decade: string, year: string): Promise<readonly Row[]> {
  const [ten, one, alone]: [number[], number[], number[]] = [[], [], []];
  for (let turn = 0; turn < turns; turn += 1) {
    ten.push(p95(await savedAfter(decade)));
    one.push(p95(await savedAfter(year)));
    // The log falls behind the database by this, and is made good at the next start.
    alone.push(p95(await savedAfter(decade, withoutFiles)));
  }
  return [
    row('save', median(ten), 'ms', median(one), 'ratio of 10 years over 1 at most 1.2'),
    row('save-log', median(ten), 'ms', median(alone), 'ratio over the database alone at most 1.3'),
  ];
}

/** The shell answers at once, and writes nothing: what is left is the database. */
async function withoutFiles({ app }: Stringwalk): Promise<void> {
  await app.evaluate(({ ipcMain }) => {
    for (const name of ['appendRows', 'writeDraft', 'removeDrafts']) {
      ipcMain.removeHandler(name);
      ipcMain.handle(name, () => ({ ok: true, lastWords: false }));
    }
  });
}

async function savedAfter(
  folder: string,
  prepare: (stringwalk: Stringwalk) => Promise<void> = async () => undefined,
): Promise<readonly number[]> {
  const stringwalk = await Stringwalk.launch({ dataFolder: folder });
  try {
    await prepare(stringwalk);
    const { page } = stringwalk;
    await page.getByRole('heading', { level: 1 }).waitFor();
    await allRead(page);
    const note = page.getByRole('textbox', { name: 'Quick note' });
    const taken: number[] = [];
    for (let run = 0; run < keysATurn; run += 1) {
      const next = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const status = [...document.querySelectorAll('[role=status]')].find((each) =>
              each.closest('.frame-foot'),
            );
            let typedAt = 0;
            window.addEventListener('keydown', (event) => (typedAt = event.timeStamp), {
              once: true,
              capture: true,
            });
            let saving = false;
            const watcher = new MutationObserver(() => {
              const words = status?.textContent ?? '';
              if (words.startsWith('Saving')) saving = true;
              if (!saving || !words.startsWith('Saved')) return;
              watcher.disconnect();
              resolve(performance.now() - typedAt);
            });
            if (status) watcher.observe(status, { childList: true, characterData: true, subtree: true });
          }),
      );
      await note.press(run % 10 === 9 ? 'Space' : 'a');
      taken.push((await next) - debounceMs);
    }
    return taken.slice(1);
  } finally {
    await stringwalk.close();
  }
}
