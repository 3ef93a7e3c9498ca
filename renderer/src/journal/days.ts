/** @file Days and times in the words of the person's own locale. The formats are made once: lists have a thousand days. */
import type { Day } from '#shared/base/time.ts';

function dayFormat(options: Intl.DateTimeFormatOptions): (day: Day) => string {
  const format = new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
}

/** "Sunday, 8 November 2026". */
export const fullDay = dayFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** "8 November 2026". */
export const longDay = dayFormat({ day: 'numeric', month: 'long', year: 'numeric' });

/** "8 November". */
export const dayAndMonth = dayFormat({ day: 'numeric', month: 'long' });

/** "Sunday, 8 November": near enough that the year goes without saying. */
export const weekdayAndDay = dayFormat({ weekday: 'long', day: 'numeric', month: 'long' });

/** "Sun". */
export const shortWeekday = dayFormat({ weekday: 'short' });

/** "Nov". */
export const shortMonth = dayFormat({ month: 'short' });

const timeFormat = new Intl.DateTimeFormat(undefined, {
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** `HH:MM` as people say it here: "14:05", "2:05 pm". */
export function timeInWords(time: string): string {
  return timeFormat.format(new Date(`1970-01-01T${time}:00Z`));
}

/** The day's number alone, without a leading zero. */
export function dayOfMonth(day: Day): string {
  return String(Number(day.slice(8)));
}
