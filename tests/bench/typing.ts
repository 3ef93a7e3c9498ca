import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { type KnownHandlers, Stringwalk } from '../support/stringwalk.ts';
import { median, quantile, type Row, row } from './figures.ts';

/** What a draft waits for after the last key, as `journal/drafts.ts` has it. */
const debounceMs = 500;
const frameMs = 16;
const turns = 7;
/** Each takes over two minutes: two journals, typed and kept into. */
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

const keysATurn = 30;
const notesATurn = 20;

/**
 * Typing, from the end of the debounce to "Saved", which is said after the draft's row and file are written; and keeping
 * a note, from the click to "Saved" with its field empty again, which is after its revision is in the log and in the
 * database. The median, over turns, of the p95 of each. With the shell's files and without them turn about, key by key
 * and note by note in one start, because a disk is now quicker and now slower; without the first of each, which still
 * compiles what it runs.
 */
export async function measureSave(decade: string, year: string): Promise<readonly Row[]> {
  const [ten, one]: [Taken[], Taken[]] = [[], []];
  for (let turn = 0; turn < saveTurns; turn += 1) {
    ten.push(await savedAfter(decade));
    one.push(await savedAfter(year));
  }
  const typed = (all: readonly Taken[], files: Files) => median(all.map((each) => p95(each.typed[files])));
  const kept = (all: readonly Taken[], files: Files) => median(all.map((each) => p95(each.kept[files])));
  const overDatabase = 'ratio over the database alone at most 1.3';
  const typedInTen = typed(ten, 'written');
  const keptInTen = kept(ten, 'written');
  return [
    row('save', typedInTen, 'ms', typed(one, 'written'), 'ratio of 10 years over 1 at most 1.2'),
    row('save-log', typedInTen, 'ms', typed(ten, 'left out'), overDatabase),
    row('save-revision', keptInTen, 'ms', kept(one, 'written'), 'reported'),
    row('save-revision-log', keptInTen, 'ms', kept(ten, 'left out'), overDatabase),
  ];
}

/** `left out`: the shell answers at once, and writes nothing. What remains is the database. */
type Files = 'written' | 'left out';

/** Milliseconds, one key and one note after the other. */
interface Taken {
  readonly typed: Readonly<Record<Files, readonly number[]>>;
  readonly kept: Readonly<Record<Files, readonly number[]>>;
}

/** How the shell takes what the page asks it to write, until it is told otherwise. */
async function switchOf({ app }: Stringwalk): Promise<(files: Files) => Promise<void>> {
  const held = await app.evaluateHandle(({ ipcMain }) => {
    const known = (ipcMain as unknown as KnownHandlers)._invokeHandlers;
    const state = { files: 'written' };
    for (const name of ['appendRows', 'writeDraft', 'removeDrafts']) {
      const write = known.get(name);
      ipcMain.removeHandler(name);
      ipcMain.handle(name, (event, input) =>
        state.files === 'written' ? write?.(event, input) : { ok: true, lastWords: false },
      );
    }
    return state;
  });
  return (files) =>
    held.evaluate((state, now) => {
      state.files = now;
    }, files);
}

/** Each way as often as the other, and each as often right after itself as after the other. */
async function inTurns(
  count: number,
  use: (files: Files) => Promise<void>,
  measure: (run: number) => Promise<number>,
): Promise<Record<Files, readonly number[]>> {
  const taken: Record<Files, number[]> = { written: [], 'left out': [] };
  for (let run = 0; run < 2 * count + 2; run += 1) {
    const files = (run + (run >> 1)) % 2 === 0 ? 'written' : 'left out';
    await use(files);
    taken[files].push(await measure(run));
  }
  return { written: taken.written.slice(1), 'left out': taken['left out'].slice(1) };
}

async function savedAfter(folder: string): Promise<Taken> {
  const stringwalk = await Stringwalk.launch({ dataFolder: folder });
  try {
    const { page } = stringwalk;
    await page.getByRole('heading', { level: 1 }).waitFor();
    await allRead(page);
    const use = await switchOf(stringwalk);
    const typed = await inTurns(keysATurn, use, (run) => typedKey(page, run));
    const kept = await inTurns(notesATurn, use, (run) => keptNote(page, run));
    // What was left out of the log is made good at the next start.
    await use('written');
    return { typed, kept };
  } finally {
    await stringwalk.close();
  }
}

async function typedKey(page: Page, run: number): Promise<number> {
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
  await page.getByRole('textbox', { name: 'Quick note' }).press(run % 10 === 9 ? 'Space' : 'a');
  return (await next) - debounceMs;
}

async function keptNote(page: Page, run: number): Promise<number> {
  await page.getByRole('textbox', { name: 'Quick note' }).fill(`The heron again, ${run}.`);
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
  return next;
}
