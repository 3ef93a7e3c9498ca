import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Body, IdOf } from '#shared/domain/record.ts';
import { plainText } from '#shared/domain/richText.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import { howMany, tried } from '../support/howMany.ts';
import { DiskLog } from '../unit/support/diskLog.ts';
import { OpenBook } from '../unit/support/openBook.ts';
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
  | { readonly do: 'write' | 'settle' | 'reopen' | 'check' | 'look' }
  | { readonly do: 'type'; readonly note: number }
  | { readonly do: 'crash'; readonly after: number; readonly while: 'typing' | 'writing' }
  | { readonly do: 'wipe'; readonly isSeen: boolean }
  | { readonly do: 'fall back'; readonly to: number }
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
  readonly #earlier: (() => void)[] = [];
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
      case 'settle':
        await this.book.journal.drafts.settleAll();
        return this.#quiet();
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
  }

  async #type(note: number): Promise<void> {
    const known = [...this.#promised.keys()];
    const id = known[note % (known.length + 1)] ?? this.book.journal.newId('note');
    const before = textOf(this.book.journal.drafts.peek(id) ?? this.book.journal.view.get('note', id)?.body);
    const words = before === '' ? this.#newWords() : `${before} ${this.#newWords()}`;
    this.book.type(id, words);
    await vi.advanceTimersByTimeAsync(600);
    await this.#answered();
    if (this.book.journal.saving.get().state === 'kept') this.#promised.set(id, words);
    await this.#quiet();
  }

  #newWords(): string {
    this.#words += 1;
    return `word${this.#words}.`;
  }

  async #reopen(): Promise<void> {
    vi.clearAllTimers();
    disk.repair();
    this.book.disk.refuse(0);
    await this.#quiet();
    await this.book.log.restart();
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
      expect(
        found.some((text) => text.startsWith(words)),
        `${words} ${when}, among ${found}`,
      ).toBe(true);
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

  async #quiet(): Promise<void> {
    await this.book.log.readDrafts();
    await this.book.disk.drafts.count().catch(() => undefined);
  }
}

function textOf(body: unknown): string {
  return body ? plainText((body as Body<'note'>).text) : '';
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('type' as const), note: fc.nat(5) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('write', 'settle', 'reopen', 'check', 'look') }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('crash' as const),
      after: fc.integer({ min: 1, max: 12 }),
      while: fc.constantFrom('typing', 'writing'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wipe' as const), isSeen: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fall back' as const), to: fc.nat(4) }) },
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
