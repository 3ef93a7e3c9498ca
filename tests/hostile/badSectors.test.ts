import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { IdOf } from '#shared/domain/record.ts';
import { DiskLog } from '../unit/support/diskLog.ts';
import { OpenBook } from '../unit/support/openBook.ts';

/** A disk that does not give some bytes of the log any more. */

const bad = vi.hoisted(() => ({ from: -1, to: -1 }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const open: typeof real.open = async (path, ...rest) => {
    const file = await real.open(path, ...rest);
    if (!String(path).endsWith('rows.log')) return file;
    const read = async (buffer: Buffer, offset: number, length: number, at: number) => {
      if (bad.from >= 0 && at < bad.to && at + length > bad.from)
        throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
      return file.read(buffer, offset, length, at);
    };
    return new Proxy(file, {
      get: (target, name) => {
        if (name === 'read') return read;
        const found: unknown = Reflect.get(target, name, target);
        return typeof found === 'function' ? found.bind(target) : found;
      },
    });
  };
  return { ...real, open };
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stringwalk-sectors-'));
});
afterEach(async () => {
  bad.from = -1;
  await rm(folder, { recursive: true, force: true });
});

const count = 40;

async function bookOf(): Promise<[OpenBook<DiskLog>, readonly IdOf<'note'>[]]> {
  const book = await OpenBook.beginWith(new DiskLog(folder));
  const ids: IdOf<'note'>[] = [];
  for (let n = 0; n < count; n += 1) {
    const id = book.journal.newId('note');
    ids.push(id);
    await book.journal.write([
      { op: 'put', kind: 'note', id, body: book.noteBody(`note ${n} ${'x'.repeat(500)}`) },
    ]);
  }
  return [book, ids];
}

it.each(['first', 'middle', 'last'] as const)(
  'loses nothing to bad places at the %s of the log',
  async (where) => {
    const [book, ids] = await bookOf();
    const logFolder = join(folder, 'journal', 'log');
    const size = (await readFile(join(logFolder, 'rows.log'))).length;
    const at = { first: 5, middle: Math.floor(size / 2), last: size - 200 }[where];
    [bad.from, bad.to] = [at, at + 100];
    await book.log.restart();
    const journal = await book.reopen();
    await book.readOn();
    await journal.check();
    expect(ids.map((id) => book.read(id)?.[0].slice(0, 5))).toEqual(ids.map(() => 'note '));
    // What can be read of it stays, beside one that holds everything.
    expect((await readdir(logFolder)).some((name) => /aside|torn/.test(name))).toBe(true);
    bad.from = -1;
    book.disk.wipe();
    await book.log.restart();
    await book.reopen();
    await book.readOn();
    expect(ids.filter((id) => book.read(id) === undefined)).toEqual([]);
    await book.log.rest();
  },
);

it('gives back all but what lay there where the database is gone as well', async () => {
  const [book, ids] = await bookOf();
  const size = (await readFile(join(folder, 'journal', 'log', 'rows.log'))).length;
  [bad.from, bad.to] = [Math.floor(size / 2), Math.floor(size / 2) + 100];
  book.disk.wipe();
  await book.log.restart();
  await book.reopen();
  await book.readOn();
  const missing = ids.filter((id) => book.read(id) === undefined).length;
  expect(missing).toBeGreaterThan(0);
  // Four kilobytes, and the frames that lie across their edges.
  expect(missing).toBeLessThanOrEqual(10);
  await book.log.rest();
});
