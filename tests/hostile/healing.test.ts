import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bech32 } from '@scure/base';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openJournal, prefetch } from '#renderer/journal/openVault.ts';
import { noRows, tallyBytes, withRows } from '#renderer/journal/tally.ts';
import { unlockVault, type VaultSecret } from '#renderer/journal/vault.ts';
import type { IdOf } from '#shared/domain/record.ts';
import { DiskLog } from '../unit/support/diskLog.ts';
import { OpenBook } from '../unit/support/openBook.ts';
import { flipped } from './damage.ts';

/** What happens while the two places are being made one again. */

let folder: string;
let log: DiskLog;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stringwalk-healing-'));
  log = new DiskLog(folder);
});
afterEach(async () => {
  await log.rest();
  await rm(folder, { recursive: true, force: true });
});

const logFolder = () => join(folder, 'journal', 'log');
const logFile = () => join(logFolder(), 'rows.log');

async function bookOf(notes: number): Promise<[OpenBook<DiskLog>, readonly IdOf<'note'>[]]> {
  const book = await OpenBook.beginWith(log);
  const ids: IdOf<'note'>[] = [];
  for (let n = 0; n < notes; n += 1) {
    const id = book.journal.newId('note');
    ids.push(id);
    await book.journal.write([{ op: 'put', kind: 'note', id, body: book.noteBody(`note ${n}`) }]);
  }
  return [book, ids];
}

it('sets a damaged log aside before anything is written in its place, also where the database is gone', async () => {
  const [book, ids] = await bookOf(3);
  await book.log.rest();
  const damaged = flipped(new Uint8Array(await readFile(logFile())), 900);
  await writeFile(logFile(), damaged);
  book.disk.wipe();
  await book.log.restart();
  await book.reopen();
  expect(ids.map((id) => book.read(id)?.[0]).filter((text) => text !== undefined)).toHaveLength(2);
  const aside = (await readdir(logFolder())).filter((name) => name.includes('aside'));
  expect(aside).toHaveLength(1);
  expect(new Uint8Array(await readFile(join(logFolder(), aside[0] ?? '')))).toEqual(damaged);
});

it('puts no log in the place of a whole one while the database vanishes under it', async () => {
  for (let read = 1; read <= 12; read += 1) {
    await rm(folder, { recursive: true, force: true });
    const [book, ids] = await bookOf(3);
    // Twice in the log: it is to be written anew, from the database.
    for await (const rows of book.log.pages()) await book.log.append(rows.slice(0, 1));
    await book.log.restart();
    book.disk.wipeAtRead(read);
    await book.reopen().catch(() => undefined);
    book.disk.wipeAtRead(Number.POSITIVE_INFINITY);
    await book.log.restart();
    await book.reopen();
    expect(
      ids.map((id) => book.read(id)),
      `wiped at read ${read}`,
    ).toEqual([
      ['note 0', 0],
      ['note 1', 0],
      ['note 2', 0],
    ]);
    await book.log.rest();
  }
});

it('never counts rows that vanished while the log was read', async () => {
  const [book, ids] = await bookOf(3);
  const snapshot = book.disk.snapshot();
  await book.journal.write([
    { op: 'put', kind: 'note', id: book.journal.newId('note'), body: book.noteBody('the newest') },
  ]);
  snapshot();
  await book.log.restart();
  book.log.onPages = () => book.disk.wipe();
  await book.reopen().catch(() => undefined);
  book.log.onPages = () => undefined;
  await book.log.restart();
  await book.reopen();
  expect(ids.map((id) => book.read(id)?.[0])).toEqual(['note 0', 'note 1', 'note 2']);
  await book.log.rest();
});

it('stops within a page of rows when asked to, keeps what it has made good, and goes on from there', async () => {
  const [book, ids] = await bookOf(6);
  await book.log.rest();
  book.disk.wipe();
  await book.log.restart();
  const { parts, log } = book;
  const largePages = log.pages.bind(log);
  log.pages = async function* () {
    for await (const rows of largePages()) for (const row of rows) yield [row];
  };
  const asked = new AbortController();
  const onProgress = (done: number) => {
    if (done >= 0.5) asked.abort();
  };
  const stopped = await openJournal(parts.vault, parts, await prefetch(parts), {
    onProgress,
    signal: asked.signal,
  });
  expect(stopped).toEqual({ ok: false, error: 'stopped' });
  expect(await parts.db.rows.count()).toBe(3);
  await book.reopen();
  expect(ids.map((id) => book.read(id)?.[0])).toEqual(ids.map((_, n) => `note ${n}`));
  await book.log.rest();
});

it('changes nothing for a key that opens neither place', async () => {
  const [book, ids] = await bookOf(3);
  // Its newest row is gone from the database; the log has it.
  const newest = [...book.disk.stored.rows.keys()].at(-1) ?? 0;
  book.disk.stored.rows.delete(newest);
  const left = withRows(noRows, book.disk.stored.rows.values());
  book.disk.stored.meta.set('rows', { key: 'rows', sealed: tallyBytes(left) });
  await book.log.restart();
  const secret = bech32.encodeFromBytes('age-secret-key-', new Uint8Array(32).fill(9)).toUpperCase();
  const foreign = await unlockVault([secret as VaultSecret]);
  const parts = { ...book.parts, vault: foreign };
  expect(await openJournal(foreign, parts, await prefetch(parts))).toEqual({
    ok: false,
    error: 'not-this-journal',
  });
  expect((await readdir(logFolder())).filter((name) => name.includes('aside'))).toEqual([]);
  await book.reopen();
  expect(ids.map((id) => book.read(id)?.[0])).toEqual(['note 0', 'note 1', 'note 2']);
});

it('brings a row that lies damaged in the database back from the log', async () => {
  const [book, ids] = await bookOf(3);
  for (const [seq, row] of book.disk.stored.rows) {
    if (seq === 2) book.disk.stored.rows.set(seq, { ...row, sealed: row.sealed.map((byte) => byte ^ 1) });
  }
  await book.log.restart();
  const journal = await book.reopen();
  await book.readOn();
  expect(book.read(ids[1] as IdOf<'note'>)).toBeUndefined();
  expect(await journal.check()).toMatchObject({ rowsToDatabase: 1 });
  expect(ids.map((id) => book.read(id)?.[0])).toEqual(['note 0', 'note 1', 'note 2']);
});
