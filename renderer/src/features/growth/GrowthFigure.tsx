import { useCallback, useMemo } from 'react';
import type { MeasureRef } from '#shared/domain/measure.ts';
import type { IdOf } from '#shared/domain/record.ts';
import type { GrowthPoint } from '#shared/review/growthSeries.ts';
import type { PersonShown } from '../../journal/people.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import type { View } from '../../journal/view.ts';
import { measureName } from '../../journal/words.ts';
import { Button } from '../../ui/Button.tsx';
import { LazyReadingsChart } from '../../ui/charts/LazyReadingsChart.tsx';
import { caption, charted, type Shown } from './growthView.ts';
import { PointStory } from './PointStory.tsx';
import { useSay } from './useSay.ts';

interface GrowthFigureProps {
  readonly person: PersonShown;
  readonly measure: MeasureRef;
  readonly shown: Shown;
  readonly onOpen: (point: GrowthPoint) => void;
  /** Shows all readings, where there are some outside the chosen days. */
  readonly elsewhere: (() => void) | undefined;
}

/** The chart with what it shows, of whom, how many and from when. */
export function GrowthFigure({ person, measure, shown, onOpen, elsewhere }: GrowthFigureProps) {
  const { view } = useJournal();
  const say = useSay();
  const name = useView((current) => measureName(current, measure));
  const ends = useView((current) => endsOf(current, measure));
  const drawn = useMemo(() => charted(view, shown, say), [view, shown, say]);
  const open = useCallback(
    (id: string) => {
      const point = shown.points.find((candidate) => candidate.id === id);
      if (point) onOpen(point);
    },
    [shown, onOpen],
  );
  const story = useCallback(
    (id: string) => {
      const point = shown.points.find((candidate) => candidate.id === id);
      return point ? <PointStory point={point} /> : null;
    },
    [shown],
  );

  const who = person.side === 'me' ? 'you' : person.name;
  if (shown.points.length === 0) {
    return (
      <div className="growth-nothing">
        <p>
          No readings of {name.toLowerCase()} by <bdi>{who}</bdi> {elsewhere ? 'in these days' : 'yet'}.
        </p>
        {ends ? <p className="aside">{ends}</p> : null}
        {elsewhere ? <Button onPress={elsewhere}>Show all</Button> : null}
      </div>
    );
  }
  return (
    <figure className="growth-figure" data-person={person.side}>
      <figcaption>
        <span className="growth-figure-title">
          {name}, <bdi>{who}</bdi>
        </span>
        <span>{caption(shown.points, say)}</span>
        <Legend hasAlone={shown.points.some(({ kind }) => kind === 'alone')} />
      </figcaption>
      {ends ? <p className="aside">{ends}</p> : null}
      <LazyReadingsChart
        label={`${name}, ${who}`}
        person={person.side}
        {...drawn}
        sparseNote="So many readings that the line joins one of each month: the one in the middle, as it was given."
        onOpen={open}
        story={story}
      />
    </figure>
  );
}

/** What a person said the two ends of their own measure mean. */
function endsOf(view: View, measure: MeasureRef): string {
  const own = measure.startsWith('measure_')
    ? view.get('measure', measure as IdOf<'measure'>)?.body
    : undefined;
  return [own?.low ? `0: ${own.low}` : '', own?.high ? `10: ${own.high}` : ''].filter(Boolean).join(' · ');
}

/** Which mark is which, by shape. */
function Legend({ hasAlone }: { readonly hasAlone: boolean }) {
  return (
    <span className="growth-legend">
      <span>
        <i className="growth-mark" data-mark="before" /> before
      </span>
      <span>
        <i className="growth-mark" data-mark="after" /> after
      </span>
      {hasAlone ? (
        <span>
          <i className="growth-mark" data-mark="alone" /> between sessions
        </span>
      ) : null}
    </span>
  );
}
