import type { Day } from '#shared/base/time.ts';

/** Nobody keeps a journal from before; it also tells a year being typed (2, 20, 202) from a year meant. */
export const earliestDay = '1900-01-01' as Day;
export const latestDay = '2199-12-31' as Day;

/** A day in words of a locale, e.g. "3 March 2019". */
export function dayInWords(day: Day, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** What is wrong with a day that lies outside what is asked for, as a sentence; undefined when nothing is. */
export function dayProblem(day: Day, min: Day, max: Day, locale: string): string | undefined {
  if (day < min) {
    return min === earliestDay
      ? 'That year is too far back. Please check it.'
      : `Choose ${dayInWords(min, locale)} or a later day.`;
  }
  if (day > max) {
    return max === latestDay
      ? 'That year is too far ahead. Please check it.'
      : `Choose ${dayInWords(max, locale)} or an earlier day.`;
  }
  return undefined;
}
