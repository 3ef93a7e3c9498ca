import { describe, expect, it } from 'vitest';
import { type ErasingParts, eraseForGood, finishErasing } from '#renderer/journal/erasing.ts';
import type { Journal } from '#renderer/journal/journal.ts';
import { openRevision } from '#renderer/journal/rows.ts';
import { isSameTally, readTally } from '#renderer/journal/tally.ts';
import type { IdOf } from '#shared/domain/record.ts';
import type { RichText } from '#shared/domain/richText.ts';
import { OpenBook } from '../../support/openBook.ts';

const photo = '5'.repeat(32);
const sharedPhoto = '6'.repeat(32);

function withPhoto(words: string, ...attachments: readonly string[]): RichText {
  return {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: words }] },
      ...attachments.map((attachment) => ({ type: 'photo' as const, attrs: { attachment, alt: '' } })),
    ],
  };
}

async function secretBook() {
  const book = await OpenBook.begin();
  const { journal } = book;
  const removedPhotos: string[] = [];
  const parts = (): ErasingParts => ({
    ...book.parts,
    removeAttachments: async (ids) => {
      removedPhotos.push(...ids);
      return true;
    },
    renewCheckpoint: () => book.checkpoint(),
  });
  const put = (id: IdOf<'note'>, text: RichText) =>
    journal.write([{ op: 'put', kind: 'note', id, body: { ...book.noteBody(''), text } }]);
  const [secret, other] = [journal.newId('note'), journal.newId('note')];
  await put(secret, withPhoto('canary one', photo, sharedPhoto));
  await put(other, withPhoto('stays', sharedPhoto));
  await put(secret, withPhoto('canary two'));
  await journal.write([{ op: 'delete', kind: 'note', id: secret }]);
  await book.checkpoint();
  /** What anybody with the key can still read of the rows, in the database and in the log. */
  const readable = () => {
    const rows = [...book.disk.stored.rows.values(), ...book.log.rows.map((row) => ({ ...row, seq: 0 }))];
    return JSON.stringify(rows.map((row) => openRevision(row as never, book.parts.vault)));
  };
  const places = async () => {
    const tally = readTally(book.disk.stored.meta.get('rows')?.sealed);
    return tally !== undefined && isSameTally(tally, await book.log.state());
  };
  return { book, journal, parts, secret, other, readable, places, removedPhotos };
}

async function reopened(book: OpenBook): Promise<Journal> {
  const journal = await book.reopen();
  await book.readOn();
  return journal;
}

describe('erasing for good', () => {
  it('leaves no version of it in the database or in the log, and everything else as it was', async () => {
    const { book, journal, parts, secret, other, readable, places } = await secretBook();
    expect(readable()).toContain('canary two');
    expect(await eraseForGood(journal, parts(), [secret])).toEqual({ ok: true, value: undefined });
    expect(readable()).not.toContain('canary');
    expect(readable()).toContain('stays');
    expect(await places()).toBe(true);
    expect(journal.view.deleted()).toEqual([]);
    const later = await reopened(book);
    expect(later.view.deleted()).toEqual([]);
    expect(book.read(other)?.[0]).toContain('stays');
    expect(later.view.erased).toEqual(new Set([secret]));
  });

  it('takes along the photos that nothing else shows', async () => {
    const { journal, parts, secret, removedPhotos } = await secretBook();
    await eraseForGood(journal, parts(), [secret]);
    expect(removedPhotos).toEqual([photo, `${photo}-thumb`]);
  });

  it('goes on writing afterwards, in both places alike', async () => {
    const { book, journal, parts, secret, other, places } = await secretBook();
    await eraseForGood(journal, parts(), [secret]);
    book.type(other, 'goes on');
    expect((await journal.drafts.settleAll()).ok).toBe(true);
    expect(await places()).toBe(true);
    await reopened(book);
    expect(book.read(other)).toEqual(['goes on', 0]);
  });

  it('is finished by the next start when a crash came right after it was noted', async () => {
    const { book, journal, parts, secret, readable, places } = await secretBook();
    const body = { day: journal.clock.today(), records: [secret] };
    await journal.write([{ op: 'put', kind: 'erasure', id: journal.newId('erasure'), body }]);
    expect(journal.view.deleted()).toEqual([]);
    const later = await reopened(book);
    expect(later.view.deleted()).toEqual([]);
    expect(await finishErasing(later, parts())).toBe(true);
    expect(readable()).not.toContain('canary');
    expect(await places()).toBe(true);
  });

  it('is finished by the next start when the log could not be written anew', async () => {
    const { book, journal, parts, secret, readable, places } = await secretBook();
    const { rewrite } = book.log;
    book.log.rewrite = async () => false;
    expect(await eraseForGood(journal, parts(), [secret])).toEqual({ ok: false, error: 'not-yet-removed' });
    book.log.rewrite = rewrite;
    const later = await reopened(book);
    expect(later.view.deleted()).toEqual([]);
    expect(later.view.get('note', secret)).toBeUndefined();
    expect(await finishErasing(later, parts())).toBe(true);
    expect(readable()).not.toContain('canary');
    expect(await places()).toBe(true);
  });

  it('removes nothing while the log holds words that the database has no room for', async () => {
    const { book, journal, parts, secret, other } = await secretBook();
    book.log.isForLastWords = true;
    book.type(other, 'last words');
    await journal.drafts.settleAll();
    const before = book.log.rows.length;
    expect(await eraseForGood(journal, parts(), [secret])).toMatchObject({ ok: false });
    expect(book.log.rows.length).toBeGreaterThanOrEqual(before);
    book.log.isForLastWords = false;
    await reopened(book);
    expect(book.read(other)).toEqual(['last words', 0]);
  });

  for (let read = 1; read <= 8; read += 1) {
    it(`takes no other words along while the database vanishes under it, at the ${read}. reading`, async () => {
      const { book, journal, parts, secret, other } = await secretBook();
      book.disk.wipeAtRead(read);
      await eraseForGood(journal, parts(), [secret]).catch(() => undefined);
      book.disk.wipeAtRead(Number.POSITIVE_INFINITY);
      await reopened(book);
      expect(book.read(other)?.[0]).toContain('stays');
    });
  }

  it('takes no row along that only the log has', async () => {
    const { book, journal, parts, secret, other } = await secretBook();
    const [gone] = rowsOf(book, other);
    book.disk.stored.rows.delete(gone?.seq ?? 0);
    expect(await eraseForGood(journal, parts(), [secret])).toEqual({ ok: false, error: 'not-yet-removed' });
    const later = await reopened(book);
    await later.check();
    expect(await finishErasing(later, parts())).toBe(true);
    await reopened(book);
    expect(book.read(other)?.[0]).toContain('stays');
  });

  it('leaves a row that lies damaged in the database as the log has it', async () => {
    const { book, journal, parts, secret, other } = await secretBook();
    for (const row of rowsOf(book, other)) {
      const sealed = row.sealed.map((byte, place) => (place === 60 ? byte ^ 1 : byte));
      book.disk.stored.rows.set(row.seq, { ...row, sealed });
    }
    expect(await eraseForGood(journal, parts(), [secret])).toEqual({ ok: true, value: undefined });
    book.disk.stored.checkpoint.clear();
    await reopened(book);
    expect(book.read(other)?.[0]).toContain('stays');
  });

  it('removes the photos at the next start where they could not be removed now', async () => {
    const { book, journal, parts, secret, removedPhotos, readable } = await secretBook();
    const refusing = { ...parts(), removeAttachments: async () => false };
    expect(await eraseForGood(journal, refusing, [secret])).toEqual({ ok: false, error: 'not-yet-removed' });
    const later = await reopened(book);
    expect(await finishErasing(later, parts())).toBe(true);
    expect(removedPhotos).toEqual([photo, `${photo}-thumb`]);
    expect(readable()).not.toContain('canary');
  });
});

function rowsOf(book: OpenBook, record: IdOf<'note'>) {
  const { vault } = book.parts;
  return [...book.disk.stored.rows.values()].filter((row) => openRevision(row, vault)?.record === record);
}
