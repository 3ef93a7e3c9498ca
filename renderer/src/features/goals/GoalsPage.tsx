import './goals.css';
import { useLocation, useSearch } from 'wouter';
import { usePair } from '../../journal/people.ts';
import { useComplete, useView } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyPage } from '../../ui/EmptyPage.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Commitments } from './Commitments.tsx';
import { GoalLines } from './GoalLines.tsx';
import { GoalsDrawing } from './GoalsDrawing.tsx';
import { NewGoalDialog } from './NewGoalDialog.tsx';

/** What the two grow towards, and what they promised each other on the way. */
export function GoalsPage() {
  const { me, buddy } = usePair();
  const complete = useComplete();
  const hasGoals = useView((view) => view.all('goal').length > 0);
  const hasPromises = useView((view) => view.all('commitment').length > 0);
  const [, go] = useLocation();
  const isNew = new URLSearchParams(useSearch()).has('new');
  const isEmpty = complete && !hasGoals;
  const begin = (
    <Button look="primary" icon="plus" onPress={() => go('/goals?new')}>
      New goal
    </Button>
  );
  return (
    <>
      <PageHeader title="Goals" actions={isEmpty ? null : begin} />
      {isEmpty ? (
        <EmptyPage drawing={<GoalsDrawing />} action={begin}>
          A goal is easier to walk towards when you have said beforehand what enough looks like. You write
          five levels now; later you only say which one it feels like.
        </EmptyPage>
      ) : null}
      <div className="goals">
        <GoalLines person={me} />
        <GoalLines person={buddy} />
      </div>
      {complete || hasPromises ? <Commitments /> : null}
      {isNew ? (
        <NewGoalDialog
          onClose={() => go('/goals?', { replace: true })}
          onBegun={(path) => go(`${path}?`, { replace: true })}
        />
      ) : null}
    </>
  );
}
