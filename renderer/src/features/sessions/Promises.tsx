import { useState } from 'react';
import type { IdOf } from '#shared/domain/record.ts';
import type { PersonShown } from '../../journal/people.ts';
import { useView } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { PromiseDialog } from './PromiseDialog.tsx';
import { PromiseLine } from './PromiseLine.tsx';
import { promisesIn } from './sessionView.ts';

export interface PromisesProps {
  readonly turn: IdOf<'turn'>;
  /** "First half". */
  readonly name: string;
  readonly explorer: PersonShown;
}

/** What was promised in a half, and how it went. */
export function Promises({ turn, name, explorer }: PromisesProps) {
  const promises = useView((view) => promisesIn(view, turn));
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="promises">
      {promises.length > 0 ? (
        <ul aria-label={`Commitments, ${name.toLocaleLowerCase()}`}>
          {promises.map((promise) => (
            <PromiseLine key={promise.id} promise={promise} />
          ))}
        </ul>
      ) : null}
      <Button size="s" icon="plus" onPress={() => setAdding(true)}>
        Add a commitment
      </Button>
      {isAdding ? <PromiseDialog turn={turn} person={explorer} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}
