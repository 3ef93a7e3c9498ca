import { useRef, useState } from 'react';
import type { Goal } from '#shared/domain/goal.ts';
import { usePair } from '../../journal/people.ts';
import { useJournal } from '../../journal/useJournal.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { GoalFields, type GoalWords } from './GoalFields.tsx';

const nothingYet: GoalWords = {
  why: '',
  evidence: '',
  smallestStep: '',
  levels: ['', '', '', '', ''],
};

export interface NewGoalDialogProps {
  readonly onClose: () => void;
  readonly onBegun: (path: string) => void;
}

/** A goal with its five levels, written before it begins. Only the name must be there. */
export function NewGoalDialog({ onClose, onBegun }: NewGoalDialogProps) {
  const journal = useJournal();
  const { me, buddy } = usePair();
  const nameBox = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [whose, setWhose] = useState<'me' | 'buddy'>('me');
  const [name, setName] = useState('');
  const [words, setWords] = useState(nothingYet);
  const [isAsked, setAsked] = useState(false);
  const isMissing = isAsked && name.trim() === '';

  async function begin() {
    setAsked(true);
    if (name.trim() === '') {
      nameBox.current?.focus();
      return;
    }
    const id = journal.newId('goal');
    const body: Goal = {
      ...words,
      person: whose === 'me' ? me.id : buddy.id,
      name: name.trim(),
      state: 'growing',
      day: journal.clock.today(),
    };
    const outcome = await journal.write([{ op: 'put', kind: 'goal', id, body }]);
    if (outcome.ok) onBegun(`/goals/${id}`);
  }

  return (
    <FormDialog
      title="New goal"
      size="l"
      className="goal-fields"
      submit="Begin this goal"
      onSubmit={begin}
      onClose={onClose}
    >
      <TextField
        ref={nameBox}
        label="Name"
        words
        autoFocus
        value={name}
        onChange={setName}
        maxLength={500}
        placeholder="Say no sooner"
        problem={isMissing ? 'Give it a name, a few words will do.' : undefined}
      />
      <Segmented
        label="Whose"
        value={whose}
        onChange={setWhose}
        choices={[
          { value: 'me', label: me.name },
          { value: 'buddy', label: buddy.name },
        ]}
      />
      <GoalFields words={words} onChange={(patch) => setWords({ ...words, ...patch })} />
    </FormDialog>
  );
}
