import './sessions.css';
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { usePair } from '../../journal/people.ts';
import { useComplete, useJournal, useVersion } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyPage } from '../../ui/EmptyPage.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { NewSessionDialog } from './NewSessionDialog.tsx';
import { SessionLines } from './SessionLines.tsx';
import { sessionList } from './sessionsView.ts';
import { TwoHalvesDrawing } from './TwoHalvesDrawing.tsx';
import { useOneByOne } from './useOneByOne.ts';
import { YearJump, YearSection } from './YearSection.tsx';

export function SessionsPage() {
  const { view, clock } = useJournal();
  const { buddy } = usePair();
  const version = useVersion();
  const complete = useComplete();
  const [, go] = useLocation();
  const isNew = new URLSearchParams(useSearch()).has('new');
  const today = clock.today();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the view has changed
  const { ahead, years } = useMemo(() => sessionList(view, today), [view, today, version]);
  const { shown, showAll } = useOneByOne(years.length);

  const begin = (
    <Button look="primary" icon="plus" onPress={() => go('/sessions?new')}>
      New session
    </Button>
  );
  const isEmpty = complete && ahead.length === 0 && years.length === 0;
  return (
    <>
      <PageHeader title="Sessions" actions={isEmpty ? null : begin} />
      {isEmpty ? (
        <EmptyPage drawing={<TwoHalvesDrawing />} action={begin}>
          Each session has two halves: one of you explores while the other holds the space, and then you swap.
          What you and <bdi>{buddy.name}</bdi> write down here is still yours to read in ten years.
        </EmptyPage>
      ) : null}
      {ahead.length > 0 ? (
        <section className="sessions-ahead" aria-labelledby="sessions-ahead">
          <h2 id="sessions-ahead">Coming up</h2>
          <SessionLines sessions={ahead} yearNow={today.slice(0, 4)} />
        </section>
      ) : null}
      {years.length > 1 ? <YearJump years={years} onJump={showAll} /> : null}
      {years.slice(0, shown).map((year) => (
        <YearSection key={year.year} {...year} />
      ))}
      {isNew ? <NewSessionDialog onClose={() => go('/sessions?', { replace: true })} /> : null}
    </>
  );
}
