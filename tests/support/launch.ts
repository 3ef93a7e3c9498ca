import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { takeOwnDisplay } from './display.ts';
import { reachedFor } from './netLog.ts';
import {
  begunJournal,
  copyJournal,
  lockedJournal,
  type PreparedJournal,
  protectedJournal,
} from './prepared.ts';
import { type LaunchOptions, Stringwalk } from './stringwalk.ts';

interface Fixtures {
  /** The console errors a test brings about on purpose; any other fails it. Set with `test.use`. */
  readonly expectedErrors: RegExp | undefined;
  /** Whether this test tries to reach the world on purpose, and looks itself at what came of it. */
  readonly triesToReachOut: boolean;
  /** What `stringwalk` starts on: a copy of a journal that was brought this far, or none. */
  readonly startsOn: PreparedJournal | undefined;
  /** Whether `stringwalk` lies closed when the test begins, for one that does something to its folder first. */
  readonly isClosed: boolean;
  /** A path for files a test writes; gone afterwards. */
  readonly folder: string;
  /** Starts one more Stringwalk, on a fresh data folder unless it is given one. Closed by itself at the end. */
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<Stringwalk>;
  /** The same, without starting it. */
  readonly closed: (options?: Partial<LaunchOptions>) => Stringwalk;
  readonly stringwalk: Stringwalk;
  /** The page of `stringwalk` as it was at the start of the test. */
  readonly page: Page;
}

interface WorkerFixtures {
  /** Every worker's windows stand on a display of their own. */
  readonly display: undefined;
  /** The data folder of a journal that was brought this far once, and closed; to be copied. */
  readonly prepared: (journal: PreparedJournal) => Promise<string>;
}

/** A hidden display has no graphics card. Not to look for one makes each of several hundred starts a tenth cheaper. */
const sparingSwitches = ['--disable-gpu'];

/**
 * Every test gets the built app with a data folder of its own. At its end the page must have complained of nothing and
 * asked for nothing outside the app, nor Chromium by itself.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright demands a destructured first parameter.
    async ({}, use) => {
      const end = await takeOwnDisplay();
      await use(undefined);
      await end();
    },
    { scope: 'worker', auto: true },
  ],
  prepared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright demands a destructured first parameter.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'stringwalk-prepared-'));
      const folders = new Map<PreparedJournal, Promise<string>>();
      let count = 0;
      const folderOf = (journal: PreparedJournal): Promise<string> => {
        const known = folders.get(journal);
        if (known) return known;
        count += 1;
        const made = prepare(journal, join(folder, `journal-${count}`), folderOf);
        folders.set(journal, made);
        return made;
      };
      await use(folderOf);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  startsOn: [undefined, { option: true }],
  isClosed: [false, { option: true }],
  expectedErrors: [undefined, { option: true }],
  triesToReachOut: [false, { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright demands a destructured first parameter.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'stringwalk-test-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  closed: async ({ expectedErrors, triesToReachOut, folder }, use, testInfo) => {
    const launched: Stringwalk[] = [];
    const netLogs = await mkdtemp(join(tmpdir(), 'stringwalk-network-'));
    await use((options = {}) => {
      const dataFolder = join(folder, `journal-${launched.length + 1}`);
      const args = [...sparingSwitches, ...(options.args ?? [])];
      const stringwalk = Stringwalk.closed({ dataFolder, netLogs, ...options, args });
      launched.push(stringwalk);
      return stringwalk;
    });
    if (testInfo.status !== testInfo.expectedStatus) {
      for (const stringwalk of launched) await attachPicture(stringwalk);
    }
    for (const stringwalk of launched) await stringwalk.close();
    const reached = await reachedFor(netLogs);
    await rm(netLogs, { recursive: true, force: true });
    const errors = launched.flatMap((stringwalk) => stringwalk.errors);
    expect(
      errors.filter((text) => !expectedErrors?.test(text)),
      'errors in the page or the shell',
    ).toEqual([]);
    const askedFor = launched.flatMap((stringwalk) => stringwalk.foreignRequests);
    if (!triesToReachOut) expect(askedFor, 'requests outside the app').toEqual([]);
    // Trying is one thing: nothing ever comes as far as the network.
    expect(reached, 'what Chromium asked of the network').toEqual([]);

    async function attachPicture(stringwalk: Stringwalk): Promise<void> {
      // A closed app or a page that hangs has no picture; the failure itself matters more.
      const body = await pictureOf(stringwalk).catch(() => undefined);
      if (body) await testInfo.attach('page', { body, contentType: 'image/png' });
    }
  },

  launch: async ({ closed }, use) => {
    await use(async (options) => {
      const stringwalk = closed(options);
      await stringwalk.start();
      return stringwalk;
    });
  },

  stringwalk: async ({ closed, folder, startsOn, isClosed, prepared }, use) => {
    const dataFolder = join(folder, 'journal-1');
    if (startsOn) await copyJournal(await prepared(startsOn), dataFolder);
    const stringwalk = closed({ dataFolder });
    if (!isClosed) {
      await stringwalk.start();
      await startsOn?.open(stringwalk.page);
    }
    await use(stringwalk);
  },

  page: async ({ stringwalk }, use) => {
    await use(stringwalk.page);
  },
});

/** The same for a test that begins where a journal does: a copy of one is there at once. */
export const begun = test.extend({ startsOn: begunJournal });

/** And where it is protected by `passphrase`: unlocked, or as it lies. */
export const protectedTest = test.extend({ startsOn: protectedJournal });
export const lockedTest = test.extend({ startsOn: lockedJournal });

async function prepare(
  { after, make, finish }: PreparedJournal,
  dataFolder: string,
  folderOf: (journal: PreparedJournal) => Promise<string>,
): Promise<string> {
  if (after) await copyJournal(await folderOf(after), dataFolder);
  if (make) {
    const stringwalk = await Stringwalk.launch({ dataFolder, args: sparingSwitches });
    await after?.open(stringwalk.page);
    await make(stringwalk);
    await stringwalk.close();
  }
  await finish?.(dataFolder);
  return dataFolder;
}

/** Rejects where it is closed, too. */
async function pictureOf(stringwalk: Stringwalk): Promise<Buffer> {
  return stringwalk.page.screenshot({ timeout: 5_000 });
}
