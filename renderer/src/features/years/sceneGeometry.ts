/** @file Where things lie along the years: pure, in pixels. */
import { addDays, type Day, dayNumber } from '#shared/base/time.ts';
import { type DaySpan, monthStart, yearOf, yearStart } from '#shared/review/period.ts';

/** From days to pixels: the span's first morning lies at 0, its last evening at `width`. */
export interface TimeScale {
  readonly span: DaySpan;
  readonly width: number;
  /** The middle of a day. */
  readonly x: (day: Day) => number;
}

export function timeScale(span: DaySpan, width: number): TimeScale {
  const first = dayNumber(span.from);
  const days = dayNumber(span.to) - first + 1;
  return { span, width, x: (day) => ((dayNumber(day) - first + 0.5) / days) * width };
}

/** A year of all years or a month of a year. */
export interface Column {
  readonly year: number;
  /** Absent for a year. */
  readonly month: number | undefined;
  readonly span: DaySpan;
  readonly left: number;
  readonly right: number;
}

/** The years of a span, or, of a single year, its months. */
export function columns({ span, x }: TimeScale, by: 'year' | 'month'): readonly Column[] {
  const half = x(addDays(span.from, 1)) - x(span.from);
  const edge = (day: Day) => x(day) - half / 2;
  const from = yearOf(span.from);
  const count = by === 'year' ? yearOf(span.to) - from + 1 : 12;
  return Array.from({ length: count }, (_, index) => {
    const year = by === 'year' ? from + index : from;
    const month = by === 'year' ? undefined : index + 1;
    const start = month === undefined ? yearStart(year) : monthStart(year, month);
    const next = month === undefined ? yearStart(year + 1) : monthStart(year, month + 1);
    const left = Math.max(0, edge(start));
    return { year, month, span: { from: start, to: addDays(next, -1) }, left, right: edge(next) };
  });
}

/**
 * Dots of one lane, moved up or down where they would cover each other. `rise` is in steps from the middle of the
 * lane; where even five steps do not suffice, they do cover each other.
 */
export function swarm(xs: readonly number[], distance: number): readonly number[] {
  const steps = [0, -1, 1, -2, 2];
  const lastAt = new Map<number, number>(steps.map((step) => [step, Number.NEGATIVE_INFINITY]));
  return xs.map((x) => {
    const room = (step: number) => x - (lastAt.get(step) ?? 0);
    const free = steps.find((step) => room(step) >= distance);
    const rise = free ?? steps.reduce((best, step) => (room(step) > room(best) ? step : best));
    lastAt.set(rise, x);
    return rise;
  });
}

/** Something that takes room along the years. */
export interface Stretch {
  readonly left: number;
  readonly right: number;
}

/**
 * The row for each of some stretches, in which it keeps `gap` from the one before it; undefined where `most` rows are
 * all taken. Stretches come in the order of their left ends.
 */
export function rowsFor(
  stretches: readonly Stretch[],
  gap: number,
  most: number,
): readonly (number | undefined)[] {
  const ends: number[] = [];
  return stretches.map(({ left, right }) => {
    const found = ends.findIndex((end) => end + gap <= left);
    const row = found >= 0 ? found : ends.length < most ? ends.length : undefined;
    if (row !== undefined) ends[row] = right;
    return row;
  });
}
