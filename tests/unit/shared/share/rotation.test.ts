import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '#shared/base/time.ts';
import { hasShrunk, type KnownBackup, keptBackups, outlived } from '#shared/share/rotation.ts';

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 22, 12);

/** Backups of years, more of them lately, all of them read back and none smaller than another. */
const backups = fc
  .uniqueArray(fc.oneof(fc.nat(48), fc.nat(24 * 40), fc.nat(24 * 800)), { maxLength: 120 })
  .map((list) => list.map((hours) => backup(hours)));

/** The same, of which some were never read back. */
const someUnverified = fc
  .tuple(backups, fc.array(fc.boolean(), { minLength: 120, maxLength: 120 }))
  .map(([list, chances]) =>
    list.map((each, index): KnownBackup => ({ ...each, verified: chances[index] === true })),
  );

function backup(hoursAgo: number, of: Partial<KnownBackup> = {}): KnownBackup {
  const at = now - hoursAgo * hour;
  return { name: `backup-${at}`, at, verified: true, revisions: 100, attachments: 4, ...of };
}

const newestOf = (list: readonly KnownBackup[]) => list.toSorted((a, b) => b.at - a.at)[0];
/** As it goes where no clock is ever set: the newest is the one just made. */
const goneOf = (list: readonly KnownBackup[], made = newestOf(list)) => outlived(list, made?.name ?? '');
const kept = (list: readonly KnownBackup[], made = newestOf(list)) => {
  const gone = new Set(goneOf(list, made));
  return list.filter(({ name }) => !gone.has(name));
};

describe('rotation', () => {
  it('never removes the newest, nor the newest that was read back', () => {
    fc.assert(
      fc.property(someUnverified, (list) => {
        const stays = new Set(kept(list));
        for (const newest of [newestOf(list), newestOf(list.filter(({ verified }) => verified))]) {
          if (newest) expect(stays).toContain(newest);
        }
      }),
    );
  });

  it('removes only what it was told of, and comes to the same in any order', () => {
    fc.assert(
      fc.property(someUnverified, (list) => {
        const gone = goneOf(list);
        const names = new Set(list.map(({ name }) => name));
        expect(gone.every((name) => names.has(name))).toBe(true);
        expect(new Set(goneOf(list.toReversed()))).toEqual(new Set(gone));
      }),
    );
  });

  it('has had its say: what stays, stays when asked again', () => {
    fc.assert(
      fc.property(someUnverified, (list) => {
        expect(goneOf(kept(list))).toEqual([]);
      }),
    );
  });

  it('keeps ten, and the last of fourteen days, eight weeks and twelve months, and no more', () => {
    fc.assert(
      fc.property(backups, (list) => {
        const stays = kept(list);
        const days = new Set(list.map(({ at }) => dayOf(at)));
        const months = new Set(list.map(({ at }) => dayOf(at).slice(0, 7)));
        const { recent, days: fourteen, weeks, months: twelve } = keptBackups;
        expect(stays.length).toBeLessThanOrEqual(recent + fourteen + weeks + twelve);
        expect(stays.length).toBeGreaterThanOrEqual(Math.min(recent, list.length));
        const newest = (spans: Set<string>, count: number) => [...spans].sort().reverse().slice(0, count);
        for (const day of newest(days, fourteen)) {
          expect(
            stays.some(({ at }) => dayOf(at) === day),
            day,
          ).toBe(true);
        }
        for (const month of newest(months, twelve)) {
          expect(
            stays.some(({ at }) => dayOf(at).startsWith(month)),
            month,
          ).toBe(true);
        }
      }),
    );
  });

  it('lets nothing go while the newest holds a fifth less than one before it', () => {
    fc.assert(
      fc.property(backups, fc.nat(79), fc.constantFrom('revisions', 'attachments'), (list, left, what) => {
        const full = list.map((each): KnownBackup => ({ ...each, revisions: 100, attachments: 100 }));
        expect(goneOf([...full, backup(-1, { revisions: 100, attachments: 100, [what]: left })])).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('takes a little less for no loss, and one that was never read back for no measure', () => {
    expect(hasShrunk(backup(0, { revisions: 81 }), [backup(1)])).toBe(false);
    expect(hasShrunk(backup(0, { revisions: 79 }), [backup(1)])).toBe(true);
    expect(hasShrunk(backup(0, { revisions: 1 }), [backup(1, { verified: false })])).toBe(false);
  });

  it('lets those that were never read back stand for no day', () => {
    const old = Array.from({ length: 20 }, (_, day) => backup(24 * (day + 2), { verified: day % 2 === 0 }));
    const recent = Array.from({ length: 12 }, (_, hours) => backup(hours));
    const stays = kept([...recent, ...old]);
    expect(stays.filter(({ verified }) => !verified)).toEqual([]);
  });

  it('keeps as much of what was made by a right clock, whatever was made while one stood ahead', () => {
    const ahead = fc.uniqueArray(fc.integer({ min: -24 * 1000, max: -1 }), { maxLength: 80 });
    fc.assert(
      fc.property(someUnverified, ahead, (list, hours) => {
        const made = backup(0, { name: 'made' });
        const right = [...list.filter(({ at }) => at < now), made];
        const stays = kept([...right, ...hours.map((each) => backup(each))], made);
        expect(stays.filter(({ at }) => at <= now)).toEqual(kept(right, made));
        const { recent, days, weeks, months } = keptBackups;
        expect(stays.filter(({ at }) => at > now).length).toBeLessThanOrEqual(recent + days + weeks + months);
      }),
    );
  });

  it('asks of the one just made whether it shrank, not of one from a clock that stood ahead', () => {
    const list = Array.from({ length: 60 }, (_, hours) => backup(hours));
    const ahead = backup(-24 * 365);
    expect(goneOf([...list, { ...ahead, revisions: 70 }], list[0])).not.toEqual([]);
    const grown = list.map((each): KnownBackup => ({ ...each, revisions: 200 }));
    expect(goneOf([...grown, ahead], grown[0])).not.toEqual([]);
    const [newest, ...before] = grown;
    const shrunk = { ...(newest ?? ahead), revisions: 110 };
    expect(goneOf([shrunk, ...before, ahead], shrunk)).toEqual([]);
  });

  it('lets nothing go where the one just made is not', () => {
    const list = Array.from({ length: 60 }, (_, hours) => backup(hours));
    expect(outlived(list, 'elsewhere')).toEqual([]);
  });
});
