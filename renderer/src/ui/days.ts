/** @file Days as people say them, in their locale. */
import { useMemo } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import { type Day, dayNumber } from '#shared/base/time.ts';

const styles = {
  /** 8 November 2026 */
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  /** Saturday, 8 November 2026 */
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** Saturday, 8 November */
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  /** 8 Nov 2026 */
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  /** 8 Nov */
  brief: { day: 'numeric', month: 'short' },
  /** 8 November */
  dayAndMonth: { day: 'numeric', month: 'long' },
  /** November 2026 */
  month: { month: 'long', year: 'numeric' },
  /** Nov */
  shortMonth: { month: 'short' },
  /** Sun */
  shortWeekday: { weekday: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DayStyle = keyof typeof styles;

/** Making a formatter is slow, using one is not. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** A day in words of a locale, the window's own unless told. Days have no time zone, so none is applied. */
export function dayWords(day: Day, style: DayStyle, locale?: string): string {
  const key = `${locale ?? ''} ${style}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale, { ...styles[style], timeZone: 'UTC' });
    formatters.set(key, formatter);
  }
  return formatter.format(dayNumber(day) * 86_400_000);
}

/** "8 November 2026". */
export const longDay = (day: Day): string => dayWords(day, 'long');

/** "Sunday, 8 November 2026". */
export const fullDay = (day: Day): string => dayWords(day, 'full');

/** "8 November". */
export const dayAndMonth = (day: Day): string => dayWords(day, 'dayAndMonth');

/** "Sunday, 8 November": near enough that the year goes without saying. */
export const weekdayAndDay = (day: Day): string => dayWords(day, 'weekday');

/** "Sun". */
export const shortWeekday = (day: Day): string => dayWords(day, 'shortWeekday');

/** "Nov". */
export const shortMonth = (day: Day): string => dayWords(day, 'shortMonth');

/** The day's number alone, without a leading zero. */
export function dayOfMonth(day: Day): string {
  return String(Number(day.slice(8)));
}

let timeFormat: Intl.DateTimeFormat | undefined;

/** `HH:MM` as people say it here: "14:05", "2:05 pm". */
export function timeInWords(time: string): string {
  timeFormat ??= new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  return timeFormat.format(new Date(`1970-01-01T${time}:00Z`));
}

/** The time of an instant where the person is, said the same way. */
export function timeOf(at: number): string {
  const local = new Date(at);
  const pad = (value: number) => String(value).padStart(2, '0');
  return timeInWords(`${pad(local.getHours())}:${pad(local.getMinutes())}`);
}

/** How far a day is from today: "today", "tomorrow", "in 4 days", "3 weeks ago". */
export function distanceWords(day: Day, today: Day, locale: string): string {
  const days = dayNumber(day) - dayNumber(today);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const size = Math.abs(days);
  if (size < 14) return relative.format(days, 'day');
  if (size < 60) return relative.format(Math.round(days / 7), 'week');
  if (size < 700) return relative.format(Math.round(days / 30.4), 'month');
  return relative.format(Math.round(days / 365.25), 'year');
}

/** The same, for the locale around. */
export function useDayWords(): {
  readonly words: (day: Day, style: DayStyle) => string;
  readonly distance: (day: Day, today: Day) => string;
} {
  const { locale } = useLocale();
  return useMemo(
    () => ({
      words: (day: Day, style: DayStyle) => dayWords(day, style, locale),
      distance: (day: Day, today: Day) => distanceWords(day, today, locale),
    }),
    [locale],
  );
}
