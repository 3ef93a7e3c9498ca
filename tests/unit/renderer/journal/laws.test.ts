import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedOver } from '#renderer/journal/bodies.ts';
import type { Logged } from '#renderer/journal/log.ts';
import { renewReplica } from '#renderer/journal/renewReplica.ts';
import { err } from '#shared/base/result.ts';
import type { Body, IdOf } from '#shared/domain/record.ts';
import { paragraphs } from '#shared/domain/richText.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import { howMany } from '../../../support/howMany.ts';
import { MemoryLog } from '../../support/memoryLog.ts';
import { OpenBook } from '../../support/openBook.ts';
import { play, script } from '../../support/script.ts';

/** The laws of merging that the journal itself has to keep: on its disk, through its own writes. */

const runs = { numRuns: howMany({ short: 30, full: 1000 }) };

/** A log with room for so many writes more. */
class FullLog extends MemoryLog {
  room = Number.POSITIVE_INFINITY;

  override async append(rows: Parameters<MemoryLog['append']>[0]): Promise<Logged> {
    this.room -= 1;
    return this.room < 0 ? err('no-room') : super.append(rows);
  }
}

async function revisionsIn({ journal }: OpenBook<MemoryLog>): Promise<readonly Revision[]> {
  const all: Revision[] = [];
  for await (const revision of journal.revisions()) all.push(revision);
  return all;
}

const byId = (revisions: Iterable<Revision>) => new Map([...revisions].map((each) => [each.id, each]));

describe('an import', () => {
  it('reject-atomic: where the disk refuses, all of it is kept or none, and never a part', async () => {
    await fc.assert(
      fc.asyncProperty(
        script(20),
        fc.constantFrom('log', 'database'),
        fc.nat(2),
        async (steps, full, room) => {
          const book = await OpenBook.beginWith(new FullLog());
          const mine = book.journal.newId('note');
          await book.journal.write([{ op: 'put', kind: 'note', id: mine, body: book.noteBody('mine') }]);
          const before = byId(await revisionsIn(book));
          const { maya } = play(steps);
          for (const words of ['hers', 'and hers']) maya.newNote(words);
          if (full === 'log') book.log.room = room;
          else book.disk.refuse(Number.POSITIVE_INFINITY, room);
          const joined = await book.journal.join([...maya.set.values()]);
          expect(joined.ok).toBe(room > 0);
          book.log.room = Number.POSITIVE_INFINITY;
          book.disk.refuse(0);
          const all = new Map([...before, ...maya.set]);
          const shown = book.journal.view.all('note').some(({ id }) => id !== mine);
          expect([shown, byId(await revisionsIn(book))]).toEqual(joined.ok ? [true, all] : [false, before]);
          // What the log had taken before the database refused comes home whole at the next start.
          await book.reopen();
          expect(byId(await revisionsIn(book))).toEqual(joined.ok || full === 'database' ? all : before);
        },
      ),
      runs,
    );
  });
});

describe('a field or kind that no version here knows', () => {
  const extra = fc.dictionary(
    fc.stringMatching(/^x[a-zA-Z]{1,12}$/),
    // What JSON keeps: it has no -0.
    fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown),
    { minKeys: 1, maxKeys: 4 },
  );

  it('unknown-field round trip: written, imported, reopened and edited, it is as it was', async () => {
    await fc.assert(
      fc.asyncProperty(extra, extra, async (inBody, around) => {
        const book = await OpenBook.begin();
        const id = book.journal.newId('note');
        const body = { ...inBody, ...book.noteBody('first') } as Body<'note'>;
        await book.journal.write([{ op: 'put', kind: 'note', id, body }]);
        const [written] = await revisionsIn(book);
        if (!written) throw new Error('the note was written');
        const stone = { ...written, ...around, record: id.replace('note', 'stone'), kind: 'stone' };
        await book.journal.join([stone as Revision]);
        await book.reopen();
        expect(await revisionsIn(book)).toEqual([written, stone]);
        const entry = book.journal.view.get('note', id);
        if (!entry) throw new Error('the note stands');
        // As every page does: what it does not know it hands back.
        book.journal.drafts.change('note', id, { ...entry.body, text: paragraphs('second') });
        expect((await book.journal.drafts.settleAll()).ok).toBe(true);
        expect(book.read(id)).toEqual(['second', 0]);
        expect(book.journal.view.get('note', id)?.body).toMatchObject(inBody);
      }),
      runs,
    );
  });

  it('keeps what a newer version added where a change was worked out without it', () => {
    fc.assert(
      fc.property(extra, (added) => {
        const seen = { name: 'first' };
        expect(carriedOver(seen, { name: 'second' }, { ...seen, ...added })).toEqual({
          ...added,
          name: 'second',
        });
      }),
    );
  });
});

describe('a copy that came back from an earlier day', () => {
  it('replica-id-unique-after-restore: it never gives a number away that it had given away before', async () => {
    const doing = fc.constantFrom('write' as const, 'copy' as const, 'fall back' as const);
    await fc.assert(
      fc.asyncProperty(fc.array(doing, { minLength: 8, maxLength: 24 }), async (steps) => {
        const book = await OpenBook.begin();
        const everything = new Map<string, Revision>();
        const write = async (words: string) => {
          const id: IdOf<'note'> = book.journal.newId('note');
          await book.journal.write([{ op: 'put', kind: 'note', id, body: book.noteBody(words) }]);
          for (const each of await revisionsIn(book)) everything.set(each.id, each);
        };
        await write('the first');
        let fallBack = copyOf(book);
        for (const [step, what] of steps.entries()) {
          if (what === 'copy') fallBack = copyOf(book);
          if (what !== 'fall back') await write(`words ${step}`);
          else {
            fallBack();
            fallBack = copyOf(book);
            await book.reopen();
            await renewReplica(book.journal, book.parts);
            await write(`after ${step}`);
          }
        }
        const numbers = [...everything.values()].map(({ replica, seq }) => `${replica}/${seq}`);
        expect(new Set(numbers).size).toBe(numbers.length);
        // And what was lost comes home: one journal, nothing refused for want of a number.
        const here = byId(await revisionsIn(book));
        await book.journal.join([...everything.values()].filter(({ id }) => !here.has(id)));
        await book.reopen();
        expect(byId(await revisionsIn(book))).toEqual(new Map(everything));
      }),
      runs,
    );
  });
});

/** All of it as it lies now, log and database; the answer puts it back. */
function copyOf({ disk, log }: OpenBook): () => void {
  const [restore, rows] = [disk.snapshot(), [...log.rows]];
  return () => {
    restore();
    log.rows.splice(0, log.rows.length, ...rows);
  };
}
