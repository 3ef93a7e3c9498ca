import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { Stringwalk } from '../support/stringwalk.ts';
import { median, quantile, type Row, row } from './figures.ts';

/** What a draft waits for after the last key, as `journal/drafts.ts` has it. */
const debounceMs = 500;
const frameMs = 16;
const turns = 7;
/** Each takes two minutes: three journals, typed and kept into. */
const saveTurns = 5;

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
const notesATurn = 21;

/**
 * Typing, from the end of the debounce to "Saved", which is said after the draft's row and file are written; and keeping
 * a note, from the click to "Saved" with its field empty again, which is after its revision is in the log and in the
 * database. The median, over turns, of the p95 of each. In turns, because a disk is now quicker and now slower; without
 * the first of each, which still compiles what it runs.
 */
export async function measureSave(decade: string, year: string): Promise<readonly Row[]> {
  const [ten, one, alone]: [Taken[], Taken[], Taken[]] = [[], [], []];
  for (let turn = 0; turn < saveTurns; turn += 1) {
    ten.push(await savedAfter(decade));
    one.push(await savedAfter(year));
    // The log falls behind the database by this, and is made good at the next start.
    alone.push(await savedAfter(decade, withoutFiles));
  }
  const typed = (all: readonly Taken[]) => median(all.map((each) => p95(each.typed)));
  const kept = (all: readonly Taken[]) => median(all.map((each) => p95(each.kept)));
  const overDatabase = 'ratio over the database alone at most 1.3';
  return [
    row('save', typed(ten), 'ms', typed(one), 'ratio of 10 years over 1 at most 1.2'),
    row('save-log', typed(ten), 'ms', typed(alone), overDatabase),
    row('save-revision', kept(ten), 'ms', kept(one), 'reported'),
    row('save-revision-log', kept(ten), 'ms', kept(alone), overDatabase),
  ];
}

/** Milliseconds, one key and one note after the other. */
interface Taken {
  readonly typed: readonly number[];
  readonly kept: readonly number[];
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
): Promise<Taken> {
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
    return { typed: taken.slice(1), kept: (await keptAfter(page)).slice(1) };
  } finally {
    await stringwalk.close();
  }
}

async function keptAfter(page: Page): Promise<readonly number[]> {
  const note = page.getByRole('textbox', { name: 'Quick note' });
  const taken: number[] = [];
  for (let run = 0; run < notesATurn; run += 1) {
    await note.fill(`The heron again, ${run}.`);
    await page
      .locator('.frame-foot')
      .getByText(/^Saved/)
      .waitFor();
    const next = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let clickedAt: number | undefined;
          window.addEventListener('click', ({ timeStamp }) => (clickedAt = timeStamp), {
            once: true,
            capture: true,
          });
          const watcher = new MutationObserver(() => {
            const status = document.querySelector('.frame-foot [role=status]')?.textContent ?? '';
            const field = document.querySelector<HTMLTextAreaElement>('.today-capture textarea');
            if (clickedAt === undefined || field?.value !== '' || !status.startsWith('Saved')) return;
            watcher.disconnect();
            resolve(performance.now() - clickedAt);
          });
          watcher.observe(document.body, { childList: true, characterData: true, subtree: true });
        }),
    );
    await page.getByRole('button', { name: 'Keep this note' }).click();
    taken.push(await next);
  }
  return taken;
}
