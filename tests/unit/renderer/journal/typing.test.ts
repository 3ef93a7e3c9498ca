import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftShelf } from '#renderer/journal/draftShelf.ts';
import { addDays } from '#shared/base/time.ts';
import { paragraphs } from '#shared/domain/richText.ts';
import { OpenBook, today } from '../../support/openBook.ts';
import { Replica } from '../../support/replicas.ts';

const rest = 10_000;
const patience = 15_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what is being typed', () => {
  it('lies in a draft row half a second after the last key, and is there after a crash', async () => {
    const book = await OpenBook.begin();
    const id = book.journal.newId('note');
    book.type(id, 'Said on the bridge');
    await vi.advanceTimersByTimeAsync(500);
    expect(book.disk.stored.rows.size).toBe(0);
    await book.reopen();
    expect(book.read(id)).toEqual(['Said on the bridge', 0]);
    expect(book.disk.stored.drafts.size).toBe(0);
  });

  it('is kept while it goes on, also when the clock was set back meanwhile', async () => {
    const book = await OpenBook.begin();
    const id = book.journal.newId('note');
    book.type(id, 'key');
    vi.setSystemTime(Date.now() - 24 * 60 * 60 * 1000);
    for (let keys = 0; keys < 16; keys += 1) {
      await vi.advanceTimersByTimeAsync(100);
      book.type(id, `key ${keys}`);
    }
    expect(book.disk.stored.drafts.size).toBe(1);
  });

  it('does not leave a row behind that a later start would put in the place of newer words', async () => {
    const book = await OpenBook.begin();
    const id = book.journal.newId('note');
    book.type(id, 'one');
    const release = book.disk.slowDown();
    const settled = book.journal.drafts.settle(id);
    await vi.advanceTimersByTimeAsync(100);
    book.type(id, 'one two');
    await vi.advanceTimersByTimeAsync(2000);
    release();
    await settled;
    book.type(id, 'one two three');
    await book.journal.drafts.settleAll();
    expect(book.disk.stored.drafts.size).toBe(0);
    await book.reopen();
    expect(book.read(id)).toEqual(['one two three', 0]);
  });

  it('becomes one revision when a save that seemed lost was only slow', async () => {
    const book = await OpenBook.begin();
    const id = book.journal.newId('note');
    book.type(id, 'first');
    const release = book.disk.slowDown();
    const settled = book.journal.drafts.settle(id);
    await vi.advanceTimersByTimeAsync(patience);
    expect(await settled).toEqual({ ok: false, error: 'not-saved' });
    expect(book.journal.saving.get().state).toBe('failed');
    release();
    book.type(id, 'first and more');
    await vi.advanceTimersByTimeAsync(rest);
    await book.journal.drafts.settleAll();
    expect(book.read(id)).toEqual(['first and more', 0]);
    expect(book.journal.saving.get().state).toBe('kept');
    await book.reopen();
    expect(book.read(id)).toEqual(['first and more', 0]);
    const numbers: number[] = [];
    for await (const { seq } of book.journal.revisions()) numbers.push(seq);
    expect(numbers).toEqual([...new Set(numbers)]);
  });

  it('is tried again by itself after the disk was full, and only then called saved', async () => {
    const book = await OpenBook.begin();
    const id = book.journal.newId('note');
    book.disk.refuse(2);
    book.type(id, 'on a full disk');
    await vi.advanceTimersByTimeAsync(500);
    expect(book.journal.saving.get()).toEqual({ state: 'failed', problem: 'disk-full' });
    await vi.advanceTimersByTimeAsync(3000);
    expect(book.journal.saving.get()).toEqual({ state: 'failed', problem: 'disk-full' });
    await vi.advanceTimersByTimeAsync(3000);
    expect(book.journal.saving.get().state).toBe('kept');
    await book.reopen();
    expect(book.read(id)).toEqual(['on a full disk', 0]);
  });

  it('is not called saved while any of it is not', async () => {
    const book = await OpenBook.begin();
    const [a, b] = [book.journal.newId('note'), book.journal.newId('note')];
    book.type(a, 'in one place');
    await vi.advanceTimersByTimeAsync(300);
    book.type(b, 'and another');
    await vi.advanceTimersByTimeAsync(200);
    expect(book.disk.stored.drafts.size).toBe(1);
    expect(book.journal.saving.get().state).toBe('saving');
    await vi.advanceTimersByTimeAsync(300);
    expect(book.journal.saving.get().state).toBe('kept');
  });

  it('is settled to the last key, also when keys come while it is', async () => {
    const book = await OpenBook.begin();
    const id = book.journal.newId('note');
    book.type(id, 'one');
    const settled = book.journal.drafts.settleAll();
    book.type(id, 'one two');
    await Promise.resolve();
    book.type(id, 'one two three');
    expect(await settled).toEqual({ ok: true, value: undefined });
    expect(book.journal.drafts.peek(id)).toBeUndefined();
    expect(book.read(id)).toEqual(['one two three', 0]);
  });

  it('may hold half a character, as a paste can', async () => {
    const book = await OpenBook.begin();
    const id = book.journal.newId('note');
    book.type(id, 'a broken \ud83d smile');
    expect((await book.journal.drafts.settleAll()).ok).toBe(true);
    expect(book.read(id)).toEqual(['a broken \ufffd smile', 0]);
  });

  it('never keeps the journal shut, even if it cannot become a revision', async () => {
    const book = await OpenBook.begin();
    const maya = new Replica('maya');
    const hers = maya.newNote('hers to revise');
    await book.journal.join([...maya.set.values()]);
    const mine = book.journal.newId('note');
    book.type(hers, 'no page allows this');
    book.type(mine, 'beside it');
    await vi.advanceTimersByTimeAsync(500);
    await book.reopen();
    expect(book.read(hers)).toEqual(['hers to revise', 0]);
    expect(book.read(mine)).toEqual(['beside it', 0]);
    expect(book.disk.stored.drafts.size).toBe(1);
  });
});

describe('a click on a record that is being typed into', () => {
  it('changes its field and keeps the words', async () => {
    const book = await OpenBook.begin();
    const { journal } = book;
    const id = journal.newId('session');
    const body = {
      buddyship: journal.newId('buddyship'),
      day: today,
      manner: 'walk',
      place: '',
      title: '',
    } as const;
    await journal.write([{ op: 'put', kind: 'session', id, body }]);
    journal.drafts.change('session', id, { ...body, title: 'Along the canal' });
    await journal.write([{ op: 'put', kind: 'session', id, body: { ...body, manner: 'call' } }]);
    expect(journal.drafts.peek(id)).toBeUndefined();
    const entry = journal.view.get('session', id);
    expect(entry?.body).toEqual({ ...body, title: 'Along the canal', manner: 'call' });
    expect(entry?.others).toBe(0);
  });

  it('keeps its field when somebody types on while it is being written', async () => {
    const book = await OpenBook.begin();
    const { journal } = book;
    const id = journal.newId('session');
    const body = {
      buddyship: journal.newId('buddyship'),
      day: today,
      manner: 'walk',
      place: '',
      title: '',
    } as const;
    await journal.write([{ op: 'put', kind: 'session', id, body }]);
    const release = book.disk.slowDown();
    const clicked = journal.write([{ op: 'put', kind: 'session', id, body: { ...body, manner: 'call' } }]);
    await vi.advanceTimersByTimeAsync(100);
    journal.drafts.change('session', id, { ...body, title: 'Along the canal' });
    release();
    await clicked;
    expect(journal.drafts.peek(id)).toEqual({ ...body, title: 'Along the canal', manner: 'call' });
    await journal.drafts.settleAll();
    const kept = journal.view.get('session', id);
    expect(kept?.body).toEqual({ ...body, title: 'Along the canal', manner: 'call' });
    expect(kept?.others).toBe(0);
  });

  it('keeps its field also when the words are being kept at that moment', async () => {
    const book = await OpenBook.begin();
    const { journal } = book;
    const id = journal.newId('note');
    book.type(id, 'one');
    await journal.drafts.settleAll();
    const release = book.disk.slowDown();
    const clicked = journal.write([
      { op: 'put', kind: 'note', id, body: { ...book.noteBody('one'), day: addDays(today, 1) } },
    ]);
    await vi.advanceTimersByTimeAsync(100);
    book.type(id, 'one two');
    const settled = journal.drafts.settleAll();
    release();
    await Promise.all([clicked, settled]);
    expect(book.read(id)).toEqual(['one two', 0]);
    expect(journal.view.get('note', id)?.body.day).toBe(addDays(today, 1));
  });

  it('deletes it for good, with its last words in its history', async () => {
    const book = await OpenBook.begin();
    const { journal } = book;
    const id = journal.newId('note');
    book.type(id, 'to be thrown away');
    await journal.write([{ op: 'delete', kind: 'note', id }]);
    await vi.advanceTimersByTimeAsync(rest);
    expect(journal.view.get('note', id)).toBeUndefined();
    await book.reopen();
    expect(book.read(id)).toBeUndefined();
    const texts: unknown[] = [];
    for await (const { body } of book.journal.revisions()) texts.push(body?.text);
    expect(texts).toEqual([paragraphs('to be thrown away'), undefined]);
  });
});

describe('words that were called saved', () => {
  const sameDay = { op: 'put', kind: 'note' } as const;

  it('outlive a crash when a click on the same record was waiting before them', async () => {
    for (const op of ['put', 'delete'] as const) {
      const book = await OpenBook.begin();
      const { journal } = book;
      const id = journal.newId('note');
      book.type(id, 'one');
      await journal.drafts.settleAll();
      let goOn = () => {};
      const looking = journal.betweenWrites(() => new Promise<void>((resolve) => (goOn = resolve)));
      const body = { ...book.noteBody('one'), day: addDays(today, 1) };
      const clicked = journal.write([op === 'put' ? { ...sameDay, id, body } : { op, kind: 'note', id }]);
      await vi.advanceTimersByTimeAsync(20);
      book.type(id, 'one two');
      await vi.advanceTimersByTimeAsync(700);
      expect(journal.saving.get().state).toBe('kept');
      goOn();
      await Promise.all([looking, clicked]);
      await book.reopen();
      const texts: unknown[] = [];
      for await (const { body } of book.journal.revisions()) texts.push(body?.text);
      expect(texts, op).toContainEqual(paragraphs('one two'));
    }
  });

  it('outlive a crash when what they go on from came to light late', async () => {
    const book = await OpenBook.begin();
    const { journal } = book;
    const id = journal.newId('note');
    book.type(id, 'one');
    await vi.advanceTimersByTimeAsync(600);
    book.disk.refuse(1);
    expect((await journal.drafts.settleAll()).ok).toBe(false);
    book.type(id, 'one two');
    await vi.advanceTimersByTimeAsync(600);
    expect(journal.saving.get().state).toBe('kept');
    await book.reopen();
    expect(book.read(id)?.[0]).toBe('one two');
  });

  it('are not replaced by older ones where the database is lost in the same crash', async () => {
    const book = await OpenBook.begin();
    const { journal } = book;
    const id = journal.newId('note');
    book.type(id, 'one');
    await journal.drafts.settleAll();
    book.type(id, 'one two');
    await vi.advanceTimersByTimeAsync(600);
    book.type(id, 'one two three');
    const removal = vi.spyOn(book.log, 'removeDrafts').mockRejectedValueOnce(new Error('The power is gone'));
    await journal.drafts.settleAll();
    expect(removal).toHaveBeenCalledOnce();
    book.disk.wipe();
    await book.reopen();
    expect(book.journal.replica).not.toBe(journal.replica);
    expect(book.read(id)).toEqual(['one two three', 0]);
    expect(book.log.drafts.size).toBe(0);
  });

  it('outlive a second crash while a start keeps two texts of one record', async () => {
    const book = await OpenBook.begin();
    const id = book.journal.newId('note');
    const { replica } = book.journal;
    const shelf = new DraftShelf(book.parts, false, () => ({ lamport: 0, replica }));
    for (const words of ['one', 'another']) {
      const draft = { record: id, kind: 'note', body: book.noteBody(words), parents: [] } as const;
      expect((await shelf.put(shelf.newRowId(), draft)).ok).toBe(true);
    }
    const append = book.log.append.bind(book.log);
    const never = new Promise<never>(() => undefined);
    const killed = vi.spyOn(book.log, 'append').mockImplementation(() => never);
    killed.mockImplementationOnce(append);
    void book.reopen();
    await vi.advanceTimersByTimeAsync(100);
    killed.mockRestore();
    await book.reopen();
    expect(book.journal.view.headsOf(id).map(({ body }) => body)).toEqual(
      expect.arrayContaining([book.noteBody('one'), book.noteBody('another')]),
    );
  });

  it('are so within two seconds also while a settling waits for its turn', async () => {
    const book = await OpenBook.begin();
    const { journal } = book;
    const id = journal.newId('note');
    book.type(id, 'one');
    let goOn = () => {};
    const looking = journal.betweenWrites(() => new Promise<void>((resolve) => (goOn = resolve)));
    const settled = journal.drafts.settleAll();
    book.type(id, 'one two');
    await vi.advanceTimersByTimeAsync(2000);
    await book.reopen();
    expect(book.read(id)).toEqual(['one two', 0]);
    goOn();
    await Promise.all([looking, settled]);
  });
});
