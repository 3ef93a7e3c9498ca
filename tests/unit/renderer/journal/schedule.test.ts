import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDue, isHeld, notReadBack, toCopy } from '#renderer/journal/backup/schedule.ts';
import type { Tally } from '#renderer/journal/tally.ts';
import type { BackupFolder, BackupList, ListedBackup } from '#shared/shell/backupContract.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 22, 12);
/** How often the journal looks whether one is due. */
const look = 5 * minute;

/** Other rows, even where there are as many. */
const held = (rows: number, of = rows): Tally => ({ rows, tally: String(of).padStart(32, '0') });

function backup(at: number, rows: number, of: Partial<ListedBackup> = {}): ListedBackup {
  const facts = {
    bytes: 1,
    verifiedAt: at,
    revisions: rows,
    records: 1,
    attachments: 0,
    ...held(rows),
    unreadable: 0,
  };
  return { place: 'own', name: `stringwalk-${at}.age`, at, bytes: 1, facts, ...of };
}

const listOf = (...files: readonly ListedBackup[]): BackupList => ({
  folders: [],
  files: [...files],
  upgrades: [],
});

/** What clocks of all kinds left behind: hours and years ahead, hours and years ago. Few, as rotation leaves few. */
const leftBehind = fc.array(
  fc
    .tuple(
      fc.oneof(fc.integer({ min: -72, max: 72 }), fc.integer({ min: -30_000, max: 30_000 })),
      fc.nat(60),
      fc.nat(99),
    )
    .map(([hours, minutes, rows]) => backup(now + hours * hour + minutes * minute, rows)),
  { maxLength: 20 },
);

/** A day with the journal open, from `now` on. Answers at which looks backups were made. */
function lived(before: readonly ListedBackup[], rowsAt: (looks: number) => number): readonly number[] {
  const files = [...before];
  const made: number[] = [];
  for (let looks = 0; looks * look < day; looks += 1) {
    const at = now + looks * look;
    if (!isDue(listOf(...files), held(rowsAt(looks)), at)) continue;
    files.push(backup(at, rowsAt(looks)));
    made.push(looks);
  }
  return made;
}

/** Found whole once, and damaged since. */
function damaged(at: number, rows: number): ListedBackup {
  const { facts, ...listed } = unread(at, rows);
  return facts ? { ...listed, facts: { ...facts, damagedAt: now } } : listed;
}

function unread(at: number, rows: number): ListedBackup {
  const { facts, ...listed } = backup(at, rows);
  return facts ? { ...listed, facts: { ...facts, verifiedAt: undefined } } : listed;
}

describe('a backup that was not read back', () => {
  it('is finished instead of made anew where it is the last one, and holds what the journal holds', () => {
    const before = backup(now - hour, 4);
    expect(notReadBack(listOf(before, unread(now - minute, 5)), held(5), now)?.name).toBe(
      unread(now - minute, 5).name,
    );
    for (const [list, rows] of [
      [listOf(before, unread(now - minute, 5)), 6],
      [listOf(unread(now - 2 * minute, 5), backup(now - minute, 5)), 5],
      [listOf({ ...unread(now - minute, 5), place: 'second' }), 5],
      [listOf(unread(now + day, 5)), 5],
      [listOf(damaged(now - minute, 5)), 5],
      [listOf(), 0],
    ] as const) {
      expect(notReadBack(list, held(rows), now)).toBeUndefined();
    }
  });
});

describe('a copy in the second folder', () => {
  const folder = { place: 'second', path: '/stick' } as const;
  const made = backup(now - minute, 5);
  const copied: ListedBackup = { ...made, place: 'second' };
  const list = (of: Partial<BackupFolder>, ...files: readonly ListedBackup[]): BackupList => ({
    ...listOf(backup(now - hour, 3), ...files),
    folders: [{ ...folder, ...of }],
  });

  it('is made where the newest is not there, or found damaged there, or not opened by the keys of today', () => {
    for (const missing of [
      list({}, made),
      list({}, made, { ...damaged(now - minute, 5), place: 'second' }),
      list({ keysOutdated: true }, made, copied),
      // What was full may have room by now.
      list({ problem: 'no-room' }, made),
    ]) {
      expect(toCopy(missing, now)).toBe(made.name);
    }
  });

  it('is not where it is there already, where the folder is away, or where there is none', () => {
    for (const held of [
      list({}, made, copied),
      list({ problem: 'absent' }, made),
      list({ problem: 'no-answer' }, made),
      { ...list({}, made), folders: [] },
      { ...list({}), files: [unread(now - minute, 5)] },
    ]) {
      expect(toCopy(held, now)).toBeUndefined();
    }
  });
});

describe('when a backup is due', () => {
  it('is at once where there is none that was read back, beside the journal', () => {
    expect(isDue(listOf(), held(0), now)).toBe(true);
    expect(isDue(listOf(backup(now, 5, { place: 'second' })), held(5), now)).toBe(true);
    expect(isDue(listOf(unread(now, 5)), held(5), now)).toBe(true);
    expect(isDue(listOf(damaged(now, 5)), held(5), now)).toBe(true);
  });

  it('is an hour after the last, and only where something was written', () => {
    const list = listOf(backup(now, 5), backup(now - 2 * day, 3));
    expect(isDue(list, held(6), now + hour - 1)).toBe(false);
    expect(isDue(list, held(6), now + hour)).toBe(true);
    expect(isDue(list, held(5), now + 40 * day)).toBe(false);
  });

  it('is where something was erased, though an older one held as many rows', () => {
    const list = listOf(backup(now - 2 * hour, 9), backup(now - 5 * hour, 7));
    expect(isHeld(list, held(7), now)).toBe(false);
    expect(isDue(list, held(7), now)).toBe(true);
  });

  it('is where as much was erased as was written, and where nobody noted which rows it holds', () => {
    const list = listOf(backup(now - 2 * hour, 100));
    expect(isHeld(list, held(100), now)).toBe(true);
    expect(isDue(list, held(100, 99), now)).toBe(true);
    expect(notReadBack(listOf(unread(now - minute, 5)), held(5, 4), now)).toBeUndefined();
    const [{ facts, ...early }] = [backup(now - 2 * hour, 100)];
    const noted = listOf({ ...early, ...(facts ? { facts: { ...facts, tally: undefined } } : {}) });
    expect(isDue(noted, held(100), now)).toBe(true);
    expect(isDue(list, undefined, now)).toBe(true);
  });

  it('is hourly, and not every five minutes, after one made by a clock that stood years ahead', () => {
    const ahead = backup(now + 900 * day, 40);
    expect(lived([ahead], (looks) => 50 + looks)).toEqual(
      Array.from({ length: 24 }, (_, hours) => 12 * hours),
    );
    expect(lived([ahead], () => 50)).toEqual([0]);
    expect(lived([ahead], () => 40)).toEqual([]);
  });

  it('is at once after the clock was set back, and once more when it has passed the hours it was in', () => {
    const ahead = [backup(now + 3 * hour, 40), backup(now + 4 * hour, 44)];
    expect(lived(ahead, () => 44)).toEqual([]);
    expect(lived(ahead, () => 50)).toEqual([0, 60]);
  });

  it('is never twice in an hour, whatever clocks left behind', () => {
    fc.assert(
      fc.property(leftBehind, fc.array(fc.nat(2), { minLength: 288, maxLength: 288 }), (before, written) => {
        const rowsAt = (looks: number) => written.slice(0, looks + 1).reduce((sum, each) => sum + each, 100);
        const made = lived(before, rowsAt);
        for (const [index, looks] of made.slice(1).entries()) {
          expect(looks - (made[index] ?? 0)).toBeGreaterThanOrEqual(hour / look);
        }
      }),
    );
  });

  it('is hardly ever where nothing is written: once, and once for each that is passed', () => {
    fc.assert(
      fc.property(leftBehind, (before) => {
        const passed = before.filter(({ at }) => at > now && at < now + day);
        expect(lived(before, () => 100).length).toBeLessThanOrEqual(1 + passed.length);
      }),
    );
  });

  it('is within an hour for each that clocks left behind', () => {
    fc.assert(
      fc.property(leftBehind, (before) => {
        const [first = Number.POSITIVE_INFINITY] = lived(before, () => 100);
        expect(first * look).toBeLessThanOrEqual(before.length * hour);
      }),
    );
  });
});
