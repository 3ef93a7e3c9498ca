import './growth.css';
import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { MeasureRef } from '#shared/domain/measure.ts';
import type { IdOf, PersonId } from '#shared/domain/record.ts';
import type { GrowthPoint } from '#shared/review/growthSeries.ts';
import { useComplete, useJournal, useVersion } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyPage } from '../../ui/EmptyPage.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { GrowthControls } from './GrowthControls.tsx';
import { type Asked, GrowthDialogs } from './GrowthDialogs.tsx';
import { GrowthFigure } from './GrowthFigure.tsx';
import { GrowthTable } from './GrowthTable.tsx';
import { useGrowthChoice } from './growthChoice.ts';
import { measuresOf, peopleOf, seriesOf, shownPoints } from './growthView.ts';
import { Noticings } from './Noticings.tsx';
import { SlopeDrawing } from './SlopeDrawing.tsx';

/** Readings over time, one person and one measure at a time: charts show, people interpret. */
export function GrowthPage() {
  const { view, clock, me } = useJournal();
  const version = useVersion();
  const complete = useComplete();
  const [, go] = useLocation();
  const { choice, choose, sought } = useGrowthChoice();
  const [asked, setAsked] = useState<Asked>();
  const today = clock.today();

  // biome-ignore-start lint/correctness/useExhaustiveDependencies: the version stands for everything the view holds
  const people = useMemo(() => peopleOf(view), [view, version]);
  const person = people.find(({ id }) => id === choice.person) ?? people.find(({ id }) => id === me);
  const personId: PersonId = person?.id ?? me;
  const measures = useMemo(() => measuresOf(view, personId), [view, personId, version]);
  const measure = measures.find(({ value }) => value === choice.measure)?.value ?? 'clarity';
  const series = useMemo(() => seriesOf(view, personId, measure), [view, personId, measure, version]);
  // biome-ignore-end lint/correctness/useExhaustiveDependencies: as above
  const shown = useMemo(() => shownPoints(series, choice.period, today), [series, choice.period, today]);
  const showAll = useCallback(() => choose({ period: { kind: 'all' } }), [choose]);
  const open = useCallback(
    (point: GrowthPoint) => {
      if (point.kind === 'half') go(`/sessions/${point.session}`);
      else setAsked({ what: 'reading', point });
    },
    [go],
  );
  if (!person) return null;

  const isEmpty = complete && view.all('reading').length === 0 && view.all('measure').length === 0;
  return (
    <>
      <PageHeader title="Growth" actions={<Adding measure={measure} onAsk={setAsked} />}>
        {isEmpty ? null : 'How it was before and after each half. Every point opens its session.'}
      </PageHeader>
      {isEmpty ? (
        <EmptyPage
          drawing={<SlopeDrawing />}
          action={
            <Button look="primary" onPress={() => go('/sessions')}>
              Go to sessions
            </Button>
          }
        >
          Before and after each half, say from 0 to 10 how clear, confident, energetic or motivated you are.
          Years later you can see here how it moved, and open the conversation behind every point.
        </EmptyPage>
      ) : (
        <>
          <GrowthControls
            people={people}
            person={person}
            measures={measures}
            measure={measure}
            shown={shown}
            onChoose={choose}
          />
          <GrowthFigure
            person={person}
            measure={measure}
            shown={shown}
            onOpen={open}
            elsewhere={series.length > 0 ? showAll : undefined}
          />
          {shown.points.length > 0 ? (
            <GrowthTable
              person={person}
              measure={measure}
              points={shown.points}
              sought={sought}
              onOpen={open}
            />
          ) : null}
        </>
      )}
      <Noticings />
      {asked ? (
        <GrowthDialogs
          asked={asked}
          person={person}
          measure={measure}
          onClose={() => setAsked(undefined)}
          onMeasure={(made) => {
            setAsked(undefined);
            choose({ measure: made });
          }}
        />
      ) : null}
    </>
  );
}

interface AddingProps {
  readonly measure: MeasureRef;
  readonly onAsk: (asked: Asked) => void;
}

function Adding({ measure, onAsk }: AddingProps) {
  const own = measure.startsWith('measure_') ? (measure as IdOf<'measure'>) : undefined;
  return (
    <>
      {own ? <Button onPress={() => onAsk({ what: 'measure', id: own })}>Change this measure</Button> : null}
      <Button onPress={() => onAsk({ what: 'measure', id: undefined })}>New measure</Button>
      <Button icon="plus" onPress={() => onAsk({ what: 'reading', point: undefined })}>
        Add a reading
      </Button>
    </>
  );
}
