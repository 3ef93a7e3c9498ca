import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerSettle, lock } from '#renderer/journal/lock.ts';
import { openJournal, prefetch } from '#renderer/journal/openVault.ts';
import { OpenBook } from '../../support/openBook.ts';

const { readSlots, relock, settled, onMessage } = vi.hoisted(() => ({
  readSlots: vi.fn(async () => ({ passphrase: new Uint8Array(1) as Uint8Array | undefined })),
  relock: vi.fn(async () => undefined),
  settled: vi.fn(async () => undefined),
  onMessage: vi.fn((_name: string, _listener: (message: unknown) => Promise<void>) => () => undefined),
}));
vi.mock('#renderer/journal/shell.ts', () => ({ shell: { readSlots, relock, settled }, onMessage }));

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

it('leaves a form as it is where the machine sleeps and there is nothing to lock with', async () => {
  const book = await OpenBook.begin();
  const { journal } = book;
  const [typed, held] = [journal.newId('note'), journal.newId('note')];
  answerSettle({ journal, isOpening: () => false, finish: async () => undefined });
  const sleep = onMessage.mock.lastCall?.[1];
  book.type(typed, 'on the page');
  journal.drafts.hold('note', held, book.noteBody('in a form'));

  readSlots.mockResolvedValueOnce({ passphrase: undefined });
  await sleep?.({ request: 1, reason: 'lock' });
  expect(settled).toHaveBeenLastCalledWith({ request: 1, kept: true });
  expect(relock).not.toHaveBeenCalled();
  expect(book.read(typed)).toEqual(['on the page', 0]);
  expect(book.read(held)).toBeUndefined();

  await sleep?.({ request: 2, reason: 'lock' });
  expect(relock).toHaveBeenCalledOnce();
  expect(book.read(held)).toEqual(['in a form', 0]);
});
