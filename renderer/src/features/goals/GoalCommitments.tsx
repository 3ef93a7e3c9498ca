import { useState } from 'react';
import { useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { Button } from '../../ui/Button.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { CommitmentDialog } from './CommitmentDialog.tsx';
import { CommitmentLine } from './CommitmentLine.tsx';
import { promisesFor } from './goalsView.ts';

/** What was promised on the way to a goal. */
export function GoalCommitments({ goal }: { readonly goal: Entry<'goal'> }) {
  const promises = useView((view) => promisesFor(view, goal.id));
  const [isAdding, setAdding] = useState(false);
  return (
    <section className="goal-part goal-commitments" aria-labelledby="goal-commitments">
      <SectionHeading
        id="goal-commitments"
        aside={
          <Button size="s" icon="plus" onPress={() => setAdding(true)}>
            New commitment
          </Button>
        }
      >
        Commitments
      </SectionHeading>
      {promises.length > 0 ? (
        <ul aria-label="Commitments for this goal">
          {promises.map((promise) => (
            <CommitmentLine key={promise.id} promise={promise} />
          ))}
        </ul>
      ) : (
        <p className="goal-none">None made for this goal yet.</p>
      )}
      {isAdding ? <CommitmentDialog goal={goal} onClose={() => setAdding(false)} /> : null}
    </section>
  );
}
