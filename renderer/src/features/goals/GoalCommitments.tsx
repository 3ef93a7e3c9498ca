import { useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { CommitmentSection } from './CommitmentSection.tsx';
import { promisesFor } from './goalsView.ts';

/** What was promised on the way to a goal. */
export function GoalCommitments({ goal }: { readonly goal: Entry<'goal'> }) {
  const promises = useView((view) => promisesFor(view, goal.id));
  return (
    <CommitmentSection
      id="goal-commitments"
      className="goal-part goal-commitments"
      promises={promises}
      label="Commitments for this goal"
      none={<p className="goal-none">None made for this goal yet.</p>}
      goal={goal}
    />
  );
}
