import type { Brand } from './brand.ts';

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = Brand<number, 'Instant'>;

/** A local calendar day, `YYYY-MM-DD`. Days compare and sort as strings. */
export type Day = Brand<string, 'Day'>;

/** Handed in wherever time is needed, so that tests can set it. The real one is made in `openJournal.ts`. */
export interface Clock {
  readonly now: () => Instant;
  /** Today where the person is. */
  readonly today: () => Day;
}

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A `Day` if the text is one that exists in the Gregorian calendar (leap years included), else undefined. */
export function parseDay(text: string): Day | undefined {
  const match = dayPattern.exec(text);
  if (!match) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, date);
  const exists =
    utc.getUTCFullYear() === year && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === date;
  return exists ? (text as Day) : undefined;
}

/** The day an instant falls on in the machine's own time zone. */
export function dayOf(instant: Instant | number): Day {
  const local = new Date(instant);
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(local.getFullYear(), 4)}-${pad(local.getMonth() + 1, 2)}-${pad(local.getDate(), 2)}` as Day;
}

/** Whole days since 1970-01-01; differences of two count calendar days. */
export function dayNumber(day: Day): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, date);
  return Math.round(utc.getTime() / 86_400_000);
}

/** The day that lies `days` after (or, negative, before) another. */
export function addDays(day: Day, days: number): Day {
  return new Date((dayNumber(day) + days) * 86_400_000).toISOString().slice(0, 10) as Day;
}
