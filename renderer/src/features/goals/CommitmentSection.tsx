import { type ReactNode, useState } from 'react';
import type { Entry } from '../../journal/view.ts';
import { Button } from '../../ui/Button.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { CommitmentDialog } from './CommitmentDialog.tsx';
import { CommitmentLine } from './CommitmentLine.tsx';

export interface CommitmentSectionProps {
  readonly id: string;
  readonly className: string;
  readonly promises: readonly Entry<'commitment'>[];
  /** What the list is called. */
  readonly label: string;
  /** What stands in its place while it is empty. */
  readonly none: ReactNode;
  /** What a new one is for. */
  readonly goal?: Entry<'goal'>;
  readonly children?: ReactNode;
}

/** Commitments under a heading of their own, and a way to make one more. */
export function CommitmentSection(props: CommitmentSectionProps) {
  const { id, className, promises, label, none, goal, children } = props;
  const [isAdding, setAdding] = useState(false);
  return (
    <section className={className} aria-labelledby={id}>
      <SectionHeading
        id={id}
        aside={
          <Button size="s" icon="plus" onPress={() => setAdding(true)}>
            New commitment
          </Button>
        }
      >
        Commitments
      </SectionHeading>
      {promises.length > 0 ? (
        <ul aria-label={label}>
          {promises.map((promise) => (
            <CommitmentLine key={promise.id} promise={promise} />
          ))}
        </ul>
      ) : (
        none
      )}
      {children}
      {isAdding ? <CommitmentDialog {...(goal && { goal })} onClose={() => setAdding(false)} /> : null}
    </section>
  );
}
