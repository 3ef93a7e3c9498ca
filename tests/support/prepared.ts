/** @file Journals that many tests begin on: each is brought that far once in a worker, as a person would, and then copied. */
import { cp, link } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unlockWith } from '../e2e/pages/lock.ts';
import { Welcome } from '../e2e/pages/welcome.ts';
import { beginJournal, openJournal } from './begin.ts';
import { quicken } from './quickAge.ts';
import type { Stringwalk } from './stringwalk.ts';

export interface PreparedJournal {
  /** The one it goes on from, open; none where it begins with an empty data folder. */
  readonly after?: PreparedJournal;
  /** What a person does in it. May leave it running, or closed. */
  readonly make?: (stringwalk: Stringwalk) => Promise<void>;
  /** What is done to its closed folder. */
  readonly finish?: (dataFolder: string) => Promise<void>;
  /** What a person does when they start it. */
  readonly open: (page: Page) => Promise<void>;
}

export const passphrase = 'lantern otter seven plaid';

/** Begins a journal with a passphrase, and puts its recovery sheet off until later. */
export async function beginProtected(page: Page): Promise<void> {
  const welcome = new Welcome(page);
  await welcome.fill('Judith', 'Kofi');
  await welcome.protectWith(passphrase);
  await welcome.beginAndPutOff();
}

/** Nothing is written in it yet. */
export const begunJournal: PreparedJournal = {
  make: ({ page }) => beginJournal(page),
  open: openJournal,
};

/** Begun with a passphrase, and left as it lies. */
export const lockedJournal: PreparedJournal = {
  make: ({ page }) => beginProtected(page),
  open: (page) => page.getByLabel('Passphrase', { exact: true }).waitFor(),
};

/** The same, unlocked, which takes no time in it. */
export const protectedJournal: PreparedJournal = {
  after: lockedJournal,
  finish: (dataFolder) => quicken(dataFolder, passphrase),
  open: (page) => unlockWith(page, passphrase),
};

const ballast = join('journal', 'ballast.bin');

/** The ballast is large, and no start writes into one that is there: every copy may have the same. */
export async function copyJournal(from: string, to: string): Promise<void> {
  await cp(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => path !== join(from, ballast),
  });
  // Closed early, a journal has none, and lays it at its next start.
  await link(join(from, ballast), join(to, ballast)).catch(() => undefined);
}
