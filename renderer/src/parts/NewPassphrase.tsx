import './newPassphrase.css';
import type { PassphraseProblems } from '../journal/passphrase.ts';
import { type Guess, strengthSentence } from '../journal/strength/strengthWords.ts';
import { PassphraseField } from '../ui/PassphraseField.tsx';

export interface NewPassphraseProps {
  /** What it is called where it is chosen: `Passphrase` or `New passphrase`. */
  readonly label: string;
  readonly passphrase: string;
  readonly again: string;
  readonly onChange: (patch: { readonly passphrase: string } | { readonly again: string }) => void;
  readonly problems: PassphraseProblems;
  /** From `useStrength`. */
  readonly guess: Guess | undefined;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

/** A passphrase that is being chosen, typed twice, and how long it would take to guess. */
export function NewPassphrase(props: NewPassphraseProps) {
  const {
    label,
    passphrase,
    again,
    onChange,
    problems,
    guess,
    isDisabled = false,
    autoFocus = false,
  } = props;
  return (
    <>
      <div className="new-passphrase">
        <PassphraseField
          label={label}
          description={guess ? undefined : 'Four or more random words are best.'}
          value={passphrase}
          onChange={(text) => onChange({ passphrase: text })}
          problem={problems.passphrase}
          isDisabled={isDisabled}
          autoFocus={autoFocus}
        />
        <p className="new-passphrase-strength" role="status">
          {guess && problems.passphrase === undefined ? strengthSentence(guess) : null}
        </p>
      </div>
      <PassphraseField
        label={`${label} again`}
        value={again}
        onChange={(text) => onChange({ again: text })}
        problem={problems.again}
        isDisabled={isDisabled}
      />
    </>
  );
}
