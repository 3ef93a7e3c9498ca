import { type FormEvent, useState } from 'react';
import { unreachable } from '#shared/base/assert.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { passphraseProblems } from '../../journal/passphrase.ts';
import { useOwnNames } from '../../journal/people.ts';
import type { RekeyProblem } from '../../journal/rekey.ts';
import { changePassphrase } from '../../journal/slots.ts';
import { useStrength } from '../../journal/strength/useStrength.ts';
import { type Reopened, useReopen, useVault } from '../../journal/useVault.ts';
import { NewPassphrase } from '../../parts/NewPassphrase.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';
import { Progress } from '../../ui/Progress.tsx';

/** `not-kept`: something typed could not be saved, so the journal was not opened anew. */
type Failure = RekeyProblem | 'not-kept';

/** `first`: there is none yet. `leak`: somebody may know the present one, and with it the key. */
export type Purpose = 'first' | 'change' | 'leak';

export interface PassphraseDialogProps {
  readonly purpose: Purpose;
  readonly onClose: () => void;
  /** Whether everything is sealed under the key that came with it. */
  readonly onSet: (isAllSealed: boolean) => void;
}

/** A disk or shell that fails outright is one more way of not having written. */
const notWritten = () => err('not-written' as const);

const words = {
  first: {
    title: 'Choose a passphrase',
    field: 'Passphrase',
    button: 'Set the passphrase',
  },
  change: {
    title: 'Change the passphrase',
    field: 'New passphrase',
    button: 'Change it',
  },
  leak: {
    title: 'Somebody may know my passphrase',
    field: 'New passphrase',
    button: 'Seal everything anew',
  },
} as const satisfies Record<Purpose, object>;

/**
 * Chooses the first passphrase, or another one. Until the new one is written and proven, the old one holds. The first
 * one, and one in the place of a passphrase that leaked, come with a new key for everything.
 */
export function PassphraseDialog({ purpose, onClose, onSet }: PassphraseDialogProps) {
  const { keyring } = useVault();
  const reopen = useReopen();
  const isFirst = purpose === 'first';
  const said = words[purpose];
  const [present, setPresent] = useState('');
  const [chosen, setChosen] = useState({ passphrase: '', again: '' });
  const [attempted, setAttempted] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { passphrase, again } = chosen;
  const strength = useStrength(passphrase, useOwnNames());
  const shown = attempted ? passphraseProblems(passphrase, again, strength.guess) : {};

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    if (isBusy) return;
    setBusy(true);
    setFailure(undefined);
    const problems = passphraseProblems(passphrase, again, await strength.judge());
    if (Object.keys(problems).length > 0) return setBusy(false);
    const outcome = await set();
    setBusy(false);
    if (outcome.ok) onSet(outcome.value === 'sealed');
    else setFailure(outcome.error);
  };

  const set = async (): Promise<Result<Exclude<Reopened, 'not-kept'>, Failure>> => {
    if (purpose === 'change') {
      const changed = await changePassphrase(keyring, present, passphrase).catch(notWritten);
      return changed.ok ? ok('sealed') : changed;
    }
    const { rekey } = await import('../../journal/rekey.ts');
    const asked = { present: isFirst ? undefined : present, next: passphrase };
    const renewed = await rekey(keyring, asked).catch(notWritten);
    if (!renewed.ok) return renewed;
    const reopened = await reopen(renewed.value).catch(() => 'not-kept' as const);
    return reopened === 'not-kept' ? err(reopened) : ok(reopened);
  };

  return (
    <Dialog title={said.title} size="s" isOpen onOpenChange={() => (isBusy ? undefined : onClose())}>
      <form className="settings-passphrase" onSubmit={(event) => void submit(event)} noValidate>
        <WhatItDoes purpose={purpose} />
        {isFirst ? null : (
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
        <NewPassphrase
          label={said.field}
          passphrase={passphrase}
          again={again}
          onChange={(patch) => setChosen({ ...chosen, ...patch })}
          problems={shown}
          guess={strength.guess}
          isDisabled={isBusy}
          autoFocus={isFirst}
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
              {said.button}
            </Button>
          </div>
        )}
      </form>
    </Dialog>
  );
}

function WhatItDoes({ purpose }: { readonly purpose: Purpose }) {
  switch (purpose) {
    case 'change':
      return (
        <p className="aside">
          The key stays the same: an older copy of the passphrase file, on a stick or in a backup of this
          computer, still opens with the old passphrase. If somebody may know it, choose “Somebody may know my
          passphrase”.
        </p>
      );
    case 'first':
      return (
        <>
          <p>
            Without it nobody who gets at this disk can read the journal. Every page is sealed anew under a
            key that has never lain here in the open.
          </p>
          <OlderCopies />
        </>
      );
    case 'leak':
      return (
        <>
          <p>
            Every page is sealed anew under a new key. Whoever knows the old passphrase cannot open this
            journal with it any more.
          </p>
          <OlderCopies />
        </>
      );
    default:
      return unreachable(purpose);
  }
}

/** What no new key can call back. */
function OlderCopies() {
  return (
    <p className="aside">
      Copies of this folder and backups made until now stay as they are: the old key opens them, and nothing
      written from now on.
    </p>
  );
}

function sentenceFor(failure: Exclude<Failure, 'wrong-passphrase'>): string {
  switch (failure) {
    case 'not-written':
      return 'This computer did not let Stringwalk write it. Everything is as it was.';
    case 'still-open':
      return 'The passphrase is written, but the unprotected key beside it could not be removed. Try once more.';
    case 'not-kept':
      return 'The passphrase is set. Something you typed could not be saved just now, so your pages are sealed anew the next time the journal is opened.';
    case 'device-not-renewed':
      return 'The new passphrase is set, but the key store of this computer could not be given the new key. Lock the journal and open it with the new passphrase: then sealing anew goes on.';
    case 'damaged':
      return 'The present passphrase file could not be read. Nothing has changed.';
    default:
      return unreachable(failure);
  }
}
