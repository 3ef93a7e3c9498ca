import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeTicks } from '#renderer/ui/charts/timeTicks.ts';
import { type Day, dayNumber } from '#shared/base/time.ts';

const ticks = (from: string, to: string, width: number) =>
  timeTicks(dayNumber(from as Day), dayNumber(to as Day), width, 'en-GB').map(({ label }) => label);

describe('ticks of a time axis', () => {
  it('are years, months or days, and say the year at least once', () => {
    expect(ticks('2016-11-22', '2026-11-22', 960)).toEqual(
      [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map(String),
    );
    expect(ticks('2025-11-22', '2026-11-22', 400)).toEqual(['2026', 'Apr', 'Jul', 'Oct']);
    expect(ticks('2026-02-10', '2026-05-20', 400)).toEqual(['Mar 2026', 'Apr', 'May']);
    expect(ticks('2026-11-01', '2026-11-22', 300)[0]).toBe('1 Nov 2026');
  });

  it('lie within the axis and have room, whatever it spans', () => {
    fc.assert(
      fc.property(fc.nat(40_000), fc.nat(30_000), fc.integer({ min: 0, max: 2000 }), (from, days, width) => {
        const found = timeTicks(from, from + days, width, 'en-GB');
        expect(found.length).toBeLessThanOrEqual(Math.max(2, width / 88));
        for (const { at, label } of found) {
          expect(at).toBeGreaterThanOrEqual(from);
          expect(at).toBeLessThanOrEqual(from + days);
          expect(Number.isInteger(at)).toBe(true);
          expect(label).not.toBe('');
        }
      }),
    );
  });
});
