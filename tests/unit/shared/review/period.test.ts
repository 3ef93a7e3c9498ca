import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '#shared/base/time.ts';
import {
  addMonths,
  monthSpan,
  monthsBetween,
  type Period,
  periodSpan,
  yearSpan,
} from '#shared/review/period.ts';
import { dayAfterStart } from './records.ts';

const all = { from: '2019-03-01' as Day, to: '2026-11-22' as Day };
const spanOf = (period: Period, today: string) => periodSpan(period, today as Day, all);

describe('periods', () => {
  it('count back from today, both ends included', () => {
    expect(spanOf({ kind: 'months3' }, '2026-11-22')).toEqual({ from: '2026-08-23', to: '2026-11-22' });
    expect(spanOf({ kind: 'thisYear' }, '2026-11-22')).toEqual({ from: '2026-01-01', to: '2026-11-22' });
    expect(spanOf({ kind: 'year' }, '2026-11-22')).toEqual({ from: '2025-11-23', to: '2026-11-22' });
    expect(spanOf({ kind: 'years3' }, '2026-11-22')).toEqual({ from: '2023-11-23', to: '2026-11-22' });
    expect(spanOf({ kind: 'all' }, '2026-11-22')).toEqual(all);
  });

  it('stay within the shorter month', () => {
    expect(spanOf({ kind: 'months3' }, '2026-05-31').from).toBe('2026-03-01');
    expect(spanOf({ kind: 'year' }, '2024-02-29').from).toBe('2023-03-01');
  });

  it('give months and years whole', () => {
    expect(monthSpan(2024, 2)).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(monthSpan(2025, 12)).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(yearSpan(2023)).toEqual({ from: '2023-01-01', to: '2023-12-31' });
  });
});

describe('months', () => {
  const days = fc.integer({ min: -30_000, max: 40_000 }).map(dayAfterStart);

  it('lie as far apart as they were added', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 500 }), (day, months) => {
        const later = addMonths(day, months);
        expect(monthsBetween(day, later)).toBe(months);
        if (months > 0) expect(monthsBetween(day, addDays(later, -1))).toBe(months - 1);
      }),
    );
  });

  it('keep the date wherever the month has it', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -500, max: 500 }), (day, months) => {
        const moved = addMonths(day, months);
        if (moved.slice(8) !== day.slice(8)) expect(addDays(moved, 1).slice(8)).toBe('01');
      }),
    );
  });
});
