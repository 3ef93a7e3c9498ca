import { useState } from 'react';
import { type CommitmentState, commitmentStates } from '#shared/domain/commitment.ts';
import { personShown } from '../../journal/people.ts';
import { settlePromise } from '../../journal/promises.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { commitmentStateNames } from '../../journal/words.ts';
import { useDayWords } from '../../ui/days.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';

export interface SettleDialogProps {
  readonly promise: Entry<'commitment'>;
  /** What was pressed; it can still be changed here. */
  readonly outcome: CommitmentState;
  readonly onClose: () => void;
}

/** Looking back at a promise: its exact words first, then how it went, then what was learned. */
export function SettleDialog({ promise, outcome, onClose }: SettleDialogProps) {
  const journal = useJournal();
  const days = useDayWords();
  const person = useView((view) => personShown(view, promise.body.person));
  const [state, setState] = useState(outcome);
  const [learned, setLearned] = useState(promise.body.learned ?? '');

  const keep = async () => {
    if (await settlePromise(journal, promise.id, { state, learned: learned.trim() })) onClose();
  };

  return (
    <FormDialog
      title="How did it go?"
      className="promise-form"
      submit="Keep"
      onSubmit={keep}
      onClose={onClose}
    >
      <figure className="promise-said" data-person={person.side}>
        <blockquote className="words" dir="auto">
          {promise.body.what}
        </blockquote>
        <figcaption className="aside">
          {person.side === 'me' ? 'You' : <bdi>{person.name}</bdi>}, {days.words(promise.body.day, 'long')}
        </figcaption>
      </figure>
      <RadioGroup
        label="How it went"
        value={state}
        onChange={setState}
        choices={commitmentStates
          .filter((choice) => choice !== 'open' || promise.body.state !== 'open')
          .map((choice) => ({ value: choice, label: commitmentStateNames[choice] }))}
      />
      <TextField
        label="What was learned (if anything)"
        words
        multiline
        value={learned}
        onChange={setLearned}
      />
    </FormDialog>
  );
}
