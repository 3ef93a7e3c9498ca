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
  return { name: `backup-${at}`, at, verified: true, revisions: 100, attachments: 4, unreadable: 0, ...of };
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

  /** Daily backups, each rotated as it is made, of a journal in which a photo or row is harmed on day 30. */
  function afterYears(harmed: Partial<KnownBackup>, days: number): readonly KnownBackup[] {
    let list: readonly KnownBackup[] = [];
    for (let day = 0; day <= days; day += 1) {
      const made = backup(24 * (days - day), day < 30 ? {} : harmed);
      list = kept([...list, made], made);
    }
    return list;
  }

  it('keeps what may hold a photo or row that is damaged now, for years, and does not fill the disk', () => {
    const { recent, days, weeks, months } = keptBackups;
    for (const harmed of [{ unreadable: 1, unreadablePhotos: ['gate'] }, { unreadable: 1 }]) {
      const stays = afterYears(harmed, 800);
      const whole = stays.filter(({ unreadable }) => unreadable === 0);
      expect(whole).toHaveLength(recent);
      expect(stays.length).toBeLessThanOrEqual(2 * recent + days + weeks + months);
    }
    expect(afterYears({ revisions: 101 }, 800).filter(({ revisions }) => revisions === 100)).toEqual([]);
  });

  it('keeps a good copy of each damaged photo, where each is missing from other backups', () => {
    // By the hour in which each was harmed: what was backed up since has to do without it.
    const lists = fc
      .tuple(
        fc.uniqueArray(fc.nat(24 * 800), { minLength: 60, maxLength: 120 }),
        fc.record({ gate: fc.nat(24 * 800), hill: fc.nat(24 * 400), heron: fc.nat(48) }),
      )
      .map(([list, harmed]) =>
        list.map((hours): KnownBackup => {
          const each = backup(hours);
          const since = Object.entries(harmed).filter(([, at]) => hours <= at);
          const unreadablePhotos = since.map(([photo]) => photo);
          return { ...each, unreadablePhotos, unreadable: unreadablePhotos.length };
        }),
      );
    fc.assert(
      fc.property(lists, (list) => {
        const stays = kept(list);
        for (const photo of newestOf(list)?.unreadablePhotos ?? []) {
          const holders = list.filter(({ unreadablePhotos }) => !unreadablePhotos?.includes(photo));
          expect(stays.filter((each) => holders.includes(each)).length).toBeGreaterThanOrEqual(
            Math.min(holders.length, keptBackups.recent),
          );
          expect(newestOf(holders.filter((each) => stays.includes(each)))).toBe(newestOf(holders));
        }
        expect(goneOf(stays)).toEqual([]);
      }),
    );
  });

  it('takes a backup of which nobody noted what it lacks for no good copy', () => {
    const unknown = Array.from({ length: 12 }, (_, n) => backup(24 * 400 + n, { unreadable: 1 }));
    const whole = backup(24 * 500);
    const made = backup(0, { unreadable: 1, unreadablePhotos: ['gate'] });
    const since = Array.from({ length: 400 }, (_, day) =>
      backup(24 * (day + 1), { ...made, name: `${day}`, at: now - 24 * hour * (day + 1) }),
    );
    expect(kept([made, ...since, ...unknown, whole], made)).toContain(whole);
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
