import './sessionForm.css';
import { useId, useRef, useState } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { IdOf } from '#shared/domain/record.ts';
import type { PersonShown } from '../../journal/people.ts';
import { useJournal } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { Button } from '../../ui/Button.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ReadingField } from '../../ui/ReadingField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { focusWrongField } from './SessionFields.tsx';

/** From here on a promise is likely to be kept; below, a smaller one would be. */
const sureEnough = 7;

export interface PromiseDialogProps {
  readonly turn: IdOf<'turn'> | undefined;
  /** Whose promise it is. */
  readonly person: PersonShown;
  /** The one to be put right; absent for a new one. */
  readonly promise?: Entry<'commitment'>;
  readonly onClose: () => void;
}

/** A promise: what, by when, what if something gets in the way, how sure. */
export function PromiseDialog({ turn, person, promise, onClose }: PromiseDialogProps) {
  const journal = useJournal();
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();
  const [what, setWhat] = useState(promise?.body.what ?? '');
  const [due, setDue] = useState<Day | undefined>(promise?.body.due);
  const [ifThen, setIfThen] = useState(promise?.body.ifThen ?? '');
  const [sure, setSure] = useState<number | undefined>(promise?.body.sure);
  const [isAsked, setAsked] = useState(false);
  const isMissing = isAsked && what.trim() === '';

  async function keep() {
    setAsked(true);
    if (what.trim() === '' || focusWrongField(form.current)) return;
    const id = promise?.id ?? journal.newId('commitment');
    await journal.drafts.settle(id);
    const current = journal.view.get('commitment', id)?.body ?? {
      person: person.id,
      ...(turn ? { turn } : {}),
      day: journal.clock.today(),
      state: 'open' as const,
    };
    const { due: _due, ifThen: _ifThen, sure: _sure, ...rest } = { due, ifThen, sure, ...current };
    const outcome = await journal.write([
      {
        op: 'put',
        kind: 'commitment',
        id,
        body: {
          ...rest,
          what: what.trim(),
          ...(due ? { due } : {}),
          ...(ifThen.trim() ? { ifThen: ifThen.trim() } : {}),
          ...(sure === undefined ? {} : { sure }),
        },
      },
    ]);
    if (outcome.ok) onClose();
  }

  return (
    <Dialog
      title={promise ? 'Edit the commitment' : 'A commitment'}
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={formId}>
            Keep this commitment
          </Button>
        </>
      }
    >
      <form
        id={formId}
        ref={form}
        className="session-form"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <TextField
          label={person.side === 'me' ? 'What will you do' : `What will ${person.name} do`}
          words
          autoFocus
          value={what}
          onChange={setWhat}
          maxLength={500}
          problem={isMissing ? 'Write what it is, in a few words.' : undefined}
        />
        <DayField label="By when" value={due} onChange={setDue} canClear />
        <TextField
          label="If something gets in the way"
          words
          multiline
          value={ifThen}
          onChange={setIfThen}
          placeholder="If … happens, then I …"
        />
        <div className="promise-sure">
          <ReadingField
            label="How sure"
            person={person.side}
            moments="after"
            before={undefined}
            after={sure}
            onChange={(_moment, value) => setSure(value)}
          />
          <p className="aside" role="status">
            {sure !== undefined && sure < sureEnough
              ? `At ${sure}, what would a smaller step look like, one you would give a ${sureEnough} or more?`
              : ''}
          </p>
        </div>
      </form>
    </Dialog>
  );
}
