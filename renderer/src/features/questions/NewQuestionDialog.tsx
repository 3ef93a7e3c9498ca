import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PersonId } from '#shared/domain/record.ts';
import { usePair } from '../../journal/people.ts';
import { useJournal } from '../../journal/useJournal.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Asks for a wording, whose question it is, and whether it is carried already. */
export function NewQuestionDialog({ onClose }: { readonly onClose: () => void }) {
  const journal = useJournal();
  const { me, buddy } = usePair();
  const [, go] = useLocation();
  const [wording, setWording] = useState('');
  const [person, setPerson] = useState<PersonId>(me.id);
  const [state, setState] = useState<'drafted' | 'carried'>('drafted');
  const [isAsked, setAsked] = useState(false);
  const isEmpty = wording.trim() === '';

  const keep = async () => {
    setAsked(true);
    if (isEmpty) return;
    const id = journal.newId('question');
    const today = journal.clock.today();
    const body = { person, wording: wording.trim(), state, day: today, since: today, earlier: [] };
    const kept = await journal.write([{ op: 'put', kind: 'question', id, body }]);
    if (kept.ok) go(`/questions/${id}?`, { replace: true });
  };

  return (
    <FormDialog
      title="New question"
      className="question-form"
      submit="Keep the question"
      onSubmit={keep}
      onClose={onClose}
    >
      <TextField
        label="The question"
        value={wording}
        onChange={setWording}
        words
        multiline
        autoFocus
        maxLength={500}
        description="Open, short, and about yourself. It need not be good yet."
        problem={isAsked && isEmpty ? 'Write the question down, however roughly.' : undefined}
      />
      <Segmented
        label="Whose question"
        value={person}
        onChange={setPerson}
        choices={[
          { value: me.id, label: 'Mine' },
          { value: buddy.id, label: `${buddy.name}’s` },
        ]}
      />
      <Segmented
        label="For now it is"
        value={state}
        onChange={setState}
        choices={[
          { value: 'drafted', label: 'A draft' },
          { value: 'carried', label: 'Carried' },
        ]}
      />
    </FormDialog>
  );
}
