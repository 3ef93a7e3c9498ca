import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { CallName } from '#shared/shell/channels.ts';
import type { JournalEvent } from '#shared/shell/contract.ts';
import { tryPassphrase, unlockWith } from '../e2e/pages/lock.ts';
import { Welcome } from '../e2e/pages/welcome.ts';
import { beginJournal } from '../support/begin.ts';
import { untilSaved } from '../support/saved.ts';
import { type LaunchOptions, Stringwalk } from '../support/stringwalk.ts';

/** Long enough for a machine that does other things as well. */
const patienceMs = 60_000;

/**
 * What a kill explains: rows that were in the log and not yet in the database, and a line of the log that was being
 * written. Whatever else a start puts right, something broke it.
 */
const explainedByKill: readonly JournalEvent['what'][] = ['rows-from-log', 'log-cut'];

interface Typed {
  readonly at: number;
  readonly text: string;
}

/**
 * Somebody who writes notes into a real Stringwalk and remembers what it said was saved. The memory outlives the
 * program: the page tells of every key and of every "Saved" as it happens.
 */
export class Writer {
  readonly stringwalk: Stringwalk;
  /** After a kill as much of what was typed may be missing, and no more. */
  mayBeMissingMs = 2000;
  /** Nothing but kills happens to this journal: then a start puts no more right than they explain. */
  isOnlyKilled = false;
  /** What opens the journal, where something must. */
  passphrase: string | undefined;
  /** By the first word of a note, its text when the frame last said "Saved". */
  readonly #promised = new Map<string, string>();
  #typed: Typed[] = [];
  #notes = 0;
  readonly #seen = { errors: 0, requests: 0 };

  private constructor(stringwalk: Stringwalk, passphrase: string | undefined) {
    this.stringwalk = stringwalk;
    this.passphrase = passphrase;
  }

  /** Begins a journal on an empty folder. */
  static async begin(dataFolder: string, passphrase?: string): Promise<Writer> {
    const stringwalk = await Stringwalk.launch({ dataFolder });
    const writer = new Writer(stringwalk, passphrase);
    if (passphrase === undefined) await beginJournal(stringwalk.page);
    else {
      const welcome = new Welcome(stringwalk.page);
      await welcome.fill('Judith', 'Kofi');
      await welcome.protectWith(passphrase);
      await welcome.beginAndPutOff();
    }
    await writer.#listen();
    return writer;
  }

  /** Goes on in a journal that is open already. */
  static async on(stringwalk: Stringwalk, passphrase?: string): Promise<Writer> {
    const writer = new Writer(stringwalk, passphrase);
    await writer.opened();
    return writer;
  }

  get page(): Page {
    return this.stringwalk.page;
  }

  get promises(): readonly string[] {
    return [...this.#promised.values()];
  }

  /** Starts the app again and waits for the journal. */
  async start(env: LaunchOptions['env'] = {}): Promise<void> {
    await this.stringwalk.start(env);
    try {
      await this.opened();
    } catch (problem) {
      // What did not come up would run on beside the next try.
      if (!(problem instanceof Refusal)) await this.stringwalk.killGroup();
      throw problem;
    }
  }

  /** The window shows the journal, unlocked if it has to be. */
  async opened(): Promise<void> {
    const { page } = this.stringwalk;
    const journal = page.getByRole('navigation', { name: 'Journal' });
    const locked = page.getByRole('heading', { name: 'Your journal is locked' });
    const stopped = page.getByRole('alert').getByRole('heading');
    await journal.or(locked).or(stopped).first().waitFor({ timeout: patienceMs });
    if (await stopped.isVisible()) throw new Refusal((await stopped.textContent()) ?? '');
    if (await locked.isVisible()) await unlockWith(page, this.passphrase ?? '');
    await this.#listen();
  }

  /** Tries these on the locked page; the one that opens the journal. */
  async whichOpens(passphrases: readonly string[]): Promise<string> {
    const { page } = this.stringwalk;
    const field = page.getByLabel('Passphrase', { exact: true });
    await field.waitFor({ timeout: patienceMs });
    const journal = page.getByRole('navigation', { name: 'Journal' });
    const wrong = page.getByText('That is not the passphrase.');
    for (const each of passphrases) {
      await tryPassphrase(page, each);
      await page.getByRole('button', { name: 'Opening…' }).or(journal).first().waitFor();
      await journal.or(wrong).first().waitFor({ timeout: patienceMs });
      if (!(await journal.isVisible())) continue;
      await this.#listen();
      return each;
    }
    throw new Error('no passphrase opens the journal');
  }

  /** Types a new note, key by key; resolves when all of it is typed. Nothing says yet that it is saved. */
  async type(words: number, delayMs = 40): Promise<void> {
    this.#notes += 1;
    const text = [`note${this.#notes}:`, ...Array.from({ length: words }, (_, n) => `word${n}`)].join(' ');
    const note = this.page.getByRole('textbox', { name: 'Quick note' });
    await note.focus();
    await note.pressSequentially(text, { delay: delayMs });
  }

  /** Goes on with the note that is being typed, and waits until that is saved. */
  async more(words: string): Promise<void> {
    const note = this.page.getByRole('textbox', { name: 'Quick note' });
    await untilSaved(this.page, () => note.pressSequentially(words));
  }

  /** Types a new note and waits until the frame says that it is saved. */
  async write(words = 4): Promise<string> {
    await this.newNote();
    await untilSaved(this.page, () => this.type(words, 0));
    const first = `note${this.#notes}:`;
    return this.#promised.get(first) ?? '';
  }

  /** Puts the note that is being typed to the others. */
  async newNote(): Promise<void> {
    const keep = this.page.getByRole('button', { name: 'Keep this note' });
    if (await keep.isVisible()) await keep.click();
    await keep.waitFor({ state: 'hidden' });
  }

  /** Does what makes the page ask the shell for this. The shell waits from then on, until it is let go. */
  async untilAsked(call: CallName, doing: () => Promise<unknown>): Promise<() => void> {
    const held = await this.stringwalk.hold(call);
    await doing();
    const tooLate = wait(patienceMs, undefined, { ref: false }).then(() => {
      throw new Error(`nobody asked for ${call}`);
    });
    await Promise.race([held.asked(), tooLate]);
    // A kill may come before its answer.
    return () => void held.release().catch(() => undefined);
  }

  /** Everything at once, as when the battery falls out. */
  async kill(): Promise<readonly string[]> {
    const killedAt = Date.now();
    await this.stringwalk.killGroup();
    return this.mustBeThere(killedAt);
  }

  /** What was promised up to now, and what was typed long enough ago to have been. */
  mustBeThere(at: number): readonly string[] {
    const due = this.#typed.findLast((typed) => typed.at <= at - this.mayBeMissingMs);
    this.#typed = [];
    return [...this.#promised.values(), ...(due && due.text !== '' ? [due.text] : [])];
  }

  async goToToday(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Journal' }).getByRole('link', { name: 'Today' }).click();
    await this.page.getByRole('textbox', { name: 'Quick note' }).waitFor();
  }

  /** Which of these texts the journal does not show. Throws where it shows all, and complained of something. */
  async missing(texts: readonly string[] = this.promises): Promise<readonly string[]> {
    await this.goToToday();
    const all = this.page.getByRole('button', { name: /^All \d+ notes$/ });
    if (await all.isVisible()) await all.click();
    const shown = await this.page.getByRole('main').getByRole('listitem').allTextContents();
    const typing = await this.page.getByRole('textbox', { name: 'Quick note' }).inputValue();
    const there = [...shown, typing];
    const missing = texts
      .filter((text) => !there.some((each) => each.includes(text)))
      .map((text) => {
        const [first = text] = text.split(' ');
        const what = this.promises.includes(text) ? 'called saved' : 'typed long before';
        const now = there.find((each) => each.includes(first));
        return `${what}: ${text}${now === undefined ? ', and gone' : `, and now: ${now}`}`;
      });
    // A word that is gone weighs more than a complaint; that is still there the next time.
    if (missing.length > 0) return missing;
    if (this.isOnlyKilled) await this.#seeWhatWasPutRight();
    this.#seeComplaints();
    return [];
  }

  async close(): Promise<void> {
    await this.stringwalk.close();
    this.#seeComplaints();
  }

  /** Throws what the page or the shell complained of, and asked the world for, since it was last looked at. */
  #seeComplaints(): void {
    const { errors, foreignRequests } = this.stringwalk;
    const fresh = [
      ...errors.slice(this.#seen.errors),
      ...foreignRequests.slice(this.#seen.requests).map((address) => `asked the world for ${address}`),
    ];
    Object.assign(this.#seen, { errors: errors.length, requests: foreignRequests.length });
    if (fresh.length > 0) throw new Error(`complained: ${fresh.join('; ')}`);
  }

  async #seeWhatWasPutRight(): Promise<void> {
    if (await this.page.getByText('Not everything may have come back.').isVisible())
      throw new Error('something may not have come back');
    const events = (await this.stringwalk.call('readEvents')) as readonly JournalEvent[];
    const unexplained = events.filter(({ what }) => !explainedByKill.includes(what));
    if (unexplained.length > 0)
      throw new Error(`put right: ${unexplained.map(({ what }) => what).join(', ')}`);
  }

  /** From now on the page tells what is typed and what is called saved. */
  async #listen(): Promise<void> {
    const { page } = this.stringwalk;
    await page.exposeFunction('tellTorture', (what: 'typed' | 'saved', text: string, at: number) => {
      if (what === 'typed') this.#typed.push({ at, text });
      const [first] = text.split(' ');
      if (what === 'saved' && first) this.#promised.set(first, text);
    });
    await page.evaluate(() => {
      const tell = (window as unknown as { tellTorture: (...told: readonly unknown[]) => void }).tellTorture;
      const note = () => document.querySelector<HTMLTextAreaElement>('.today-capture textarea')?.value ?? '';
      // What the page's clock says may be part of the cruelty.
      const now = () => performance.timeOrigin + performance.now();
      document.addEventListener('input', () => tell('typed', note(), now()));
      // The word stands there from earlier: only a change to it says something about what is typed now.
      new MutationObserver((changes) => {
        const status = document.querySelector('.saved-status');
        if (!status?.textContent.startsWith('Saved')) return;
        if (changes.some(({ target }) => status.contains(target))) tell('saved', note(), now());
      }).observe(document.body, { childList: true, characterData: true, subtree: true });
    });
  }
}

/** The app does not open the journal, and says why. */
export class Refusal extends Error {}
