import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Backups } from '#renderer/journal/backup/backups.ts';
import { noRows } from '#renderer/journal/tally.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { BackupFacts, BackupList, ListedBackup } from '#shared/shell/backupContract.ts';
import { OpenBook } from '../../support/openBook.ts';

/** A shell that has one backup, and a second folder in which it is not. */
const there = {
  copied: [] as string[],
  problem: undefined as 'absent' | undefined,
  copy: async (): Promise<Result<undefined, string>> => ok(undefined),
};

const name = 'stringwalk-2026-05-01T10-00-00.age';
const facts: BackupFacts = {
  ...{ bytes: 1, revisions: 0, records: 0, attachments: 0, unreadable: 0 },
  ...noRows,
  verifiedAt: 1,
};
const own: ListedBackup = { place: 'own', name, at: 1, bytes: 1, facts };

vi.mock('#renderer/journal/shell.ts', () => ({
  onMessage: () => () => undefined,
  shell: {
    listBackups: async (): Promise<BackupList> => ({
      folders: [{ place: 'second', path: '/stick', problem: there.problem }],
      files: [own, ...there.copied.map((each): ListedBackup => ({ ...own, place: 'second', name: each }))],
      upgrades: [],
    }),
    copyBackup: async () => {
      const copied = await there.copy();
      if (copied.ok) there.copied.push(name);
      return copied;
    },
    stopCopy: async () => undefined,
  },
}));

const minute = 60_000;
let end = () => undefined as undefined;

describe('a backup that is not in the second folder', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 4, 1, 12) });
    Object.assign(there, { copied: [], problem: undefined, copy: vi.fn(async () => ok(undefined)) });
  });
  afterEach(() => {
    end();
    vi.useRealTimers();
  });

  async function begin(): Promise<Backups> {
    const book = await OpenBook.begin();
    const backups = new Backups(book.journal, book.parts as never);
    const stop = backups.begin();
    end = () => void stop();
    return backups;
  }

  it('is copied once the folder is back, without a word written', async () => {
    there.problem = 'absent';
    await begin();
    await vi.advanceTimersByTimeAsync(20 * minute);
    expect(there.copy).not.toHaveBeenCalled();
    there.problem = undefined;
    await vi.advanceTimersByTimeAsync(6 * minute);
    expect(there.copied).toEqual([name]);
    await vi.advanceTimersByTimeAsync(60 * minute);
    expect(there.copied).toEqual([name]);
  });

  it('is tried hourly where it fails, and only at the next start where somebody stopped it', async () => {
    there.copy = vi.fn(async () => err('no-room'));
    await begin();
    await vi.advanceTimersByTimeAsync(59 * minute);
    expect(there.copy).toHaveBeenCalledTimes(1);
    there.copy = vi.fn(async () => err('stopped'));
    await vi.advanceTimersByTimeAsync(180 * minute);
    expect(there.copy).toHaveBeenCalledTimes(1);
    end();
    await begin();
    await vi.advanceTimersByTimeAsync(minute);
    expect(there.copy).toHaveBeenCalledTimes(2);
  });

  it('is asked for once while the disk takes its time', async () => {
    there.copy = vi.fn(() => new Promise<never>(() => undefined));
    const backups = await begin();
    await vi.advanceTimersByTimeAsync(60 * minute);
    expect(there.copy).toHaveBeenCalledTimes(1);
    // What it holds is held: nobody waits for the copy of it.
    await backups.makeBefore();
  });
});
