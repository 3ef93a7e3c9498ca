import { describe, expect, it } from 'vitest';
import { History } from '#renderer/journal/history.ts';
import type { RecordId } from '#shared/base/ids.ts';
import type { RichText } from '#shared/domain/richText.ts';
import { plainText } from '#shared/domain/richText.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import { OpenBook, today } from '../../support/openBook.ts';

interface Wish {
  readonly withMembers?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (read: number, total: number) => void;
}

function ask(history: History, record: RecordId, wish: Wish = {}): Promise<readonly Revision[]> {
  return history.revisionsOf([record], {
    withMembers: false,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...wish,
  });
}

const said = (revisions: readonly Revision[]) =>
  revisions.map(({ op, body }) => (body?.text ? plainText(body.text as RichText) : op));

async function bookWithNotes(count: number) {
  const book = await OpenBook.begin();
  const { journal } = book;
  const id = journal.newId('note');
  const write = (note: typeof id, words: string) =>
    journal.write([{ op: 'put', kind: 'note', id: note, body: book.noteBody(words) }]);
  await write(id, 'first');
  for (let index = 0; index < count; index += 1) await write(journal.newId('note'), `another ${index}`);
  await write(id, 'second');
  return { book, journal, id, write, history: new History(book.parts) };
}

describe('the history of a record', () => {
  it('holds every version, deletions too, and goes on as more is written', async () => {
    const { journal, id, write, history } = await bookWithNotes(3);
    expect(said(await ask(history, id))).toEqual(['first', 'second']);
    await write(id, 'third');
    await journal.write([{ op: 'delete', kind: 'note', id }]);
    expect(said(await ask(history, id))).toEqual(['first', 'second', 'third', 'delete']);
  });

  it('opens each row once, and later only those of the record', async () => {
    const { book, id, history } = await bookWithNotes(600);
    const steps: (readonly [number, number])[] = [];
    await ask(history, id, { onProgress: (read, total) => steps.push([read, total]) });
    expect(steps).toEqual([
      [250, 602],
      [500, 602],
    ]);
    // Whatever lies in the other rows now, nobody looks at it.
    for (const [seq, row] of book.disk.stored.rows)
      if (seq > 1 && seq < 602) book.disk.stored.rows.set(seq, { ...row, sealed: new Uint8Array() });
    expect(said(await ask(history, id))).toEqual(['first', 'second']);
  });

  it('can be stopped, and goes on from where it was', async () => {
    const { id, history } = await bookWithNotes(600);
    const stop = new AbortController();
    const stopped = ask(history, id, {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('stopped')),
    });
    await expect(stopped).rejects.toThrow('stopped');
    const steps: number[] = [];
    expect(said(await ask(history, id, { onProgress: (read) => steps.push(read) }))).toEqual([
      'first',
      'second',
    ]);
    expect(steps).toEqual([250]);
  });

  it('tells of all that was ever part of it, and of nothing that is only named', async () => {
    const { book, journal, history } = await bookWithNotes(2);
    const [session, question, note] = [
      journal.newId('session'),
      journal.newId('question'),
      journal.newId('note'),
    ];
    const turn = journal.newId('turn');
    const { me } = journal;
    await journal.write([
      {
        op: 'put',
        kind: 'session',
        id: session,
        body: { buddyship: journal.newId('buddyship'), day: today, manner: 'walk', place: '', title: '' },
      },
      { op: 'put', kind: 'turn', id: turn, body: { session, order: 1, explorer: me, holder: me, question } },
      { op: 'put', kind: 'note', id: note, body: { ...book.noteBody('said there'), about: turn } },
      {
        op: 'put',
        kind: 'question',
        id: question,
        body: { person: me, wording: 'Why?', state: 'carried', day: today, since: today, earlier: [] },
      },
    ]);
    await journal.write([{ op: 'delete', kind: 'note', id: note }]);
    const kinds = (await ask(history, session, { withMembers: true })).map(({ kind, op }) => `${kind} ${op}`);
    expect(kinds).toEqual(['session put', 'turn put', 'note put', 'note delete']);
  });

  it('finds out anew where rows lie once some have gone', async () => {
    const { book, id, history } = await bookWithNotes(2);
    await ask(history, id);
    const rows = book.disk.stored.rows;
    const first = rows.get(1);
    if (!first) throw new Error('no first row');
    // As when everything is sealed again: the same words in other rows.
    rows.delete(1);
    rows.set(9, { ...first, seq: 9 });
    expect(said(await ask(history, id))).toEqual(['second', 'first']);
  });
});
