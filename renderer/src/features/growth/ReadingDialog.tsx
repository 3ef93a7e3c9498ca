import { useState } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { MeasureRef } from '#shared/domain/measure.ts';
import type { PersonShown } from '../../journal/people.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { measureName } from '../../journal/words.ts';
import { EarlierVersionsButton } from '../../parts/EarlierVersions.tsx';
import { Button } from '../../ui/Button.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { ReadingField } from '../../ui/ReadingField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/Toast.tsx';
import { focusWrongField } from '../../ui/wrongField.ts';

interface ReadingDialogProps {
  readonly person: PersonShown;
  readonly measure: MeasureRef;
  /** The one to change; a new one without. */
  readonly reading: Entry<'reading'> | undefined;
  readonly onClose: () => void;
}

/** A reading between sessions: one value on one day, and what makes it that. */
export function ReadingDialog({ person, measure, reading, onClose }: ReadingDialogProps) {
  const journal = useJournal();
  const name = useView((view) => measureName(view, measure));
  const [day, setDay] = useState<Day | undefined>(reading?.body.day ?? journal.clock.today());
  const [value, setValue] = useState(reading?.body.value);
  const [words, setWords] = useState(reading?.body.words ?? '');
  const [isAsked, setAsked] = useState(false);

  async function keep(form: HTMLFormElement) {
    setAsked(true);
    if (focusWrongField(form) || day === undefined || value === undefined) return;
    const id = reading?.id ?? journal.newId('reading');
    const body = {
      ...reading?.body,
      person: person.id,
      measure,
      moment: 'alone',
      day,
      value,
      words: words.trim(),
    } as const;
    const outcome = await journal.write([{ op: 'put', kind: 'reading', id, body }]);
    if (outcome.ok) onClose();
  }

  async function remove({ id, body }: Entry<'reading'>) {
    const outcome = await journal.write([{ op: 'delete', kind: 'reading', id }]);
    if (!outcome.ok) return;
    onClose();
    const restore = () => void journal.write([{ op: 'restore', kind: 'reading', id, body }]);
    toast({ message: 'Reading taken out.', action: { label: 'Undo', onPress: restore } });
  }

  return (
    <FormDialog
      title={reading ? 'A reading between sessions' : 'Add a reading'}
      size="s"
      className="growth-form"
      submit="Keep"
      onSubmit={keep}
      onClose={onClose}
      beside={
        <>
          {reading ? <EarlierVersionsButton id={reading.id} of="this reading" /> : null}
          {reading ? <Button onPress={() => void remove(reading)}>Take it out</Button> : null}
        </>
      }
    >
      <DayField
        label="Day"
        value={day}
        max={journal.clock.today()}
        onChange={setDay}
        {...(isAsked && day === undefined ? { problem: 'Which day is it for?' } : {})}
      />
      <div>
        <ReadingField
          label={name}
          person={person.side}
          moments="after"
          before={undefined}
          after={value}
          onChange={(_, next) => setValue(next)}
        />
        <p className="growth-form-problem" role="alert">
          {isAsked && value === undefined ? 'Choose a place on the line, from 0 to 10.' : ''}
        </p>
      </div>
      <TextField
        label="What makes it that?"
        words
        multiline
        value={words}
        onChange={setWords}
        maxLength={2000}
      />
    </FormDialog>
  );
}
