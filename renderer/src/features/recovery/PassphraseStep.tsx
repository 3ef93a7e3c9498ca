import { type FormEvent, useState } from 'react';
import type { Result } from '#shared/base/result.ts';
import { passphraseProblems } from '../../journal/passphrase.ts';
import { useStrength } from '../../journal/strength/useStrength.ts';
import { NewPassphrase } from '../../parts/NewPassphrase.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';

const failures = {
  'not-written':
    'This computer did not let Stringwalk write it. The recovery sheet still opens the journal; try once more.',
  'still-open':
    'The passphrase is written, but the unprotected key beside it could not be removed. Try once more.',
} as const;

export type ProtectProblem = keyof typeof failures;

/** In the place of the one that was forgotten, or the first. */
export function PassphraseStep<Opened>(props: {
  /** What acquaintances would try first. */
  readonly names: readonly string[];
  /** The key lay on this computer as it is: everything is sealed anew. */
  readonly layOpen: boolean;
  readonly protect: (passphrase: string) => Promise<Result<Opened, ProtectProblem>>;
  readonly onProtected: (opened: Opened) => void;
}) {
  const [chosen, setChosen] = useState({ passphrase: '', again: '' });
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ProtectProblem>();
  const { passphrase, again } = chosen;
  const strength = useStrength(passphrase, props.names);
  const shown = isTried ? passphraseProblems(passphrase, again, strength.guess) : {};

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isBusy) return;
    setBusy(true);
    setFailure(undefined);
    const problems = passphraseProblems(passphrase, again, await strength.judge());
    if (Object.keys(problems).length > 0) return setBusy(false);
    const outcome = await props.protect(passphrase);
    if (outcome.ok) return props.onProtected(outcome.value);
    setBusy(false);
    setFailure(outcome.error);
  };

  return (
    <>
      <h1>The sheet is right</h1>
      <p>
        {props.layOpen
          ? 'Choose a passphrase. Every page is then sealed anew under a key that has never lain here in the open; your recovery sheet stays as it is. Copies of this folder and backups made until now stay as they are: the old key opens them.'
          : 'Choose a new passphrase. The earlier one then no longer opens this journal; older copies of the passphrase file still open with it. Your recovery sheet stays as it is.'}
      </p>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <NewPassphrase
          label="New passphrase"
          passphrase={passphrase}
          again={again}
          onChange={(patch) => setChosen({ ...chosen, ...patch })}
          problems={shown}
          guess={strength.guess}
          isDisabled={isBusy}
          autoFocus
        />
        {failure ? <Notice look="problem">{failures[failure]}</Notice> : null}
        {isBusy ? (
          <Progress label="Making the lock: a few seconds, on purpose" value={undefined} detail="" />
        ) : (
          <Button look="primary" type="submit">
            Set it and open the journal
          </Button>
        )}
      </form>
    </>
  );
}
