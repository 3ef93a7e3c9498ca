import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { unsentNote } from '#renderer/app/unsentNote.ts';
import { plainText } from '#shared/domain/richText.ts';
import { OpenBook } from '../../support/openBook.ts';

const rest = 10_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A journal with a form in front of it, into which somebody typed. */
async function withForm() {
  const book = await OpenBook.begin();
  const form = unsentNote(book.journal);
  const type = (text: string) => form.keep('A check-in', [{ label: 'In your own words', text }]);
  type('I asked');
  type('I asked for a night');
  return { book, form, type };
}

function notes({ journal }: OpenBook): readonly string[] {
  return journal.view.all('note').map(({ body }) => plainText(body.text));
}

const left = 'Left unfinished: A check-in\nIn your own words\nI asked for a night';

it('is nothing on the page while its form is open, and is kept all the same', async () => {
  const { book } = await withForm();
  await vi.advanceTimersByTimeAsync(500);
  expect([book.disk.stored.drafts.size, book.log.drafts.size]).toEqual([1, 1]);
  expect(book.journal.saving.get().state).toBe('kept');
  await vi.advanceTimersByTimeAsync(rest);
  // Whoever goes from one field of the form to the next leaves the page's fields, too.
  expect((await book.journal.drafts.settleAll()).ok).toBe(true);
  expect(notes(book)).toEqual([]);
  expect(book.disk.stored.drafts.size).toBe(1);
});

it('is a note that says where it came from after a lock, and after a crash', async () => {
  const locked = await withForm();
  expect((await locked.book.journal.drafts.settleToTheEnd()).ok).toBe(true);
  expect(notes(locked.book)).toEqual([left]);
  await locked.book.reopen();
  expect(notes(locked.book)).toEqual([left]);

  const crashed = await withForm();
  await vi.advanceTimersByTimeAsync(500);
  await crashed.book.reopen();
  expect(notes(crashed.book)).toEqual([left]);
});

it('leaves nothing behind once its form was sent or put away, also while it is on its way to the disk', async () => {
  const { book, form } = await withForm();
  const write = book.log.writeDraft.bind(book.log);
  vi.spyOn(book.log, 'writeDraft').mockImplementation(async (file) => {
    await new Promise((resolve) => setTimeout(resolve, 250));
    return write(file);
  });
  await vi.advanceTimersByTimeAsync(600);
  expect(book.journal.saving.get().state).toBe('saving');
  form.drop();
  await vi.advanceTimersByTimeAsync(rest);
  expect([book.disk.stored.drafts.size, book.log.drafts.size]).toEqual([0, 0]);
  expect(book.journal.saving.get().state).toBe('kept');
  await book.journal.drafts.settleToTheEnd();
  await book.reopen();
  expect(notes(book)).toEqual([]);
});

it('is no longer tried for, nor complained of, where the disk refuses it and its form is put away', async () => {
  const { book, form } = await withForm();
  book.disk.refuse(1);
  await vi.advanceTimersByTimeAsync(500);
  expect(book.journal.saving.get().state).toBe('failed');
  form.drop();
  await vi.advanceTimersByTimeAsync(rest);
  expect(book.journal.saving.get().state).toBe('kept');
  expect([book.disk.stored.drafts.size, book.log.drafts.size]).toEqual([0, 0]);
});

it('becomes a note by itself where its form went without being sent or put away', async () => {
  const { book, form, type } = await withForm();
  form.drop();
  type('I asked for a night');
  form.letStand();
  await vi.advanceTimersByTimeAsync(rest);
  expect(notes(book)).toEqual([left]);
  expect(book.disk.stored.drafts.size).toBe(0);
});
