import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { History } from '#renderer/journal/history.ts';
import type { Day } from '#shared/base/time.ts';
import { paragraphs, plainText, type RichText } from '#shared/domain/richText.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import { readShare, writeShare } from '#shared/share/shareFile.ts';
import { BackupBook } from '../support/backupBook.ts';
import { howMany, tried } from '../support/howMany.ts';
import { shareContent } from '../support/makeShare.ts';
import { writeAnAfternoon } from '../support/pen.ts';
import { DiskLog } from '../unit/support/diskLog.ts';
import { OpenBook } from '../unit/support/openBook.ts';
import { noise } from './damage.ts';

/** More of one thing than anybody writes: it is kept, found again, and travels. */

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stringwalk-huge-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** As much as one text may hold and still travel, with the few words around it. No two pages of it are the same. */
const megabyteOfWords = Array.from(noise(990_000), (byte) => 'abcdefghilmnoprst é'.charAt(byte % 19)).join(
  '',
);

const textOf = ({ body }: Revision) => plainText(body?.text as RichText);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

it('an entry that was written thousands of times says its last words, and remembers all', async () => {
  const book = await OpenBook.beginWith(new DiskLog(folder));
  const id = book.journal.newId('note');
  const versions = Array.from({ length: howMany({ short: 300, full: 5000 }) }, (_, n) => `version ${n}`);
  for (const words of versions) {
    const body = book.noteBody(words);
    expect(await book.journal.write([{ op: 'put', kind: 'note', id, body }])).toMatchObject({ ok: true });
    tried();
  }
  // Only the log is left: everything comes from there.
  book.disk.wipe();
  await book.log.restart();
  await book.reopen();
  await book.readOn();
  expect(book.read(id)).toEqual([versions.at(-1), 0]);
  const all = await new History(book.parts).revisionsOf([id], {
    withMembers: false,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  expect(all.map(textOf)).toEqual(versions);
  await book.log.rest();
});

it('an entry of a megabyte is kept, and read again from the log alone', async () => {
  const book = await OpenBook.beginWith(new DiskLog(folder));
  const id = book.journal.newId('note');
  const body = book.noteBody(megabyteOfWords);
  expect(await book.journal.write([{ op: 'put', kind: 'note', id, body }])).toMatchObject({ ok: true });
  book.disk.wipe();
  await book.log.restart();
  await book.reopen();
  expect(book.read(id)).toEqual([megabyteOfWords, 0]);
  await book.log.rest();
});

it('an entry of a megabyte travels in a share and in a backup', async () => {
  const day = '2026-11-08' as Day;
  const book = await BackupBook.write();
  const { pen } = book;
  const { session, turn } = writeAnAfternoon(pen);
  const id = pen.put('note', { about: turn, person: pen.me, day, text: paragraphs(megabyteOfWords) });
  const zip = writeShare(shareContent(pen, { sessions: [session] }), pen.signingSeed);
  const share = zip.ok ? readShare(zip.value) : undefined;
  const shared = share?.ok ? share.value.revisions : [];
  expect(shared.filter(({ record }) => record === id).map(textOf)).toEqual([megabyteOfWords]);

  await book.take(pen.revisions.slice(-1));
  const found: string[] = [];
  const { file } = await book.backUp();
  const opened = await book.open(file, {
    revision: (each) => void (each.record === id && found.push(textOf(each))),
  });
  expect(opened.ok).toBe(true);
  expect(found).toEqual([megabyteOfWords]);
});

it('an attachment of a hundred megabytes is sealed, backed up and given back', async () => {
  const book = await BackupBook.write();
  const bytes = new Uint8Array(randomBytes(howMany({ short: 4, full: 100 }) * 1_000_000));
  const id = await book.keep(bytes.slice());
  const { file, made } = await book.backUp();
  expect(made.manifest.unreadable).toBe(0);
  const found = new Map<string, string>();
  const opened = await book.open(file, {
    attachment: (attachment) => void found.set(attachment.id, sha256(attachment.bytes)),
  });
  expect(opened).toMatchObject({ ok: true });
  expect(found.get(id)).toBe(sha256(bytes));
});
