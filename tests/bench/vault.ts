import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { Settings } from '../e2e/pages/settings.ts';
import { openJournal } from '../support/begin.ts';
import { Stringwalk } from '../support/stringwalk.ts';
import { median, type Row, row } from './figures.ts';

const root = join(import.meta.dirname, '../..');
const passphrase = 'lantern otter seven plaid';
const runs = 7;
/** Each moves gigabytes. */
const runsWithPhotos = 3;

/** Sealing ten years anew, and opening them with the passphrase that came with it. */
export async function measureVault(
  decade: string,
  withPhotos: string,
  folder: string,
): Promise<readonly Row[]> {
  const protectedDecade = join(folder, 'protected');
  const resealed = async (journal: string) => {
    await rm(protectedDecade, { recursive: true, force: true });
    await cp(journal, protectedDecade, { recursive: true });
    return resealing(protectedDecade);
  };
  const [photos, reseal]: [number[], number[]] = [[], []];
  for (let run = 0; run < runsWithPhotos; run += 1) photos.push(await resealed(withPhotos));
  for (let run = 0; run < runs; run += 1) reseal.push(await resealed(decade));
  const [unlock, bare]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    bare.push(await bareScrypt(join(folder, 'empty')));
    unlock.push(await unlocking(protectedDecade));
  }
  return [
    row('unlock', median(unlock), 'ms', median(bare), 'ratio over bare scrypt at most 1.5'),
    row('reseal', median(reseal) / 1000, 's', 1, 'reported'),
    row('reseal, photos', median(photos) / 1000, 's', median(reseal) / 1000, 'reported'),
  ];
}

/** From the click that asks for it until the journal stands open again. */
async function resealing(dataFolder: string): Promise<number> {
  const stringwalk = await Stringwalk.launch({ dataFolder });
  try {
    const { page } = stringwalk;
    await openJournal(page);
    const settings = new Settings(page);
    await settings.open();
    const taken = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let [clickedAt, hasBegun] = [0, false];
          // The last click before the page that says so is the one that asked for it.
          const click = ({ timeStamp }: Event) => (clickedAt = hasBegun ? clickedAt : timeStamp);
          window.addEventListener('click', click, { capture: true });
          const watcher = new MutationObserver(() => {
            hasBegun ||= document.querySelector('h1')?.textContent === 'Sealing your journal anew';
            if (!hasBegun || !document.querySelector('nav[aria-label="Journal"]')) return;
            watcher.disconnect();
            resolve(performance.now() - clickedAt);
          });
          watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
        }),
    );
    await settings.askForFirstPassphrase(passphrase);
    const ms = await taken;
    await checkpointMade(page);
    return ms;
  } finally {
    await stringwalk.close();
  }
}

/** The view is sealed anew behind the first page; every later start begins with it. */
async function checkpointMade(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(
          () =>
            new Promise<number>((resolve, reject) => {
              const opening = indexedDB.open('stringwalk');
              opening.onerror = () => reject(opening.error);
              opening.onsuccess = () => {
                const { result } = opening;
                const counting = result.transaction('checkpoint').objectStore('checkpoint').count();
                counting.onsuccess = () => resolve(counting.result);
                counting.onerror = () => reject(counting.error);
                result.close();
              };
            }),
        ),
      { timeout: 60_000 },
    )
    .toBeGreaterThan(0);
}

/** From Enter until Today is painted. */
async function unlocking(dataFolder: string): Promise<number> {
  const stringwalk = await Stringwalk.launch({ dataFolder });
  try {
    const { page } = stringwalk;
    const field = page.getByLabel('Passphrase', { exact: true });
    await field.fill(passphrase);
    const taken = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let pressedAt = 0;
          window.addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), {
            once: true,
            capture: true,
          });
          const watcher = new MutationObserver(() => {
            if (!document.querySelector('.frame-page h1')) return;
            watcher.disconnect();
            const channel = new MessageChannel();
            // The task after the frame: what was drawn is on the screen.
            channel.port1.onmessage = () => resolve(performance.now() - pressedAt);
            requestAnimationFrame(() => channel.port2.postMessage(undefined));
          });
          watcher.observe(document.body, { childList: true, subtree: true });
        }),
    );
    await field.press('Enter');
    return await taken;
  } finally {
    await stringwalk.close();
  }
}

/** On the same runtime, in a page that does nothing else. */
async function bareScrypt(dataFolder: string): Promise<number> {
  const stringwalk = await Stringwalk.launch({ dataFolder, appFolder: join(root, 'out/tools') });
  try {
    await stringwalk.page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
    return await stringwalk.page.evaluate(async () => {
      const tools = 'app://stringwalk/tools/scrypt.js';
      const { bareScrypt: measure } = (await import(tools)) as typeof import('./scrypt.ts');
      return measure();
    });
  } finally {
    await stringwalk.close();
  }
}
