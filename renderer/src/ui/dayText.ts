import { type Calendar, CalendarDate } from '@internationalized/date';
import type { Day } from '#shared/base/time.ts';
import { firstDay, lastDay } from '#shared/domain/fields.ts';

/** A day in words of a locale, e.g. "3 March 2019". */
export function dayInWords(day: Day, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** What is wrong with a day that lies outside what is asked for, as a sentence; undefined when nothing is. */
export function dayProblem(day: Day, min: Day, max: Day, locale: string): string | undefined {
  if (day < min) {
    return min === firstDay
      ? 'That year is too far back. Please check it.'
      : `Choose ${dayInWords(min, locale)} or a later day.`;
  }
  if (day > max) {
    return max === lastDay
      ? 'That year is too far ahead. Please check it.'
      : `Choose ${dayInWords(max, locale)} or an earlier day.`;
  }
  return undefined;
}

/** A day part by part as it was typed, in whatever calendar the locale counts. */
export interface TypedDay {
  readonly calendar: Calendar;
  /** The place of the era among the calendar's; the last, which is now, unless it can be typed. */
  readonly era?: number | undefined;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** That there is no such day, in the order of the locale; undefined when there is one. */
export function absentDay(typed: TypedDay, locale: string): string | undefined {
  const { calendar, year, month, day } = typed;
  const era = calendar.getEras().at(typed.era ?? -1);
  // It bends to the nearest day there is.
  const nearest = era
    ? new CalendarDate(calendar, era, year, month, day)
    : new CalendarDate(calendar, year, month, day);
  if (nearest.year !== year || nearest.month !== month) return 'There is no such day. Please check it.';
  if (nearest.day === day) return undefined;
  const format = { dateStyle: 'long', timeZone: 'UTC', calendar: calendar.identifier } as const;
  const parts = new Intl.DateTimeFormat(locale, format).formatToParts(nearest.toDate('UTC'));
  const asTyped = new Intl.NumberFormat(locale).format(day);
  return `There is no ${parts.map(({ type, value }) => (type === 'day' ? asTyped : value)).join('')}.`;
}
