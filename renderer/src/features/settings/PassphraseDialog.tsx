import { type FormEvent, useState } from 'react';
import { unreachable } from '#shared/base/assert.ts';
import { passphraseProblems } from '../../journal/passphrase.ts';
import { changePassphrase, writePassphraseSlot } from '../../journal/slots.ts';
import { useVault } from '../../journal/useVault.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';
import { Progress } from '../../ui/Progress.tsx';

type Failure = 'wrong-passphrase' | 'damaged' | 'not-written' | 'still-open';

export interface PassphraseDialogProps {
  /** There is none yet. */
  readonly isFirst: boolean;
  readonly onClose: () => void;
  readonly onSet: () => void;
}

/** Chooses the first passphrase, or another one. Until the new one is written and proven, the old one holds. */
export function PassphraseDialog({ isFirst, onClose, onSet }: PassphraseDialogProps) {
  const { keyring } = useVault();
  const [present, setPresent] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [attempted, setAttempted] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const problems = passphraseProblems(passphrase, again);
  const shown = attempted ? problems : {};

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    if (isBusy || Object.keys(problems).length > 0) return;
    setBusy(true);
    setFailure(undefined);
    const outcome = isFirst
      ? await writePassphraseSlot(keyring, passphrase)
      : await changePassphrase(keyring, present, passphrase);
    setBusy(false);
    if (outcome.ok) onSet();
    else setFailure(outcome.error);
  };

  return (
    <Dialog
      title={isFirst ? 'Choose a passphrase' : 'Change the passphrase'}
      size="s"
      isOpen
      onOpenChange={() => (isBusy ? undefined : onClose())}
    >
      <form className="settings-passphrase" onSubmit={(event) => void submit(event)} noValidate>
        {isFirst ? (
          <>
            <p>
              Without it nobody who gets at this disk can read the journal. If you forget it, nobody can bring
              your words back, and neither can we.
            </p>
            <p className="aside">
              Copies of this folder made before today stay readable, and the key in them fits what you write
              from now on.
            </p>
          </>
        ) : (
          <PassphraseField
            label="Current passphrase"
            value={present}
            onChange={(text) => {
              setPresent(text);
              setFailure(undefined);
            }}
            problem={
              failure === 'wrong-passphrase'
                ? 'That is not the current passphrase. Nothing has changed.'
                : undefined
            }
            isDisabled={isBusy}
            autoFocus
          />
        )}
        <PassphraseField
          label={isFirst ? 'Passphrase' : 'New passphrase'}
          description="Four or more random words are best."
          value={passphrase}
          onChange={setPassphrase}
          problem={shown.passphrase}
          isDisabled={isBusy}
          autoFocus={isFirst}
        />
        <PassphraseField
          label={isFirst ? 'Passphrase again' : 'New passphrase again'}
          value={again}
          onChange={setAgain}
          problem={shown.again}
          isDisabled={isBusy}
        />
        {failure && failure !== 'wrong-passphrase' ? (
          <Notice look="problem">{sentenceFor(failure)}</Notice>
        ) : null}
        {isBusy ? (
          <Progress label="Making the lock: a few seconds, on purpose" value={undefined} detail="" />
        ) : (
          <div className="settings-actions settings-passphrase-actions">
            <Button onPress={onClose}>Cancel</Button>
            <Button look="primary" type="submit">
              {isFirst ? 'Set the passphrase' : 'Change it'}
            </Button>
          </div>
        )}
      </form>
    </Dialog>
  );
}

function sentenceFor(failure: Exclude<Failure, 'wrong-passphrase'>): string {
  switch (failure) {
    case 'not-written':
      return 'This computer did not let Stringwalk write it. Everything is as it was.';
    case 'still-open':
      return 'The passphrase is written, but the unprotected key beside it could not be removed. Try once more.';
    case 'damaged':
      return 'The present passphrase file could not be read. Nothing has changed.';
    default:
      return unreachable(failure);
  }
}
