import './readingsChart.css';
import { memo, type ReactNode, useCallback, useMemo, useState } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts';
import { readingMax, readingMin } from '../readingScale.ts';
import { type ChartGap, ChartGaps } from './ChartGaps.tsx';
import { type ChartPoint, type MarkStyle, markStyle } from './markGeometry.ts';
import { type ActiveMark, ReadingMarks } from './ReadingMarks.tsx';
import { timeTicks } from './timeTicks.ts';
import { useWidth } from './useWidth.ts';

export interface ReadingsChartProps {
  /** What is shown, for those who do not see it: "Clarity, Tom". */
  readonly label: string;
  readonly person: 'me' | 'buddy' | 'other';
  /** Oldest first. */
  readonly points: readonly ChartPoint[];
  /** The points that one line joins, run by run. Between runs the line is broken. */
  readonly runs: readonly (readonly ChartPoint[])[];
  /** The same runs with fewer points, for when there are too many for a line to be read. */
  readonly sparseRuns: readonly (readonly ChartPoint[])[];
  /** What the line joins then, as a sentence. */
  readonly sparseNote: string;
  readonly gaps: readonly ChartGap[];
  /** The days the axis runs over, as day numbers. */
  readonly from: number;
  readonly to: number;
  readonly onOpen: (id: string) => void;
  /** What a point has to say when it is pointed at or focused. Only looked at: its name says the same. */
  readonly story: (id: string) => ReactNode;
}

const height = 340;
const margin = { top: 14, right: 10, bottom: 4, left: 0 };
const valueTicks = [0, 2, 4, 6, 8, 10];
const edge = { left: 16, right: 16 };

/** Readings over time on a fixed scale from 0 to 10. Arrow keys walk along the points, Enter opens one. */
export function ReadingsChart(props: ReadingsChartProps) {
  const { label, person, story, sparseNote, ...drawn } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const style = useMemo(
    () => markStyle(width / Math.max(1, drawn.points.length)),
    [width, drawn.points.length],
  );
  const [active, setActive] = useState<ActiveMark>();
  // Another choice of points has other ids; what was pointed at may be gone.
  const shown = active && drawn.points.some(({ id }) => id === active.id) ? active : undefined;
  return (
    <div className="readings-chart" data-person={person} ref={frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for things to fill in */}
      <div role="group" aria-label={`${label}: ${drawn.points.length} points, oldest first`}>
        {width > 0 ? (
          <Drawing {...drawn} width={width} style={style} person={person} onActive={setActive} />
        ) : null}
      </div>
      {style.density === 'dense' ? <p className="aside">{sparseNote}</p> : null}
      {shown ? (
        <>
          <span className="readings-chart-ring" style={{ left: shown.x, top: shown.y }} />
          <div
            className="readings-chart-story"
            aria-hidden="true"
            data-side={shown.y > height / 2 ? 'above' : 'below'}
            style={{ left: Math.min(Math.max(shown.x, 130), width - 130), top: shown.y }}
          >
            {story(shown.id)}
          </div>
        </>
      ) : null}
    </div>
  );
}

interface DrawingProps extends Omit<ReadingsChartProps, 'label' | 'story' | 'sparseNote'> {
  readonly width: number;
  readonly style: MarkStyle;
  readonly onActive: (mark: ActiveMark | undefined) => void;
}

/** Apart, so that pointing at something draws a ring and not the whole chart. */
const Drawing = memo(function Drawing(props: DrawingProps) {
  const { person, points, runs, sparseRuns, gaps, from, to, width, style, onActive, onOpen } = props;
  const isDense = style.density === 'dense';
  const { locale } = useLocale();
  const ticks = useMemo(() => timeTicks(from, to, width, locale), [from, to, width, locale]);
  const labels = useMemo(() => new Map(ticks.map(({ at, label }) => [at, label])), [ticks]);
  // All points are drawn at any density; only the line is thinned, or it would hide them.
  const joined = useMemo(() => joinedRuns(isDense ? sparseRuns : runs), [isDense, sparseRuns, runs]);
  const tickLabel = useCallback((at: number) => labels.get(at) ?? '', [labels]);
  const domain = useMemo(() => [from, Math.max(to, from + 1)], [from, to]);
  return (
    <LineChart
      width={width}
      height={height}
      data={joined}
      margin={margin}
      // Recharts' own layer speaks of the values under a cursor; ours makes every point a link to its session.
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--rule)" />
      <XAxis
        dataKey="at"
        type="number"
        domain={domain}
        allowDataOverflow
        ticks={ticks.map(({ at }) => at)}
        tickFormatter={tickLabel}
        interval={0}
        padding={edge}
        axisLine={false}
        tickLine={false}
        tickMargin={8}
      />
      <YAxis
        type="number"
        domain={[readingMin, readingMax]}
        allowDataOverflow
        ticks={valueTicks}
        width={34}
        axisLine={false}
        tickLine={false}
        tickMargin={8}
      />
      <ChartGaps gaps={gaps} />
      <Line
        dataKey="after"
        stroke="var(--person)"
        strokeWidth={isDense ? 2.25 : 1.75}
        {...(person === 'me' ? {} : { strokeDasharray: '6 3' })}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <ReadingMarks points={points} style={style} onActive={onActive} onOpen={onOpen} />
    </LineChart>
  );
});

interface JoinedPoint {
  readonly at: number;
  /** `null` is where Recharts breaks a line. */
  readonly after: number | null;
}

function joinedRuns(runs: readonly (readonly ChartPoint[])[]): JoinedPoint[] {
  return runs.flatMap((run) => [
    ...run.map(({ at, after }) => ({ at, after: after ?? null })),
    { at: run.at(-1)?.at ?? 0, after: null },
  ]);
}
