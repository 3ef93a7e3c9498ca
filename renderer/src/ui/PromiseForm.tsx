import './promise.css';
import { type ReactNode, useState } from 'react';
import type { CommitmentWords } from '#shared/domain/commitment.ts';
import { DayField } from './DayField.tsx';
import { FormDialog } from './FormDialog.tsx';
import type { PersonRole } from './PersonMark.tsx';
import { ReadingField } from './ReadingField.tsx';
import { TextField } from './TextField.tsx';
import { focusWrongField } from './wrongField.ts';

/** From here on a commitment is likely to be kept; below, a smaller one would be. */
const sureEnough = 7;

export interface PromiseFormProps {
  readonly title: string;
  /** What the first field asks: "What will you do". */
  readonly asks: string;
  readonly person: PersonRole;
  /** What stands there at first. */
  readonly initial: { readonly [K in keyof CommitmentWords]?: CommitmentWords[K] | undefined };
  readonly onKeep: (words: CommitmentWords) => void;
  readonly onClose: () => void;
  /** Fields below these: whose it is, what it is for. */
  readonly children?: ReactNode;
}

/** A commitment in a dialog: what, by when, what if something gets in the way, how sure. */
export function PromiseForm(props: PromiseFormProps) {
  const { title, asks, person, initial, onKeep, onClose, children } = props;
  const [what, setWhat] = useState(initial.what ?? '');
  const [due, setDue] = useState(initial.due);
  const [ifThen, setIfThen] = useState(initial.ifThen ?? '');
  const [sure, setSure] = useState(initial.sure);
  const [isAsked, setAsked] = useState(false);
  const isMissing = isAsked && what.trim() === '';

  const keep = (form: HTMLFormElement) => {
    setAsked(true);
    if (what.trim() === '' || focusWrongField(form)) return;
    onKeep({ what, due, ifThen, sure });
  };

  return (
    <FormDialog
      title={title}
      className="promise-form"
      submit="Keep this commitment"
      onSubmit={keep}
      onClose={onClose}
    >
      <TextField
        label={asks}
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
          person={person}
          moments="after"
          before={undefined}
          after={sure}
          onChange={(_moment, value) => setSure(value)}
        />
        <p className="aside" role="status">
          {sure !== undefined && sure < sureEnough
            ? `At ${sure}, make it smaller: what would a smaller step look like, one you would give a ${sureEnough} or more?`
            : ''}
        </p>
      </div>
      {children}
    </FormDialog>
  );
}
