/** @file All that is drawn of some years or of one, in pixels. The scene only puts it on the screen. */
import type { PersonId } from '#shared/domain/record.ts';
import type { CarriedQuestion } from '#shared/review/carriedQuestions.ts';
import { pointsWithin } from '#shared/review/growthSeries.ts';
import { type DaySpan, isWithin } from '#shared/review/period.ts';
import type { LaidLine, Pause, ReviewedSession } from '#shared/review/yearReview.ts';
import type { PersonShown } from '../../journal/people.ts';
import { type ClarityLine, clarityLine } from './clarityLines.ts';
import { type Measure, type QuestionBars, questionBars } from './questionBars.ts';
import {
  type Column,
  columns,
  rowsFor,
  type Stretch,
  swarm,
  type TimeScale,
  timeScale,
} from './sceneGeometry.ts';
import type { Years } from './useYears.ts';
import type { YearsPlace } from './yearsPlace.ts';

/** Everything below the years' names hangs on these. */
const room = { header: 44, label: 24, lane: 36, between: 12, clarity: 84, bottom: 16 };

export const thumb = { width: 80, height: 48, mark: 14 };

/** Closer than this, halves are no longer told apart, and each month is one bead, larger the more there were. */
const leastSpacing = 3.2;

export interface ExploredLane {
  readonly person: PersonShown;
  readonly labelY: number;
  readonly y: number;
  readonly dots: readonly ExploredDot[];
}

/** A half, or, where there is no room for all of them, the halves of a month. */
export interface ExploredDot {
  readonly key: string;
  readonly sessions: readonly ReviewedSession[];
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface PlacedLine {
  readonly line: LaidLine;
  readonly x: number;
  /** Where its picture begins; undefined where there is no room for one. */
  readonly left: number | undefined;
}

export interface PlacedPause extends Stretch {
  readonly pause: Pause;
}

export interface SceneLayout {
  readonly scale: TimeScale;
  readonly height: number;
  readonly columns: readonly Column[];
  readonly pauses: readonly PlacedPause[];
  readonly lanes: readonly ExploredLane[];
  readonly questions: QuestionBars & { readonly labelY: number; readonly top: number };
  readonly lines: { readonly labelY: number; readonly top: number; readonly placed: readonly PlacedLine[] };
  readonly clarity: {
    readonly labelY: number;
    readonly top: number;
    readonly height: number;
    readonly lines: readonly (ClarityLine & { readonly person: PersonShown })[];
  };
}

export function sceneLayout(
  years: Years,
  place: Exclude<YearsPlace, { readonly kind: 'month' }>,
  span: DaySpan,
  width: number,
  measure: Measure,
): SceneLayout {
  const { review } = years;
  const scale = timeScale(span, width);
  let y = room.header;
  /** Takes the next so many pixels for a lane with its label. */
  const take = (height: number) => {
    const lane = { labelY: y + room.label - 8, top: y + room.label };
    y = lane.top + height + room.between;
    return lane;
  };

  const sessions = review.sessions.filter(({ day }) => isWithin(day, span));
  const lanes = years.people.map((person) => exploredLane(person, sessions, scale, take(room.lane)));
  const bars = questionBars(questionsWithin(review.questions, span), scale, measure);
  const questions = { ...bars, ...take(bars.height) };
  const laid = placedLines(
    review.lines.filter(({ day }) => isWithin(day, span)),
    scale,
  );
  const hasMarks = laid.some(({ left }) => left === undefined);
  const lines = { placed: laid, ...take(laid.length > 0 ? thumb.height + (hasMarks ? thumb.mark : 0) : 0) };
  const clarity = {
    ...take(room.clarity),
    height: room.clarity,
    lines: years.clarity.map(({ person, points }) => ({
      person,
      ...clarityLine(pointsWithin(points, span), scale, room.clarity),
    })),
  };
  return {
    scale,
    height: y - room.between + room.bottom,
    columns: columns(
      scale,
      place.kind === 'all' && span.from.slice(0, 4) !== span.to.slice(0, 4) ? 'year' : 'month',
    ),
    pauses: placedPauses(review.pauses, scale),
    lanes,
    questions,
    lines,
    clarity,
  };
}

function exploredLane(
  person: PersonShown,
  sessions: readonly ReviewedSession[],
  scale: TimeScale,
  { labelY, top }: { readonly labelY: number; readonly top: number },
): ExploredLane {
  const explored = sessions.flatMap((session) =>
    session.halves
      .filter(({ explorer }) => explorer === person.id)
      .map(({ id }) => ({ key: id, session, x: scale.x(session.day) })),
  );
  const y = top + room.lane / 2;
  const spacing = usualSpacing(explored);
  if (spacing < leastSpacing) return { person, labelY, y, dots: beads(explored, y) };
  const radius = Math.min(6, Math.max(2.4, spacing * 0.5));
  const step = Math.min(radius * 1.7, room.lane / 5);
  const rises = swarm(
    explored.map(({ x }) => x),
    radius * 1.9,
  );
  const dots = explored.map(({ key, session, x }, index) => {
    return { key, sessions: [session], x, y: y + (rises[index] ?? 0) * step, radius };
  });
  return { person, labelY, y, dots };
}

/** How far most halves lie from the one before. */
function usualSpacing(explored: readonly Explored[]): number {
  const gaps = explored.slice(1).map(({ x }, index) => x - (explored[index]?.x ?? 0));
  return gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? Number.POSITIVE_INFINITY;
}

interface Explored {
  readonly key: string;
  readonly session: ReviewedSession;
  readonly x: number;
}

function beads(explored: readonly Explored[], y: number): readonly ExploredDot[] {
  const months = new Map<string, Explored[]>();
  for (const each of explored) {
    const month = each.session.day.slice(0, 7);
    const others = months.get(month);
    if (others) others.push(each);
    else months.set(month, [each]);
  }
  return [...months].map(([key, ofMonth]) => ({
    key,
    sessions: ofMonth.map(({ session }) => session),
    x: ofMonth.reduce((sum, { x }) => sum + x, 0) / ofMonth.length,
    y,
    // Twice as many have twice the area.
    radius: Math.min(6, 1.2 * Math.sqrt(ofMonth.length)),
  }));
}

export function questionsWithin(
  questions: readonly CarriedQuestion[],
  span: DaySpan,
): readonly CarriedQuestion[] {
  return questions.filter(({ from, to }) => from <= span.to && to >= span.from);
}

/** Pictures stand side by side from their day on; a line laid where one stands already is a mark below. */
function placedLines(lines: readonly LaidLine[], scale: TimeScale): readonly PlacedLine[] {
  const stretches = lines.map(({ day }) => {
    const left = Math.max(0, Math.min(scale.x(day) - 8, scale.width - thumb.width));
    return { left, right: left + thumb.width };
  });
  const rows = rowsFor(stretches, 8, 1);
  return lines.map((line, index) => ({
    line,
    x: scale.x(line.day),
    left: rows[index] === undefined ? undefined : stretches[index]?.left,
  }));
}

function placedPauses(pauses: readonly Pause[], { x, span, width }: TimeScale): readonly PlacedPause[] {
  return pauses
    .filter(({ from, to }) => from <= span.to && to >= span.from)
    .map((pause) => ({
      pause,
      left: Math.max(0, x(pause.from) + 6),
      right: Math.min(width, x(pause.to) - 6),
    }))
    .filter(({ left, right }) => right - left >= 8);
}

export function sideOf(people: readonly PersonShown[], id: PersonId): PersonShown['side'] {
  return people.find((person) => person.id === id)?.side ?? 'other';
}
