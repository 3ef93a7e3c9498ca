import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Backups } from '#electron/main/services/backups/backups.ts';
import { copyBeforeUpgrade } from '#electron/main/services/backups/beforeUpgrade.ts';
import { copyReader } from '#renderer/journal/backup/upgradeCopy.ts';
import { rowsAfter } from '#renderer/journal/rows.ts';
import { sealRow } from '#renderer/journal/sealing.ts';
import { unlockVault } from '#renderer/journal/vault.ts';
import { hex } from '#shared/base/ids.ts';
import { isOwn, type Revision } from '#shared/revisions/revision.ts';
import type { LogRow, SealedFile } from '#shared/shell/contract.ts';
import { BackupBook, keyrings } from '../support/backupBook.ts';
import { flipped } from './damage.ts';
import { disk } from './faultyDisk.ts';
import { LogFolder, writeLog } from './logOnDisk.ts';

vi.mock('node:fs/promises', async (real) =>
  (await import('./faultyDisk.ts')).onFaultyDisk(await real<typeof import('node:fs/promises')>()),
);

/** What is copied before an upgrade: it is there whole or not at all, and what is left of it can be read. */

const name = 'before-upgrade-0.1.0-to-0.2.0';
const versions = { from: '0.1.0', to: '0.2.0' };
const sure = await writeLog([2, 1, 2]);

let folder: LogFolder;
beforeEach(async () => {
  folder = await LogFolder.make();
});
afterEach(async () => {
  disk.repair();
  await folder.remove();
});

const inCopy = (...path: readonly string[]) => join(folder.path, 'backups', name, ...path);

async function putJournal(): Promise<void> {
  await folder.put(sure.bytes);
  for (const part of ['slots', 'drafts'])
    await mkdir(join(folder.path, 'journal', part), { recursive: true });
  await writeFile(join(folder.path, 'journal/slots/open.txt'), 'key');
  await writeFile(join(folder.path, 'journal/drafts/0123'), 'draft');
}

async function expectWhole(path: (...parts: readonly string[]) => string, where?: string): Promise<void> {
  expect(new Uint8Array(await readFile(path('log/rows.log'))), where).toEqual(new Uint8Array(sure.bytes));
  expect(await readFile(path('slots/open.txt'), 'utf8'), where).toBe('key');
  expect(await readFile(path('drafts/0123'), 'utf8'), where).toBe('draft');
}

const copiesHere = () => readdir(join(folder.path, 'backups')).catch((): string[] => []);

describe('making one', () => {
  it.each([
    ['stumbles', false],
    ['dies', true],
  ])('on a disk that %s at any call: it is whole, or it is said not to be there', async (_, fromThenOn) => {
    for (let call = 1; ; call += 1) {
      await folder.remove();
      folder = await LogFolder.make();
      await putJournal();
      disk.breakAt(call, fromThenOn);
      const outcome = await copyBeforeUpgrade(folder.path, versions);
      const { calls } = disk;
      disk.repair();
      const where = `with call ${call} failing`;
      expect(['made', 'no-room'], where).toContain(outcome);
      // Where only making its name last failed, it may be there all the same.
      const isThere = (await copiesHere()).includes(name);
      if (outcome === 'made' || isThere) await expectWhole(inCopy, where);
      await expectWhole((...path) => join(folder.path, 'journal', ...path), where);
      // The next start is not held up by what is left of it.
      expect(await copyBeforeUpgrade(folder.path, versions), where).toBe('made');
      await expectWhole(inCopy, where);
      if (calls < call) return;
    }
  });

  it('between the same two versions a second time: what was written meanwhile is copied as well', async () => {
    await putJournal();
    expect(await copyBeforeUpgrade(folder.path, versions)).toBe('made');
    expect(await copyBeforeUpgrade(folder.path, versions)).toBe('made');
    expect(await copiesHere()).toEqual([name]);
    const more = await writeLog([2, 1, 2, 3]);
    await folder.put(more.bytes);
    for (const _ of [1, 2]) expect(await copyBeforeUpgrade(folder.path, versions)).toBe('made');
    expect(await copiesHere()).toEqual([name, `${name}~2`]);
    await expectWhole(inCopy);
    const later = await openHere().readUpgradeCopy(`${name}~2`, 0);
    expect(later).toMatchObject({ ok: true, rows: more.frames.flatMap(({ rows }) => rows) });
    expect((await openHere().list()).upgrades).toMatchObject([versions, versions]);
  });

  it('on a disk that writes something else than it was given: it does not count', async () => {
    await putJournal();
    disk.lies = true;
    expect(await copyBeforeUpgrade(folder.path, versions)).toBe('cannot-write');
    expect(await copiesHere()).toEqual([]);
  });
});

const openHere = () =>
  new Backups(
    folder.path,
    () => 0,
    () => undefined,
  );

describe('reading one', () => {
  async function readRows(): Promise<{ rows: readonly LogRow[]; isWhole: boolean }> {
    const backups = openHere();
    const page = await backups.readUpgradeCopy(name, 0);
    if (!page.ok) throw new Error(page.error);
    expect(page).not.toHaveProperty('next');
    return page;
  }

  it('gives every row, and lists what it is', async () => {
    await putJournal();
    await copyBeforeUpgrade(folder.path, versions);
    expect(await readRows()).toMatchObject({ rows: sure.frames.flatMap(({ rows }) => rows), isWhole: true });
    const { upgrades } = await openHere().list();
    expect(upgrades).toMatchObject([{ name, ...versions, bytes: sure.bytes.length + 'keydraft'.length }]);
    expect(Math.abs(Date.now() - (upgrades[0]?.at ?? 0))).toBeLessThan(60_000);
  });

  it('that is damaged gives every other row, says so, and is left as it is', async () => {
    await putJournal();
    await copyBeforeUpgrade(folder.path, versions);
    const damaged = flipped(sure.bytes, (sure.frames[1]?.from ?? 0) + 110);
    await writeFile(inCopy('log/rows.log'), damaged);
    const left = [0, 2].flatMap((frame) => sure.frames[frame]?.rows ?? []);
    expect(await readRows()).toMatchObject({ rows: left, isWhole: false });
    expect(new Uint8Array(await readFile(inCopy('log/rows.log')))).toEqual(new Uint8Array(damaged));
    expect(await readdir(inCopy('log'))).toEqual(['rows.log']);
  });

  it('with the journal’s keys gives its words, and with another’s none', async () => {
    const book = await BackupBook.write();
    const rows = await rowsAfter(book.disk.asDatabase(), 0).toArray();
    const read = async (changed: readonly LogRow[], vault = book.vault) => {
      const found: Revision[] = [];
      const reader = copyReader({
        about: { me: book.pen.me, name: 'Tom', madeAt: 1 },
        vault,
        readPage: async (from) => ({
          ok: true,
          rows: changed.slice(from, from + 3) as LogRow[],
          drafts: [],
          isWhole: true,
          done: Math.min(1, (from + 3) / changed.length),
          ...(from + 3 < changed.length ? { next: from + 3 } : {}),
        }),
        here: async function* () {},
        onProgress: () => undefined,
      });
      const outcome = await reader({
        identities: book.keyring,
        tagKey: () => undefined,
        listener: { revision: (each) => void found.push(each) },
      });
      return { outcome, found };
    };
    const whole = await read(rows as LogRow[]);
    expect(whole.outcome).toMatchObject({ ok: true, value: { isWhole: true } });
    expect(whole.found).toEqual(book.pen.revisions);

    const [first, ...others] = rows as LogRow[];
    const forged = { ...(first as LogRow), sealed: flipped(first?.sealed ?? new Uint8Array(1), 30) };
    const most = await read([forged, ...others]);
    expect(most.outcome).toMatchObject({ ok: true, value: { isWhole: false } });
    expect(most.found).toEqual(book.pen.revisions.slice(1));

    expect((await read(rows as LogRow[], await unlockVault(keyrings.another))).outcome).toEqual({
      ok: false,
      error: { why: 'wrong-key' },
    });
    expect((await read([])).outcome).toEqual({ ok: false, error: { why: 'damaged' } });
  });

  it('gives what was being typed as one version, unless it stands in the journal', async () => {
    const book = await BackupBook.write();
    const { pen, vault } = book;
    const rows = (await rowsAfter(book.disk.asDatabase(), 0).toArray()) as LogRow[];
    const [, note] = pen.revisions.toReversed();
    if (!note || note.body === null) throw new Error('Nothing to go on from');
    const body = { ...(note.body as object), more: 'The gate was open.' };
    const id = hex(pen.random.bytes(16));
    const { record, kind } = note;
    const draft = { record, kind, body, parents: [note.id], changes: 3, lamport: 40 };
    const sealed = sealRow(draft, { store: 'drafts', id }, vault, pen.random);
    const another = { id, value: flipped(sealed, 30) };
    const read = async (drafts: readonly SealedFile[], here: readonly Revision[]) => {
      const found: Revision[] = [];
      const reader = copyReader({
        about: { me: pen.me, name: 'Tom', madeAt: 1 },
        vault,
        readPage: async () => ({ ok: true, rows, drafts: [...drafts], isWhole: true, done: 1 }),
        here: async function* () {
          yield* here;
        },
        onProgress: () => undefined,
      });
      const listener = { revision: (each: Revision) => void found.push(each) };
      await reader({ identities: book.keyring, tagKey: () => undefined, listener });
      return found.slice(rows.length);
    };
    const typed = await read([{ id, value: sealed }], pen.revisions);
    expect(typed).toMatchObject([{ record, kind, body, parents: [note.id], author: pen.me, lamport: 41 }]);
    expect(typed.map((each) => isOwn(each, vault.tagKey))).toEqual([true]);
    expect(await read([{ id, value: sealed }], [])).toEqual(typed);
    expect(await read([{ id, value: sealed }], [...pen.revisions, ...typed])).toEqual([]);
    expect(await read([another], pen.revisions)).toEqual([]);
  });
});
