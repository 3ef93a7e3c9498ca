import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableHeads } from '#renderer/journal/head.ts';
import type { Change } from '#renderer/journal/journal.ts';
import { View } from '#renderer/journal/view.ts';
import type { Day } from '#shared/base/time.ts';
import type { IdOf } from '#shared/domain/record.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import { OpenBook } from '../../support/openBook.ts';
import { Replica } from '../../support/replicas.ts';

const later = '2026-06-01' as Day;

/** All that people see, in one comparable text. */
function picture(view: View): string {
  const lines = (['note', 'session'] as const).flatMap((kind) =>
    view.all(kind).map(({ id, author, body, others, revived }) => {
      const heads = view.headsOf(id).map((head) => head.id);
      return JSON.stringify([id, author, body, others, revived, heads.sort()]);
    }),
  );
  return [...lines, ...view.deleted().map(({ id }) => `deleted ${id}`)].sort().join('\n');
}

async function fromRowsAlone(book: OpenBook): Promise<string> {
  const revisions: Revision[] = [];
  for await (const revision of book.journal.revisions()) revisions.push(revision);
  const view = new View(book.journal.me);
  view.add(readableHeads(revisions));
  return picture(view);
}

const place = fc.nat(2);
const step = fc.oneof(
  fc.record({ do: fc.constant('write'), place, long: fc.nat(5).map((die) => die === 0) } as const),
  fc.record({ do: fc.constant('delete'), place } as const),
  // A copy of the journal written into elsewhere, whose revisions arrive some at a time, in any order.
  { weight: 2, arbitrary: fc.record({ do: fc.constant('elsewhere'), place } as const) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('arrive'), pick: fc.nat(9) } as const) },
  fc.record({ do: fc.constant('checkpoint') } as const),
  fc.record({ do: fc.constant('reopen'), harm: fc.constantFrom('none', 'chunk', 'generation') } as const),
);

class Script {
  readonly maya = new Replica('maya');
  readonly sent = new Set<string>();
  readonly ids: IdOf<'session'>[];
  readonly book: OpenBook;

  constructor(book: OpenBook) {
    this.book = book;
    this.ids = Array.from({ length: 4 }, () => book.journal.newId('session'));
  }

  /** Newer sessions than all others, so that those are not in the first chunk, which is read before the rows. */
  async fillFirstChunk(): Promise<void> {
    const { journal } = this.book;
    const body = { buddyship: journal.newId('buddyship'), day: later, manner: 'walk', place: '', title: '' };
    const changes = Array.from({ length: 14 }, () => ({ op: 'put', kind: 'session', body }) as const);
    await journal.write(changes.map((change) => ({ ...change, id: journal.newId('session') }) as Change));
  }

  async run(each: typeof step extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
    const { book, maya } = this;
    const { journal } = book;
    const id = this.ids['place' in each ? each.place : 0] as IdOf<'session'>;
    switch (each.do) {
      case 'write': {
        // Long enough, and the checkpoint needs several chunks.
        const title = each.long ? 'walk '.repeat(120_000) : `${journal.standing.lamport}`;
        const buddyship = this.ids[0] as unknown as IdOf<'buddyship'>;
        const body = { buddyship, day: book.noteBody('').day, manner: 'walk', place: '', title } as const;
        await journal.write([{ op: 'put', kind: 'session', id, body }]);
        break;
      }
      case 'delete':
        if (journal.view.get('session', id)) await journal.write([{ op: 'delete', kind: 'session', id }]);
        break;
      case 'elsewhere':
        for await (const revision of journal.revisions()) maya.import(maya.me, [revision]);
        maya.writeSession(id, `by the mill ${maya.set.size}`, id as unknown as IdOf<'buddyship'>);
        break;
      case 'arrive': {
        const hers = [...maya.set.values()].filter((one) => one.author === maya.me && !this.sent.has(one.id));
        const arrived = hers[each.pick % Math.max(1, hers.length)];
        if (arrived) {
          this.sent.add(arrived.id);
          await journal.join([arrived]);
        }
        break;
      }
      case 'checkpoint':
        await book.checkpoint();
        break;
      case 'reopen':
        await this.#reopen(each.harm);
    }
  }

  async #reopen(harm: 'none' | 'chunk' | 'generation'): Promise<void> {
    const chunks = this.book.disk.stored.checkpoint;
    const last = [...chunks.values()].at(-1);
    if (last && harm === 'chunk') last.sealed[40] = (last.sealed[40] ?? 0) ^ 1;
    if (last && harm === 'generation') chunks.set(last.index, { ...last, generation: 'ffff' });
    await this.book.reopen();
    await this.book.readOn();
  }
}

describe('a journal opened from its checkpoint', () => {
  it('is the one its rows tell of, whatever was written, joined, sealed and damaged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 30, size: 'max' }), async (steps) => {
        const book = await OpenBook.begin();
        const script = new Script(book);
        await script.fillFirstChunk();
        for (const each of steps) await script.run(each);
        await book.reopen();
        await book.readOn();
        expect(book.journal.complete.get()).toBe(true);
        expect(picture(book.journal.view)).toBe(await fromRowsAlone(book));
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('takes in what a later row brought of what it awaited', async () => {
    const book = await OpenBook.begin();
    const maya = new Replica('maya');
    const id = book.journal.newId('session');
    const buddyship = book.journal.newId('buddyship');
    maya.writeSession(id, 'first', buddyship);
    maya.writeSession(id, 'second', buddyship);
    const [first, second] = maya.set.values();
    await book.journal.join([second as Revision]);
    await new Script(book).fillFirstChunk();
    await book.checkpoint();
    await book.journal.join([first as Revision]);
    await book.reopen();
    await book.readOn();
    expect(book.journal.view.get('session', id)?.body.place).toBe('second');
    expect(book.journal.view.get('session', id)?.others).toBe(0);
  });

  it('loses nothing that is written while a lost chunk is made good from the rows', async () => {
    const book = await OpenBook.begin();
    const script = new Script(book);
    for (const place of [0, 1, 2, 3]) await script.run({ do: 'write', place, long: true });
    const loose = Array.from({ length: 20 }, () => book.journal.newId('note'));
    for (const id of loose) {
      await book.journal.write([{ op: 'put', kind: 'note', id, body: book.noteBody('loose') }]);
    }
    await book.checkpoint();
    expect(book.disk.stored.checkpoint.size).toBeGreaterThan(1);
    book.disk.stored.checkpoint.delete(1);
    await book.reopen();
    const release = book.disk.slowDown();
    const reading = book.readOn();
    // A moment later, so that the missing chunk is asked for before the note is written.
    await nextTurn();
    const id = book.journal.newId('note');
    const writing = book.journal.write([{ op: 'put', kind: 'note', id, body: book.noteBody('meanwhile') }]);
    release();
    await Promise.all([reading, writing]);
    expect(book.read(id)).toEqual(['meanwhile', 0]);
    expect(picture(book.journal.view)).toBe(await fromRowsAlone(book));
    const numbers: number[] = [];
    for await (const { seq, author } of book.journal.revisions()) {
      if (author === book.journal.me) numbers.push(seq);
    }
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('does not wait for older years for the sake of a draft that does not open', async () => {
    const book = await OpenBook.begin();
    await new Script(book).fillFirstChunk();
    await book.checkpoint();
    const unreadable = { id: 'f'.repeat(32), keyId: '00', sealed: new Uint8Array(80) };
    book.disk.stored.drafts.set(unreadable.id, unreadable);
    await book.reopen();
    expect(book.journal.complete.get()).toBe(false);
    await book.readOn();
    expect(book.journal.complete.get()).toBe(true);
    expect([...book.disk.stored.drafts.keys()]).toEqual([unreadable.id]);
  });

  it('is not written by a journal that has ended, whose keys may have been replaced', async () => {
    const book = await OpenBook.begin();
    await new Script(book).fillFirstChunk();
    expect((await book.journal.end()).ok).toBe(true);
    await book.checkpoint();
    expect(book.disk.stored.checkpoint.size).toBe(0);
  });
});
