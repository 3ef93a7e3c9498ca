import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { planReturn } from '#renderer/journal/backup/returning.ts';
import { History } from '#renderer/journal/history.ts';
import { renewReplica } from '#renderer/journal/renewReplica.ts';
import { openRevision } from '#renderer/journal/rows.ts';
import type { Day } from '#shared/base/time.ts';
import type { Body, IdOf } from '#shared/domain/record.ts';
import { plainText } from '#shared/domain/richText.ts';
import { type Census, CensusTaker } from '#shared/revisions/census.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import { planUnion } from '#shared/revisions/union.ts';
import { howMany, tried } from '../support/howMany.ts';
import { DiskLog } from '../unit/support/diskLog.ts';
import { OpenBook } from '../unit/support/openBook.ts';
import { Replica } from '../unit/support/replicas.ts';
import { flipped, noise } from './damage.ts';
import { disk } from './faultyDisk.ts';

vi.mock('node:fs/promises', async (real) =>
  (await import('./faultyDisk.ts')).onFaultyDisk(await real<typeof import('node:fs/promises')>()),
);

/**
 * The app's own journal over the shell's own log, through anything that can happen to one of its two places at a
 * time. What was acknowledged is there in the end, and no two revisions of one journal share a number.
 */

type Step =
  | { readonly do: 'write' | 'settle' | 'reopen' | 'check' | 'look' | 'lock' | 'join' }
  | { readonly do: 'type' | 'type behind a click'; readonly note: number }
  | { readonly do: 'crash'; readonly after: number; readonly while: 'typing' | 'writing' }
  | { readonly do: 'wipe'; readonly isSeen: boolean }
  | { readonly do: 'fall back' | 'bring back'; readonly to: number }
  | { readonly do: 'delete' | 'restore'; readonly note: number }
  | { readonly do: 'database refuses' | 'log refuses'; readonly times: number }
  | { readonly do: 'damage'; readonly how: Damage; readonly at: number }
  | { readonly do: 'room'; readonly room: DiskLog['room'] };

const damages = ['flip', 'cut', 'empty', 'delete', 'add', 'insert', 'forget drafts'] as const;
type Damage = (typeof damages)[number];

/** A journal, and what was acknowledged of it. */
class Model {
  readonly book: OpenBook<DiskLog>;
  readonly #folder: string;
  readonly #promised = new Map<IdOf<'note'>, string>();
  /** Those of them that a buddy wrote. */
  readonly #hers = new Set<IdOf<'note'>>();
  /** Those that were to be deleted: they may be gone, and their words are in what was written of them. */
  readonly #deleted = new Set<IdOf<'note'>>();
  readonly #buddy = new Replica('maya');
  readonly #earlier: (() => void)[] = [];
  /** What backups of the journal hold. */
  readonly #backups: (readonly Revision[])[] = [];
  #words = 0;
  /** One of the places was damaged and is not known to be whole again: the other one is spared until then. */
  #harmed: 'none' | 'database' | 'log' = 'none';

  private constructor(book: OpenBook<DiskLog>, folder: string) {
    this.book = book;
    this.#folder = folder;
  }

  static async begin(folder: string): Promise<Model> {
    const model = new Model(await OpenBook.beginWith(new DiskLog(folder)), folder);
    await model.write();
    return model;
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'write':
        return this.write();
      case 'type':
        return this.#type(step.note);
      case 'type behind a click':
        return this.#typeBehindClick(step.note);
      case 'settle':
        await this.book.journal.drafts.settleAll();
        return this.#quiet();
      case 'lock':
        return this.#lock();
      case 'join':
        return this.#join();
      case 'bring back':
        return this.#bringBack(step.to);
      case 'delete':
        return this.#delete(step.note);
      case 'restore':
        return this.#restore(step.note);
      case 'look':
        return this.#expectPromises('in the open journal');
      case 'reopen':
        return this.#reopen();
      case 'check':
        await this.book.journal.check();
        if (this.book.log.room === 'ample') this.#harmed = 'none';
        return;
      case 'crash':
        return this.#crash(step.after, step.while);
      case 'wipe':
        if (!(await this.#mayHarm('database'))) return;
        this.book.disk.wipe();
        return step.isSeen ? this.#reopen() : undefined;
      case 'fall back': {
        const fallBack = this.#earlier[this.#earlier.length - 1 - step.to];
        if (!fallBack || !(await this.#mayHarm('database'))) return;
        fallBack();
        return this.#reopen();
      }
      case 'database refuses':
        this.book.disk.refuse(step.times);
        return;
      case 'log refuses':
        disk.breakAt(step.times, false);
        return;
      case 'damage':
        return (await this.#mayHarm('log')) ? this.#damage(step.how, step.at) : undefined;
      case 'room':
        this.book.log.room = step.room;
        return;
    }
  }

  /** Everything made good, as on a day on which nothing happens: what was promised is there. */
  async end(): Promise<void> {
    this.book.log.room = 'ample';
    await this.#reopen();
    await this.book.journal.check();
    await this.#expectPromises('in the end');
    await this.#reopen();
    await this.#expectPromises('after one more start');
    const numbers = new Map<string, Revision>();
    for await (const revision of this.book.journal.revisions()) {
      const number = `${revision.replica} ${revision.seq}`;
      expect(numbers.get(number) ?? revision, 'one number, one revision').toEqual(revision);
      numbers.set(number, revision);
    }
    const history = new History(this.book.parts);
    for (const [id, words] of this.#promised) {
      const texts = (await history.revisionsOf([id], asked)).map(({ body }) => textOf(body));
      expect(isAmong(texts, words), `${words} in the history, among ${texts}`).toBe(true);
    }
    await this.book.log.rest();
  }

  async write(): Promise<void> {
    const id = this.book.journal.newId('note');
    const words = this.#newWords();
    const body = this.book.noteBody(words);
    const written = await this.book.journal.write([{ op: 'put', kind: 'note', id, body }]);
    if (written.ok) this.#promised.set(id, words);
    await this.#quiet();
    this.#earlier.push(this.book.disk.snapshot());
    this.#backups.push(this.#stored());
  }

  /** The window goes, and the shell stays: its files are as they were. */
  async #lock(): Promise<void> {
    const settled = await this.book.journal.drafts.settleAll();
    await this.#quiet();
    if (settled.ok) await this.#openAnew();
  }

  /** A buddy writes, and shares all that they ever wrote. */
  async #join(): Promise<void> {
    const words = this.#newWords();
    const id = this.#buddy.newNote(words);
    const { journal } = this.book;
    const census = this.#census();
    const plan = planUnion(
      {
        me: journal.me,
        tagKey: journal.keys.tagKey,
        replica: journal.replica,
        lamport: journal.standing.lamport,
        knows: (known) => census.ids.has(known),
        isErased: () => false,
        authorOf: (record) => census.authors.get(record),
        isParty: () => true,
      },
      { from: 'person', sender: this.#buddy.me },
      this.#buddy.set.values(),
    );
    expect(plan.refused).toEqual([]);
    const joined = await journal.join(plan.added);
    if (joined.ok) {
      this.#promised.set(id, words);
      this.#hers.add(id);
    }
    await this.#quiet();
  }

  /** What a backup holds is added, under another name from now on: as the page does it. */
  async #bringBack(to: number): Promise<void> {
    const { journal, parts } = this.book;
    const backup = this.#backups.at(-1 - (to % this.#backups.length)) ?? [];
    const into = { replica: journal.replica, lamport: journal.standing.lamport };
    const returning = { me: journal.me, vault: parts.vault, census: this.#census(), into };
    const { added } = planReturn(returning, backup);
    if (added.length > 0 && (await renewReplica(journal, parts)).ok) await journal.join(added);
    await this.#quiet();
  }

  async #delete(note: number): Promise<void> {
    const id = this.#mine()[note];
    if (!id) return;
    const deleted = await this.book.journal.write([{ op: 'delete', kind: 'note', id }]);
    // Where it was not kept it may have been all the same.
    this.#deleted.add(id);
    if (deleted.ok) expect(this.book.journal.view.get('note', id)).toBeUndefined();
    await this.#quiet();
  }

  /** Puts a deleted note back as its history has it. */
  async #restore(note: number): Promise<void> {
    const id = [...this.#deleted][note];
    const words = id && this.#promised.get(id);
    if (!words || this.book.journal.view.get('note', id)) return;
    const history = await new History(this.book.parts).revisionsOf([id], asked).catch(() => []);
    const body = history.map((revision) => revision.body).findLast((each) => isAmong([textOf(each)], words));
    // The database may refuse; while it waits for room, the log alone may have it.
    if (!body) return;
    const change = { op: 'restore', kind: 'note', id, body: body as Body<'note'> } as const;
    if ((await this.book.journal.write([change])).ok) this.#deleted.delete(id);
    await this.#quiet();
  }

  /** Read past the database, which may refuse. */
  #stored(): readonly Revision[] {
    const { disk: database, parts } = this.book;
    return [...database.stored.rows.values()].flatMap((row) => openRevision(row, parts.vault) ?? []);
  }

  #census(): Census {
    const taker = new CensusTaker(this.book.journal.me);
    for (const revision of this.#stored()) taker.add(revision);
    return taker.taken();
  }

  /** What can be written on. */
  #mine(): readonly IdOf<'note'>[] {
    return [...this.#promised.keys()].filter((id) => !this.#hers.has(id) && !this.#deleted.has(id));
  }

  /** Something else is under way, a click on the note waits for it, and somebody types on. */
  async #typeBehindClick(note: number): Promise<void> {
    const { journal } = this.book;
    const id = this.#noteAt(note);
    const present = journal.view.get('note', id);
    if (!present) return;
    let goOn = () => {};
    const underWay = journal.betweenWrites(() => new Promise<void>((resolve) => (goOn = resolve)));
    const body = { ...present.body, day: '2026-05-02' as Day };
    const clicked = journal.write([{ op: 'put', kind: 'note', id, body }]);
    await this.#keys(id);
    goOn();
    await Promise.all([underWay, clicked]);
    await this.#quiet();
  }

  #noteAt(note: number): IdOf<'note'> {
    const known = this.#mine();
    return known[note % (known.length + 1)] ?? this.book.journal.newId('note');
  }

  async #type(note: number): Promise<void> {
    await this.#keys(this.#noteAt(note));
    await this.#quiet();
  }

  async #keys(id: IdOf<'note'>): Promise<void> {
    const before = textOf(this.book.journal.drafts.peek(id) ?? this.book.journal.view.get('note', id)?.body);
    const words = before === '' ? this.#newWords() : `${before} ${this.#newWords()}`;
    this.book.type(id, words);
    await vi.advanceTimersByTimeAsync(600);
    await this.#answered();
    if (this.book.journal.saving.get().state === 'kept') this.#promised.set(id, words);
  }

  #newWords(): string {
    this.#words += 1;
    return `word${this.#words}.`;
  }

  async #reopen(): Promise<void> {
    this.#repair();
    await this.#quiet();
    await this.book.log.restart();
    await this.#openAnew();
  }

  #repair(): void {
    vi.clearAllTimers();
    disk.repair();
    this.book.disk.refuse(0);
  }

  async #openAnew(): Promise<void> {
    this.#repair();
    // The reserve is given up for as long as the program runs.
    if (this.book.log.room === 'last-words') this.book.log.room = 'low';
    await this.book.reopen().catch(async (problem: unknown) => {
      if (!(problem instanceof Error) || problem.message !== 'no-room') throw problem;
      // The page says so, and whoever reads it makes room.
      this.book.log.room = 'ample';
      await this.book.reopen();
    });
    await this.book.readOn();
    await this.#quiet();
    if (this.#harmed === 'database' && this.book.log.room === 'ample') this.#harmed = 'none';
  }

  /** Everything stops at the n-th call to the disk. */
  async #crash(after: number, during: 'typing' | 'writing'): Promise<void> {
    disk.breakAt(after, true);
    disk.onBreak = () => this.book.disk.refuse(Number.POSITIVE_INFINITY);
    await (during === 'typing' ? this.#type(after) : this.write());
    await this.#reopen();
  }

  async #damage(how: Damage, at: number): Promise<void> {
    disk.repair();
    await this.book.log.rest();
    vi.clearAllTimers();
    const folder = join(this.#folder, 'journal');
    const path = join(folder, 'log', 'rows.log');
    const bytes = new Uint8Array(await readFile(path).catch(() => new Uint8Array(1)));
    const place = at % Math.max(1, bytes.length);
    const joined = (...parts: readonly Uint8Array[]) => writeFile(path, Buffer.concat(parts));
    switch (how) {
      case 'flip':
        await writeFile(path, flipped(bytes, place));
        break;
      case 'cut':
        await writeFile(path, bytes.subarray(0, place));
        break;
      case 'empty':
        await writeFile(path, '');
        break;
      case 'delete':
        await rm(path, { force: true });
        break;
      case 'add':
        await joined(bytes, noise(at % 300));
        break;
      case 'insert':
        await joined(bytes.subarray(0, place), noise(at % 300), bytes.subarray(place));
        break;
      case 'forget drafts':
        for (const name of await readdir(join(folder, 'drafts')).catch(() => []))
          await rm(join(folder, 'drafts', name));
        break;
    }
    await this.#reopen();
  }

  /** Only a journal that is whole in both places may lose one of them. */
  async #mayHarm(place: 'database' | 'log'): Promise<boolean> {
    if (this.#harmed !== 'none' && this.#harmed !== place) return false;
    await this.#quiet();
    // Words that only one place took are lost with it. What the app knows to be so is made good by its next write.
    if (this.book.log.room !== 'ample' || this.book.journal.saving.get().state === 'failed') return false;
    if (this.#harmed === 'none' && !(await this.#isTwice())) return false;
    this.#harmed = place;
    return true;
  }

  async #isTwice(): Promise<boolean> {
    const rows = new Set([...this.book.disk.stored.rows.values()].map(({ id }) => id));
    const drafts = new Set(this.book.disk.stored.drafts.keys());
    const logged = new Set<string>();
    for await (const page of this.book.log.pages()) for (const { id } of page) logged.add(id);
    const files = new Set((await this.book.log.readDrafts()).map(({ id }) => id));
    return isSame(rows, logged) && isSame(drafts, files);
  }

  async #expectPromises(when: string): Promise<void> {
    for (const [id, words] of this.#promised) {
      const typed = this.book.journal.drafts.peek(id);
      const heads = this.book.journal.view.headsOf(id).map(({ body }) => body);
      const found = [typed, ...heads].map(textOf);
      const isGone = heads.length > 0 && heads.every((body) => body === null);
      const isThere = isAmong(found, words) || (isGone && this.#deleted.has(id));
      expect(isThere, `${words} ${when}, among ${found}`).toBe(true);
    }
  }

  /** The frame says "Saved" or that it could not. */
  #answered(): Promise<void> {
    const { saving } = this.book.journal;
    const isDone = () => saving.get().state === 'kept' || saving.get().state === 'failed';
    if (isDone()) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = saving.subscribe(() => {
        if (!isDone()) return;
        stop();
        resolve();
      });
    });
  }

  /** Also what a rest began by itself is over: of a process that was killed nothing writes on. */
  async #quiet(): Promise<void> {
    await this.book.journal.betweenWrites(async () => undefined);
    await this.book.log.readDrafts();
    await this.book.disk.drafts.count().catch(() => undefined);
  }
}

const asked = { withMembers: false, signal: new AbortController().signal, onProgress: () => undefined };

/** Whoever typed on left the words where they were. */
function isAmong(texts: readonly string[], words: string): boolean {
  return texts.some((text) => text.startsWith(words));
}

function textOf(body: unknown): string {
  return body ? plainText((body as Body<'note'>).text) : '';
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom('type', 'type behind a click'), note: fc.nat(5) }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('write', 'settle', 'reopen', 'check', 'look') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('lock', 'join') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('delete', 'restore'), note: fc.nat(5) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('crash' as const),
      after: fc.integer({ min: 1, max: 12 }),
      while: fc.constantFrom('typing', 'writing'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wipe' as const), isSeen: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('fall back', 'bring back'), to: fc.nat(4) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('database refuses', 'log refuses'),
      times: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('damage' as const),
      how: fc.constantFrom(...damages),
      at: fc.nat(20_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('room' as const),
      room: fc.constantFrom('ample', 'last-words', 'low'),
    }),
  },
) as fc.Arbitrary<Step>;

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  disk.repair();
  vi.useRealTimers();
});

async function run(script: readonly Step[]): Promise<void> {
  tried();
  const folder = await mkdtemp(join(tmpdir(), 'stringwalk-model-'));
  try {
    const model = await Model.begin(folder);
    for (const step of script) await model.take(step);
    await model.end();
  } finally {
    vi.clearAllTimers();
    disk.repair();
    await rm(folder, { recursive: true, force: true });
  }
}

it('keeps what it promised through any script of losses, one place at a time', async () => {
  const script = fc.array(steps, { minLength: 1, maxLength: howMany({ short: 25, full: 60 }) });
  await fc.assert(fc.asyncProperty(script, run), { numRuns: howMany({ short: 60, full: 5000 }) });
});

it.each<[string, readonly Step[]]>([
  [
    'last words that a start without room could not keep, typed on once there is some',
    [
      { do: 'room', room: 'last-words' },
      { do: 'crash', after: 8, while: 'typing' },
      { do: 'look' },
      { do: 'room', room: 'ample' },
      { do: 'type', note: 0 },
      { do: 'settle' },
    ],
  ],
  [
    'last words, and a start before there is room',
    [{ do: 'room', room: 'last-words' }, { do: 'type', note: 0 }, { do: 'write' }, { do: 'reopen' }],
  ],
  [
    'a database that refuses before the room is gone',
    [
      { do: 'database refuses', times: 1 },
      { do: 'write' },
      { do: 'room', room: 'last-words' },
      { do: 'write' },
      { do: 'room', room: 'ample' },
      { do: 'write' },
    ],
  ],
  [
    'a database that refuses still when it is asked what it has',
    [
      { do: 'database refuses', times: 3 },
      { do: 'write' },
      { do: 'room', room: 'last-words' },
      { do: 'join' },
      { do: 'crash', after: 2, while: 'writing' },
      { do: 'type', note: 0 },
    ],
  ],
  [
    'a damaged log beside a database that fell back',
    [
      { do: 'write' },
      { do: 'write' },
      { do: 'damage', how: 'flip', at: 400 },
      { do: 'check' },
      { do: 'wipe', isSeen: true },
    ],
  ],
])('keeps what it promised through %s', (_, script) => run(script));
