import { useState } from 'react';
import { deleteAll } from '../../journal/deleting.ts';
import { useJournal } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { EarlierVersionsButton } from '../../parts/EarlierVersions.tsx';
import { Button } from '../../ui/Button.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/Toast.tsx';
import { focusWrongField } from '../../ui/wrongField.ts';
import { levelFigure, levelNames, levels } from './goalsView.ts';

export interface CheckInDialogProps {
  readonly goal: Entry<'goal'>;
  /** The one to change; absent for a new one. */
  readonly checkIn?: Entry<'checkIn'>;
  readonly onClose: () => void;
}

/** How far the goal is on a day: one of the five levels as they were written, and some words. */
export function CheckInDialog({ goal, checkIn, onClose }: CheckInDialogProps) {
  const journal = useJournal();
  const [day, setDay] = useState(checkIn?.body.day ?? journal.clock.today());
  const [level, setLevel] = useState(checkIn ? String(checkIn.body.level) : undefined);
  const [words, setWords] = useState(checkIn?.body.words ?? '');
  const [isAsked, setAsked] = useState(false);

  async function keep(form: HTMLFormElement) {
    setAsked(true);
    if (focusWrongField(form) || level === undefined) return;
    const id = checkIn?.id ?? journal.newId('checkIn');
    const body = { ...checkIn?.body, goal: goal.id, day, level: Number(level), words: words.trim() };
    const outcome = await journal.write([{ op: 'put', kind: 'checkIn', id, body }]);
    if (outcome.ok) onClose();
  }

  async function remove(entry: Entry<'checkIn'>) {
    const undo = await deleteAll(journal, [entry]);
    if (!undo) return;
    onClose();
    toast({ message: 'Check-in deleted.', action: { label: 'Undo', onPress: undo } });
  }

  return (
    <FormDialog
      title={checkIn ? 'Edit the check-in' : 'A check-in'}
      className="goal-fields"
      submit="Keep this check-in"
      onSubmit={keep}
      onClose={onClose}
      beside={
        <>
          {checkIn ? <EarlierVersionsButton id={checkIn.id} of="this check-in" /> : null}
          {checkIn ? <Button onPress={() => void remove(checkIn)}>Delete</Button> : null}
        </>
      }
    >
      <DayField
        label="Day"
        value={day}
        onChange={(chosen) => (chosen ? setDay(chosen) : undefined)}
        isRequired
      />
      <RadioGroup
        label="Which is it most like?"
        value={level}
        onChange={setLevel}
        choices={levels.toReversed().map((step) => ({
          value: String(step),
          label: `${levelFigure(step)}  ${levelNames[step]}`,
          detail: goal.body.levels[step + 2]?.trim() || undefined,
        }))}
        problem={isAsked && level === undefined ? 'Choose the level that is nearest.' : undefined}
      />
      <TextField label="In your own words" words multiline value={words} onChange={setWords} />
    </FormDialog>
  );
}
