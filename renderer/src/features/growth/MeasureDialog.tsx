import { useState } from 'react';
import type { IdOf } from '#shared/domain/record.ts';
import type { PersonShown } from '../../journal/people.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { EarlierVersionsButton } from '../../parts/EarlierVersions.tsx';
import { Button } from '../../ui/Button.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/Toast.tsx';
import { measuresOf } from './growthView.ts';

interface MeasureDialogProps {
  readonly person: PersonShown;
  /** The one to change; a new one without. */
  readonly measure: Entry<'measure'> | undefined;
  readonly onClose: () => void;
  readonly onKept: (measure: IdOf<'measure'>) => void;
}

/** A scale of one's own, from 0 to 10, with what its two ends mean. */
export function MeasureDialog({ person, measure, onClose, onKept }: MeasureDialogProps) {
  const journal = useJournal();
  const [name, setName] = useState(measure?.body.name ?? '');
  const [low, setLow] = useState(measure?.body.low ?? '');
  const [high, setHigh] = useState(measure?.body.high ?? '');
  const [isAsked, setAsked] = useState(false);
  const taken = useView((view) =>
    measuresOf(view, person.id)
      .filter(({ value }) => value !== measure?.id)
      .map(({ label }) => label.toLocaleLowerCase()),
  );
  const isUsed = useView((view) => measure !== undefined && view.naming('reading', measure.id).length > 0);
  const problem = nameProblem(name.trim(), taken);

  async function keep() {
    setAsked(true);
    if (problem) return;
    const id = measure?.id ?? journal.newId('measure');
    const body = {
      ...measure?.body,
      person: person.id,
      name: name.trim(),
      low: low.trim(),
      high: high.trim(),
    };
    const outcome = await journal.write([{ op: 'put', kind: 'measure', id, body }]);
    if (outcome.ok) onKept(id);
  }

  async function remove({ id, body }: Entry<'measure'>) {
    const outcome = await journal.write([{ op: 'delete', kind: 'measure', id }]);
    if (!outcome.ok) return;
    onClose();
    const restore = () => void journal.write([{ op: 'restore', kind: 'measure', id, body }]);
    toast({ message: 'Measure taken out.', action: { label: 'Undo', onPress: restore } });
  }

  return (
    <FormDialog
      title={measure ? 'Change this measure' : 'New measure'}
      size="s"
      className="growth-form"
      submit="Keep"
      onSubmit={keep}
      onClose={onClose}
      beside={
        <>
          {measure ? <EarlierVersionsButton id={measure.id} of="this measure" /> : null}
          {measure && !isUsed ? <Button onPress={() => void remove(measure)}>Take it out</Button> : null}
        </>
      }
    >
      <p className="aside">
        Something {person.side === 'me' ? 'you want' : <bdi>{person.name} wants</bdi>} to follow from 0 to 10.
        Each half of a session then asks for it too.
      </p>
      <TextField
        label="What is it called?"
        value={name}
        onChange={setName}
        placeholder="Patience"
        autoFocus
        maxLength={60}
        {...(isAsked && problem ? { problem } : {})}
      />
      <TextField label="What is a 0?" value={low} onChange={setLow} maxLength={200} />
      <TextField label="What is a 10?" value={high} onChange={setHigh} maxLength={200} />
    </FormDialog>
  );
}

function nameProblem(name: string, taken: readonly string[]): string | undefined {
  if (name === '') return 'Give it a name, a word or two.';
  if (taken.includes(name.toLocaleLowerCase())) return 'There is one of this name already.';
  return undefined;
}
