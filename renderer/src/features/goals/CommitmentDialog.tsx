import { useState } from 'react';
import { type CommitmentWords, worded } from '#shared/domain/commitment.ts';
import type { IdOf } from '#shared/domain/record.ts';
import { usePair } from '../../journal/people.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { PromiseForm } from '../../ui/PromiseForm.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { goalsOf } from './goalsView.ts';

export interface CommitmentDialogProps {
  /** The one to put right; absent for a new one. */
  readonly promise?: Entry<'commitment'>;
  /** What a new one is for, unless the person chooses otherwise. */
  readonly goal?: Entry<'goal'>;
  readonly onClose: () => void;
}

/** A commitment made between sessions: whose, what, and for which goal. */
export function CommitmentDialog({ promise, goal, onClose }: CommitmentDialogProps) {
  const journal = useJournal();
  const { me, buddy } = usePair();
  const begun = promise?.body.person ?? goal?.body.person ?? me.id;
  const [whose, setWhose] = useState<'me' | 'buddy'>(begun === me.id ? 'me' : 'buddy');
  const [forGoal, setForGoal] = useState<IdOf<'goal'> | 'none'>(promise?.body.goal ?? goal?.id ?? 'none');
  const person = whose === 'me' ? me : buddy;
  const goals = useView((view) => goalsOf(view, person.id));
  const offered = goals.filter(({ goal: { id, body } }) => body.state === 'growing' || id === forGoal);
  const chosen = offered.some(({ goal: { id } }) => id === forGoal) ? forGoal : 'none';

  async function keep(words: CommitmentWords) {
    const id = promise?.id ?? journal.newId('commitment');
    await journal.drafts.settle(id);
    const current = journal.view.get('commitment', id)?.body ?? {
      day: journal.clock.today(),
      state: 'open' as const,
    };
    const { goal: _goal, ...rest } = worded({ ...current, person: person.id }, words);
    const body = chosen === 'none' ? rest : { ...rest, goal: chosen };
    const outcome = await journal.write([{ op: 'put', kind: 'commitment', id, body }]);
    if (outcome.ok) onClose();
  }

  return (
    <PromiseForm
      title={promise ? 'Edit the commitment' : 'New commitment'}
      asks={person.side === 'me' ? 'What will you do' : `What will ${person.name} do`}
      person={person.side}
      initial={promise?.body ?? {}}
      onKeep={(words) => void keep(words)}
      onClose={onClose}
    >
      <Segmented
        label="Whose"
        value={whose}
        onChange={setWhose}
        choices={[
          { value: 'me', label: me.name },
          { value: 'buddy', label: buddy.name },
        ]}
      />
      {offered.length > 0 ? (
        <Select
          label="For which goal"
          value={chosen}
          onChange={setForGoal}
          choices={[
            { value: 'none', label: 'None in particular' },
            ...offered.map(({ goal: { id, body } }) => ({ value: id, label: body.name })),
          ]}
        />
      ) : null}
    </PromiseForm>
  );
}
