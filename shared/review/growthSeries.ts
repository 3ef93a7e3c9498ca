/**
 * @file The figures behind every chart of readings: one person, one measure, in the order of time. Nothing is worked
 * out between two readings, no two people are put into one figure, and what is not rated is not a number.
 */
import { type Day, dayNumber } from '../base/time.ts';
import type { MeasureRef } from '../domain/measure.ts';
import type { IdOf, PersonId } from '../domain/record.ts';
import type { Kept } from './kept.ts';
import { type DaySpan, isWithin } from './period.ts';

/** Longer than this without a reading, and the line stops and begins anew. A monthly pair that skips once stays joined. */
export const gapDays = 60;

export interface GrowthRecords {
  readonly readings: readonly Kept<'reading'>[];
  readonly turns: readonly Kept<'turn'>[];
  readonly sessions: readonly Kept<'session'>[];
}

/** A value with what its person said about it. */
export interface Rated {
  readonly value: number;
  readonly words: string;
}

/** One half of a session as one person rated it, or a reading taken on its own. */
export type GrowthPoint = HalfPoint | AlonePoint;

export interface HalfPoint {
  readonly kind: 'half';
  readonly id: IdOf<'turn'>;
  /** The session's day, whatever day the reading was written down on. */
  readonly day: Day;
  readonly session: IdOf<'session'>;
  /** 1 for the first half of the session, 2 for the second. */
  readonly half: number;
  /** At least one of the two is there. */
  readonly before: Rated | undefined;
  readonly after: Rated | undefined;
}

export interface AlonePoint {
  readonly kind: 'alone';
  readonly id: IdOf<'reading'>;
  readonly day: Day;
  readonly before: undefined;
  readonly after: Rated;
}

/**
 * All that one person read off one measure, oldest first. A reading whose session was deleted is left out: there would
 * be nothing behind its point to open.
 */
export function growthSeries(
  records: GrowthRecords,
  person: PersonId,
  measure: MeasureRef,
): readonly GrowthPoint[] {
  const turns = new Map(records.turns.map((turn) => [turn.id, turn.body]));
  const sessions = new Map(records.sessions.map((session) => [session.id, session.body]));
  const halves = new Map<IdOf<'turn'>, Kept<'reading'>[]>();
  const placed: Placed[] = [];

  for (const reading of records.readings) {
    const { body } = reading;
    if (body.person !== person || body.measure !== measure) continue;
    if (body.turn !== undefined) {
      const sameHalf = halves.get(body.turn);
      if (sameHalf) sameHalf.push(reading);
      else halves.set(body.turn, [reading]);
    } else if (body.value !== undefined) {
      const after = { value: body.value, words: body.words };
      const point: AlonePoint = { kind: 'alone', id: reading.id, day: body.day, before: undefined, after };
      placed.push({ point, rank: `${body.day} ~ ${reading.id}` });
    }
  }

  for (const [id, readings] of halves) {
    const turn = turns.get(id);
    const session = turn && sessions.get(turn.session);
    if (!session) continue;
    const before = rated(readings, person, ['before']);
    const after = rated(readings, person, ['after', 'alone']);
    if (!before && !after) continue;
    placed.push({
      point: { kind: 'half', id, day: session.day, session: turn.session, half: turn.order, before, after },
      rank: `${session.day} ${session.startsAt ?? '99:99'} ${turn.session} ${turn.order} ${id}`,
    });
  }

  return placed.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ point }) => point);
}

interface Placed {
  readonly point: GrowthPoint;
  /** Points stand in the order of these: day, time (sessions without one after those with), half; last what has none. */
  readonly rank: string;
}

/** The reading that counts for one moment of a half: the person's own, else the one noted last. */
function rated(
  readings: readonly Kept<'reading'>[],
  person: PersonId,
  moments: readonly string[],
): Rated | undefined {
  const [counting] = readings
    .filter(({ body }) => moments.includes(body.moment))
    .toSorted(
      (a, b) =>
        Number(b.author === person) - Number(a.author === person) || b.at - a.at || (a.id < b.id ? -1 : 1),
    );
  const value = counting?.body.value;
  return value === undefined ? undefined : { value, words: counting?.body.words ?? '' };
}

export function pointsWithin(points: readonly GrowthPoint[], span: DaySpan): readonly GrowthPoint[] {
  return points.filter(({ day }) => isWithin(day, span));
}

/** The runs of points that one line joins: those with a value after, never across more than `gapDays`. */
export function unbrokenRuns(points: readonly GrowthPoint[]): readonly (readonly GrowthPoint[])[] {
  const runs: GrowthPoint[][] = [];
  for (const point of points) {
    if (!point.after) continue;
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && dayNumber(point.day) - dayNumber(last.day) <= gapDays) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

/** Between which days nothing at all was read for more than `gapDays`; the days themselves have readings. */
export function gapsBetween(days: readonly Day[]): readonly DaySpan[] {
  return days.flatMap((to, index) => {
    const from = days[index - 1];
    return from !== undefined && dayNumber(to) - dayNumber(from) > gapDays ? [{ from, to }] : [];
  });
}

/** How many values these points hold: one or two each. */
export function readingCount(points: readonly GrowthPoint[]): number {
  return points.reduce((sum, { before, after }) => sum + (before ? 1 : 0) + (after ? 1 : 0), 0);
}

/** From the first to the last day anything was read; undefined for no points. */
export function spanOf(points: readonly { readonly day: Day }[]): DaySpan | undefined {
  const [from, to] = [points[0]?.day, points.at(-1)?.day];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/**
 * One reading for every month, for drawings with no room for all: of the month's values after, the one in the middle
 * (the lower of two), as it was given. Nothing is averaged. Take the runs first: what is left out makes no gap.
 */
export function middleOfEachMonth(points: readonly GrowthPoint[]): readonly GrowthPoint[] {
  const months = new Map<string, GrowthPoint[]>();
  for (const point of points) {
    if (!point.after) continue;
    const month = point.day.slice(0, 7);
    const others = months.get(month);
    if (others) others.push(point);
    else months.set(month, [point]);
  }
  return [...months.values()].flatMap((ofMonth) => {
    const byValue = ofMonth.toSorted((a, b) => (a.after?.value ?? 0) - (b.after?.value ?? 0));
    return byValue[(byValue.length - 1) >> 1] ?? [];
  });
}
