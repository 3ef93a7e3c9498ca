import { invariant, unreachable } from '../base/assert.ts';
import { addDays, type Day, parseDay } from '../base/time.ts';

/** Days from the first to the last, both included. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/** What part of the past somebody wants to see. */
export type Period =
  | { readonly kind: 'months3' | 'thisYear' | 'year' | 'years3' | 'all' }
  | { readonly kind: 'days'; readonly span: DaySpan };

/** The days a period covers. `all` runs from `first`, the earliest day there is anything to see, to today or later. */
export function periodSpan(period: Period, today: Day, all: DaySpan): DaySpan {
  switch (period.kind) {
    case 'months3':
      return { from: addDays(addMonths(today, -3), 1), to: today };
    case 'thisYear':
      return { from: yearStart(yearOf(today)), to: today };
    case 'year':
      return { from: addDays(addMonths(today, -12), 1), to: today };
    case 'years3':
      return { from: addDays(addMonths(today, -36), 1), to: today };
    case 'all':
      return all;
    case 'days':
      return period.span;
    default:
      return unreachable(period);
  }
}

export function isWithin(day: Day, { from, to }: DaySpan): boolean {
  return day >= from && day <= to;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** 1 for January to 12. */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

export function yearStart(year: number): Day {
  return monthStart(year, 1);
}

/** The first day of a month; a thirteenth month is the next year's first. */
export function monthStart(year: number, month: number): Day {
  return addMonths(`${String(year).padStart(4, '0')}-01-01` as Day, month - 1);
}

export function yearSpan(year: number): DaySpan {
  return { from: yearStart(year), to: addDays(yearStart(year + 1), -1) };
}

export function monthSpan(year: number, month: number): DaySpan {
  return { from: monthStart(year, month), to: addDays(monthStart(year, month + 1), -1) };
}

/** The same date `months` later (or, negative, earlier); the last day of that month where it has no such date. */
export function addMonths(day: Day, months: number): Day {
  const count = yearOf(day) * 12 + (monthOf(day) - 1) + months;
  const month = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
  const dates = [day.slice(8, 10), '30', '29', '28'].map((date) => parseDay(`${month}-${date}`));
  const found = dates.find((candidate) => candidate !== undefined);
  invariant(found !== undefined, `there is a month ${month}`);
  return found;
}

/** Whole months from one day to a later one. */
export function monthsBetween(from: Day, to: Day): number {
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  return addMonths(from, months) > to ? months - 1 : months;
}
