import { useRef } from 'react';
import { useDraft } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { Button } from '../../ui/Button.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { focusWrongField } from '../../ui/wrongField.ts';
import { answered, answersToWrite } from './agreementView.ts';

export interface AgreementFormProps {
  readonly version: Entry<'agreement'>;
  readonly onDone: () => void;
}

/** A version being written. Everything typed is kept by itself; nothing must be answered. */
export function AgreementForm({ version, onDone }: AgreementFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { body, change } = useDraft('agreement', version.id, version.body);
  const endsEarly = body.until !== undefined && body.until < body.day;
  return (
    <form
      ref={form}
      className="agreement-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!focusWrongField(form.current)) onDone();
      }}
    >
      <div className="agreement-days">
        <DayField
          label="Holds from"
          value={body.day}
          onChange={(day) => (day ? change({ day }) : undefined)}
          isRequired
        />
        <DayField
          label="Until"
          value={body.until}
          onChange={(until) => (until ? change({ until }) : undefined)}
          problem={endsEarly ? 'Choose a day after the one it begins on.' : undefined}
          isRequired
        />
      </div>
      <p className="aside agreement-advice">
        Answer apart first, if you can, then lay your answers side by side. Leave out what is not for you.
      </p>
      {answersToWrite(body).map(({ prompt, words }) => (
        <TextField
          key={prompt}
          label={prompt}
          words
          multiline
          value={words}
          onChange={(text) => change({ promises: answered(body, prompt, text) })}
        />
      ))}
      <div>
        <Button look="primary" type="submit">
          Read it together
        </Button>
      </div>
    </form>
  );
}
