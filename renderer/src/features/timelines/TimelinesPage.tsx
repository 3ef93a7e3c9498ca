import './timelines.css';
import { useDeferredValue, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { IdOf } from '#shared/domain/record.ts';
import { usePair } from '../../journal/people.ts';
import { useComplete, useJournal, useVersion } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyPage } from '../../ui/EmptyPage.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { NewTimelineDialog } from './NewTimelineDialog.tsx';
import { StringDrawing } from './StringDrawing.tsx';
import { TimelineCards } from './TimelineCards.tsx';
import { timelineYears } from './timelinesView.ts';

/** All lines ever laid, and the way to lay one. `?turn=…` lays it in that half of a session. */
export function TimelinesPage() {
  const { view } = useJournal();
  const { buddy } = usePair();
  const version = useVersion();
  const complete = useComplete();
  const [, go] = useLocation();
  const search = new URLSearchParams(useSearch());
  const turn = search.get('turn') as IdOf<'turn'> | null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the view has changed
  const years = useMemo(() => timelineYears(view), [view, version]);
  // The newest year is painted at once; the rest follows without holding up the page.
  const shownYears = useDeferredValue(years, years.slice(0, 1));

  const begin = (
    <Button look="primary" icon="plus" onPress={() => go('/timelines?new')}>
      New timeline
    </Button>
  );
  const isEmpty = complete && years.length === 0;
  return (
    <>
      <PageHeader title="Timelines" actions={isEmpty ? null : begin} />
      {isEmpty ? (
        <EmptyPage drawing={<StringDrawing />} action={begin}>
          Lay a string on the ground for one question. Give every moment that matters a mat to stand on, and
          tell <bdi>{buddy.name}</bdi> what you see from there.
        </EmptyPage>
      ) : null}
      {shownYears.map(({ year, cards }) => (
        <TimelineCards key={year} year={year} cards={cards} />
      ))}
      {search.has('new') || turn !== null ? (
        <NewTimelineDialog
          key={turn ?? 'new'}
          turn={turn ?? undefined}
          onClose={() => go('/timelines?', { replace: true })}
        />
      ) : null}
    </>
  );
}
