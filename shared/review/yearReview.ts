/**
 * @file What the years hold: sessions with who explored, questions carried, lines laid, and the pauses between. Days
 * still to come are plans and stay out of it.
 */
import type { Day } from '../base/time.ts';
import type { Buddyship } from '../domain/buddyship.ts';
import type { Spot } from '../domain/fields.ts';
import type { IdOf, PersonId } from '../domain/record.ts';
import { type CarriedQuestion, carriedQuestions } from './carriedQuestions.ts';
import { gapsBetween } from './growthSeries.ts';
import type { Kept } from './kept.ts';
import { type DaySpan, isWithin } from './period.ts';

export interface ReviewRecords {
  readonly sessions: readonly Kept<'session'>[];
  readonly turns: readonly Kept<'turn'>[];
  readonly questions: readonly Kept<'question'>[];
  readonly timelines: readonly Kept<'timeline'>[];
}

export interface ReviewedHalf {
  readonly id: IdOf<'turn'>;
  readonly order: number;
  readonly explorer: PersonId;
  readonly question: IdOf<'question'> | undefined;
}

export interface ReviewedSession {
  readonly id: IdOf<'session'>;
  readonly day: Day;
  /** In their order; none yet for a session only begun. */
  readonly halves: readonly ReviewedHalf[];
}

export interface LaidLine {
  readonly id: IdOf<'timeline'>;
  readonly day: Day;
  readonly person: PersonId;
  readonly title: string;
  readonly path: readonly Spot[];
}

/** A time without sessions, from the last one before it to the first after it. */
export interface Pause extends DaySpan {
  /** It lasts still: the pair is resting. */
  readonly open: boolean;
}

/** Everything in the order of days. */
export interface YearReview {
  readonly sessions: readonly ReviewedSession[];
  readonly questions: readonly CarriedQuestion[];
  readonly lines: readonly LaidLine[];
  readonly pauses: readonly Pause[];
}

export function yearReview(records: ReviewRecords, state: Buddyship['state'], today: Day): YearReview {
  const sessions = reviewedSessions(records, today);
  return {
    sessions,
    questions: carriedQuestions(records.questions, sessions, today),
    lines: laidLines(records.timelines, today),
    pauses: pausesBetween(sessions, state, today),
  };
}

function laidLines(timelines: readonly Kept<'timeline'>[], today: Day): readonly LaidLine[] {
  const laid = timelines.filter(({ body }) => body.day <= today);
  return inOrder(laid, ({ id, body }) => `${body.day} ${id}`).map(({ id, body }) => {
    const { day, person, title, path } = body;
    return { id, day, person, title, path };
  });
}

function reviewedSessions({ sessions, turns }: ReviewRecords, today: Day): readonly ReviewedSession[] {
  const halves = new Map<IdOf<'session'>, ReviewedHalf[]>();
  for (const { id, body } of turns) {
    const half = { id, order: body.order, explorer: body.explorer, question: body.question };
    const others = halves.get(body.session);
    if (others) others.push(half);
    else halves.set(body.session, [half]);
  }
  const held = sessions.filter(({ body }) => body.day <= today);
  // Within a day by the time they start, those without one after those with.
  return inOrder(held, ({ id, body }) => `${body.day} ${body.startsAt ?? '99:99'} ${id}`).map(
    ({ id, body }) => ({ id, day: body.day, halves: inOrder(halves.get(id) ?? [], orderOf) }),
  );
}

function orderOf({ order, id }: ReviewedHalf): string {
  return `${order} ${id}`;
}

/** Sorted by a text that tells any two apart, so that the order in which they came does not matter. */
function inOrder<T>(items: readonly T[], rankOf: (item: T) => string): readonly T[] {
  return items
    .map((item) => ({ item, rank: rankOf(item) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ item }) => item);
}

/**
 * More than sixty days between two sessions is a pause. After the last session there is one only if the pair says that
 * it rests: a journal does not tell people that they have gone quiet.
 */
function pausesBetween(
  sessions: readonly ReviewedSession[],
  state: Buddyship['state'],
  today: Day,
): readonly Pause[] {
  const between = gapsBetween(sessions.map(({ day }) => day)).map((gap) => ({ ...gap, open: false }));
  const last = sessions.at(-1)?.day;
  const isResting = state === 'resting' && last !== undefined && last < today;
  return isResting ? [...between, { from: last, to: today, open: true }] : between;
}

export interface Counts {
  readonly sessions: number;
  /** Questions carried at any time within. */
  readonly questions: number;
  readonly lines: number;
}

/** How much lies within some days, the first and last included. */
export function countsWithin(review: YearReview, span: DaySpan): Counts {
  return {
    sessions: review.sessions.filter(({ day }) => isWithin(day, span)).length,
    questions: review.questions.filter(({ from, to }) => from <= span.to && to >= span.from).length,
    lines: review.lines.filter(({ day }) => isWithin(day, span)).length,
  };
}

/** From the first to the last day of anything; undefined while there is nothing. */
export function reviewSpan({ sessions, questions, lines }: YearReview): DaySpan | undefined {
  const days = [
    ...sessions.map(({ day }) => day),
    ...lines.map(({ day }) => day),
    ...questions.flatMap(({ from, to }) => [from, to]),
  ].toSorted();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
}
