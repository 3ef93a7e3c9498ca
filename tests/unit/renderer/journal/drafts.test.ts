import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Database, SealedDraft } from '#renderer/journal/db.ts';
import { DraftShelf } from '#renderer/journal/draftShelf.ts';
import { Drafts } from '#renderer/journal/drafts.ts';
import { Observable, type Saving } from '#renderer/journal/saving.ts';
import { unlockVault, type VaultSecret } from '#renderer/journal/vault.ts';
import type { RevisionId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time.ts';
import type { Body, IdOf } from '#shared/domain/record.ts';
import { paragraphs, plainText } from '#shared/domain/richText.ts';
import { MemoryLog } from '../../support/memoryLog.ts';
import { seededRandom } from '../../support/replicas.ts';

const secret = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX' as VaultSecret;
const note = `note_${'1'.repeat(32)}` as IdOf<'note'>;
const person = `person_${'2'.repeat(32)}` as IdOf<'person'>;
const written = (text: string): Body<'note'> => ({
  person,
  day: '2026-11-08' as Day,
  text: paragraphs(text),
});

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('leaves no draft behind for words typed while the ones before become a revision', async () => {
  const vault = await unlockVault([secret]);
  // Node has no IndexedDB; of the database drafts need only this.
  const rows = new Map<string, SealedDraft>();
  const db = {
    drafts: {
      put: async (row: SealedDraft) => rows.set(row.id, row),
      toArray: async () => [...rows.values()],
    },
  } as unknown as Database;
  const log = new MemoryLog();
  const shelf = new DraftShelf({ db, log, vault, random: seededRandom('drafts') });
  const committed: { readonly text: string; readonly parents: readonly RevisionId[] }[] = [];
  const head = () => `revision ${committed.length}` as RevisionId;
  let finish: (() => void) | undefined;
  const saving = new Observable<Saving>({ state: 'idle' });
  const drafts = new Drafts(shelf, saving, {
    headsOf: () => [head()],
    inTurn: (work) => work(),
    commit: async (becoming) => {
      const written = becoming.map(({ rowId, draft: { body, parents } }) => ({ rowId, body, parents }));
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      for (const { rowId, body, parents } of written) {
        rows.delete(rowId);
        committed.push({ text: plainText((body as Body<'note'>).text), parents });
      }
      await log.removeDrafts(written.map(({ rowId }) => rowId));
      return ok(undefined);
    },
  });

  drafts.change('note', note, written('A desk'));
  const first = drafts.settle(note);
  await vi.advanceTimersByTimeAsync(0);
  drafts.change('note', note, written('A desk by a window'));
  finish?.();
  await first;
  expect(committed).toEqual([{ text: 'A desk', parents: ['revision 0'] }]);

  drafts.change('note', note, written('A desk by a window that is mine'));
  await vi.advanceTimersByTimeAsync(600);
  expect(rows.size).toBe(1);
  const second = drafts.settle(note);
  await vi.advanceTimersByTimeAsync(0);
  finish?.();
  await second;

  await vi.advanceTimersByTimeAsync(20_000);
  expect(committed[1]).toEqual({ text: 'A desk by a window that is mine', parents: ['revision 1'] });
  expect(committed).toHaveLength(2);
  // What is left behind would be taken for lost words at the next start, and put over newer ones.
  expect(await shelf.leftBehind()).toEqual([]);
  expect(drafts.typed).toEqual([]);
});
