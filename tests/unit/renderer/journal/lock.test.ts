import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lock } from '#renderer/journal/lock.ts';
import { openJournal, prefetch } from '#renderer/journal/openVault.ts';
import { OpenBook } from '../../support/openBook.ts';

const relock = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock('#renderer/journal/shell.ts', () => ({
  shell: { readSlots: async () => ({ passphrase: new Uint8Array(1) }), relock },
}));

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  relock.mockClear();
});

it('ends no process while somebody types on faster than the disk takes it', async () => {
  const book = await OpenBook.begin();
  const id = book.journal.newId('note');
  const append = book.log.append.bind(book.log);
  vi.spyOn(book.log, 'append').mockImplementation(async (rows) => {
    await new Promise((resolve) => setTimeout(resolve, 250));
    return append(rows);
  });
  let words = '';
  const typing = setInterval(() => {
    words += 'x';
    book.type(id, words);
  }, 120);
  await vi.advanceTimersByTimeAsync(300);
  const locked = lock(book.journal);
  await vi.advanceTimersByTimeAsync(3000);
  expect(await locked).toEqual({ ok: false, error: 'not-kept' });
  expect(relock).not.toHaveBeenCalled();

  clearInterval(typing);
  const again = lock(book.journal);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await again).toEqual({ ok: true, value: undefined });
  expect(book.read(id)).toEqual([words, 0]);
});

it('closes a journal that can only be read, also after somebody tried to type', async () => {
  const book = await OpenBook.begin();
  const id = book.journal.newId('note');
  book.type(id, 'as it was');
  await book.journal.drafts.settleAll();
  const parts = { ...book.parts, isReadOnly: true };
  const opened = await openJournal(parts.vault, parts, await prefetch(parts));
  if (!opened.ok) throw new Error(opened.error);
  const { journal } = opened.value;
  journal.drafts.change('note', id, book.noteBody('as it was and more'));
  expect(journal.saving.get()).toEqual({ state: 'failed', problem: 'read-only' });
  expect((await lock(journal)).ok).toBe(true);
  expect(relock).toHaveBeenCalledOnce();
});
