/** @file From readings to what the page shows: choices, points with their names, captions. */
import { type Day, dayNumber } from '#shared/base/time.ts';
import { commonMeasures, type MeasureRef } from '#shared/domain/measure.ts';
import type { PersonId } from '#shared/domain/record.ts';
import {
  type GrowthPoint,
  gapsBetween,
  growthSeries,
  middleOfEachMonth,
  pointsWithin,
  readingCount,
  spanOf,
  unbrokenRuns,
} from '#shared/review/growthSeries.ts';
import { type DaySpan, type Period, periodSpan } from '#shared/review/period.ts';
import { type PersonShown, pairOf, personShown } from '../../journal/people.ts';
import { halfName, sessionName } from '../../journal/sessions.ts';
import type { View } from '../../journal/view.ts';
import { measureName } from '../../journal/words.ts';
import type { ChartGap } from '../../ui/charts/ChartGaps.tsx';
import type { ChartPoint } from '../../ui/charts/markGeometry.ts';
import { readingInWords } from '../../ui/readingScale.ts';

/** Both of the pair, and whoever else has readings in the journal. */
export function peopleOf(view: View): readonly PersonShown[] {
  const pair = pairOf(view);
  const ids = new Set<PersonId>([pair.me.id, pair.buddy.id]);
  for (const { body } of view.all('reading')) ids.add(body.person);
  return [...ids].map((id) => personShown(view, id));
}

/** The measures everybody has, then a person's own. */
export function measuresOf(
  view: View,
  person: PersonId,
): readonly { readonly value: MeasureRef; readonly label: string }[] {
  const own = view.all('measure').filter(({ body }) => body.person === person);
  return [
    ...commonMeasures.map((measure) => ({ value: measure, label: measureName(view, measure) })),
    ...own
      .map(({ id, body }) => ({ value: id, label: body.name }))
      .toSorted((a, b) => a.label.localeCompare(b.label)),
  ];
}

export function seriesOf(view: View, person: PersonId, measure: MeasureRef): readonly GrowthPoint[] {
  const [readings, turns, sessions] = [view.all('reading'), view.all('turn'), view.all('session')];
  return growthSeries({ readings, turns, sessions }, person, measure);
}

export interface Shown {
  /** What the chosen period covers. */
  readonly span: DaySpan;
  readonly points: readonly GrowthPoint[];
  readonly period: Period;
}

/** A year, if there was anything in it: the first look should show something. */
export const usualPeriod: Period = { kind: 'year' };

export function shownPoints(points: readonly GrowthPoint[], chosen: Period | undefined, today: Day): Shown {
  const [first, last] = [points[0]?.day ?? today, points.at(-1)?.day ?? today];
  const all = { from: first < today ? first : today, to: last > today ? last : today };
  const within = (period: Period): Shown => {
    const span = periodSpan(period, today, all);
    return { period, span, points: pointsWithin(points, span) };
  };
  if (chosen) return within(chosen);
  const usual = within(usualPeriod);
  return usual.points.length > 0 ? usual : within({ kind: 'all' });
}

export interface Charted {
  readonly points: readonly ChartPoint[];
  readonly runs: readonly (readonly ChartPoint[])[];
  readonly sparseRuns: readonly (readonly ChartPoint[])[];
  readonly gaps: readonly ChartGap[];
  readonly from: number;
  readonly to: number;
}

/** The same points as the chart takes them, each with a name that says all there is to see. */
export function charted(view: View, shown: Shown, say: Say): Charted {
  const made = new Map(shown.points.map((point) => [point, chartPoint(view, point, say)]));
  const found = (points: readonly GrowthPoint[]) => points.flatMap((point) => made.get(point) ?? []);
  const runs = unbrokenRuns(shown.points);
  return {
    points: found(shown.points),
    runs: runs.map(found),
    sparseRuns: runs.map((run) => found(middleOfEachMonth(run))),
    gaps: gapsBetween(shown.points.map(({ day }) => day)).map(({ from, to }) => ({
      from: dayNumber(from),
      to: dayNumber(to),
    })),
    from: dayNumber(shown.span.from),
    to: dayNumber(shown.span.to),
  };
}

function chartPoint(view: View, point: GrowthPoint, say: Say): ChartPoint {
  const [before, after] = [point.before?.value, point.after?.value];
  const values = point.kind === 'alone' ? `${after}, on its own` : readingInWords({ before, after });
  const words = [point.before?.words, point.after?.words].filter(Boolean).join(' ');
  return {
    id: point.id,
    at: dayNumber(point.day),
    before,
    after,
    shape: point.kind,
    name: `${say.day(point.day)}, ${placeWords(view, point)}: ${values}${words ? `. ${words}` : ''}`,
    href: point.kind === 'half' ? `#/sessions/${point.session}` : undefined,
  };
}

/** Which half of which session: "Holt Wood, first half". */
export function placeWords(view: View, point: GrowthPoint): string {
  if (point.kind === 'alone') return 'between sessions';
  const session = view.get('session', point.session);
  return `${session ? sessionName(session.body) : 'session'}, ${halfName(point.half).toLowerCase()}`;
}

/** How the locale around says days and numbers. */
export interface Say {
  readonly day: (day: Day) => string;
  readonly number: (value: number) => string;
}

/** So many lines at first: a decade's thousand would hold up the page, and few people read past these. */
const fewLines = 60;

/** What the table begins with: its first lines, or all of them where the one that is sought stands further down. */
export function linesAtFirst<Line extends { readonly id: GrowthPoint['id'] }>(
  lines: readonly Line[],
  sought: GrowthPoint['id'] | undefined,
): readonly Line[] {
  const isFarDown = lines.findIndex(({ id }) => id === sought) >= fewLines;
  return isFarDown ? lines : lines.slice(0, fewLines);
}

/** How much is shown and from when: "48 readings from 24 halves, 3 March 2023 to 8 November 2025". */
export function caption(points: readonly GrowthPoint[], say: Say): string {
  const span = spanOf(points);
  if (!span) return 'No readings';
  const counted = (count: number, one: string, many: string) =>
    `${say.number(count)} ${count === 1 ? one : many}`;
  const halves = points.filter(({ kind }) => kind === 'half').length;
  const alone = points.length - halves;
  const readings = counted(readingCount(points), 'reading', 'readings');
  const between = alone > 0 ? [`${say.number(alone)} between sessions`] : [];
  const source =
    halves === 0
      ? 'between sessions'
      : `from ${[counted(halves, 'half', 'halves'), ...between].join(' and ')}`;
  const days = span.from === span.to ? say.day(span.from) : `${say.day(span.from)} to ${say.day(span.to)}`;
  return `${readings} ${source}, ${days}`;
}
