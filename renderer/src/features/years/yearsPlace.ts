import { unreachable } from '#shared/base/assert.ts';
import { type DaySpan, monthSpan, yearSpan } from '#shared/review/period.ts';

/** How closely one looks: all years, one of them, or a month of it. */
export type YearsPlace =
  | { readonly kind: 'all' }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'month'; readonly year: number; readonly month: number };

/** What a path means. What is no year leads to all of them, what is no month to its year. */
export function placeOf(year: string | undefined, month: string | undefined): YearsPlace {
  if (year === undefined || !/^(19|20|21)\d\d$/.test(year)) return { kind: 'all' };
  if (month === undefined || !/^(0?[1-9]|1[0-2])$/.test(month)) return { kind: 'year', year: Number(year) };
  return { kind: 'month', year: Number(year), month: Number(month) };
}

export function pathOf(place: YearsPlace): string {
  switch (place.kind) {
    case 'all':
      return '/years';
    case 'year':
      return `/years/${place.year}`;
    case 'month':
      return `/years/${place.year}/${place.month}`;
    default:
      return unreachable(place);
  }
}

/** The days of a place. All years are whole calendar years, so that each is as wide as the others. */
export function spanOfPlace(place: YearsPlace, all: DaySpan): DaySpan {
  switch (place.kind) {
    case 'all':
      return all;
    case 'year':
      return yearSpan(place.year);
    case 'month':
      return monthSpan(place.year, place.month);
    default:
      return unreachable(place);
  }
}
