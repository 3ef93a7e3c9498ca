import { type FormEvent, useState } from 'react';
import type { RestoreLock } from '../../journal/backup/restore.ts';
import { recipientOfTyped } from '../../journal/backup/restoreKeys.ts';
import { passphraseProblems } from '../../journal/passphrase.ts';
import { useStrength } from '../../journal/strength/useStrength.ts';
import { NewPassphrase } from '../../parts/NewPassphrase.tsx';
import { Button } from '../../ui/Button.tsx';
import type { Key } from './useFreshRestore.ts';

export interface BringBackFormProps {
  /** What opened the backup. */
  readonly opened: Key;
  /** Whose journal it is: a name is soon guessed. */
  readonly name: string;
  /** Sound keys of this journal lie here. */
  readonly isHere: boolean;
  readonly onBringBack: (lock: RestoreLock) => void;
  readonly onCancel: () => void;
}

/** The last question: whoever came with the recovery key has no passphrase to go on with, and chooses one. */
export function BringBackForm({ opened, name, isHere, onBringBack, onCancel }: BringBackFormProps) {
  const [chosen, setChosen] = useState({ passphrase: '', again: '' });
  const [isTried, setIsTried] = useState(false);
  const { passphrase, again } = chosen;
  const strength = useStrength(passphrase, [name]);
  const problems = isTried ? passphraseProblems(passphrase, again, strength.guess) : {};

  const bringBack = async (event: FormEvent) => {
    event.preventDefault();
    if (opened.by !== 'recovery') {
      const keepsItsLock = isHere || opened.by === 'own';
      return onBringBack(keepsItsLock ? 'as-it-is' : { passphrase: opened.typed });
    }
    setIsTried(true);
    const found = passphraseProblems(passphrase, again, await strength.judge());
    if (Object.keys(found).length > 0) return;
    onBringBack({ passphrase, recipient: await recipientOfTyped(opened.typed) });
  };

  return (
    <form className="restore-form" onSubmit={(event) => void bringBack(event)} noValidate>
      {opened.by === 'recovery' ? (
        <>
          <p>
            Choose the passphrase that opens the journal here. Your recovery sheet goes on to open it too.
          </p>
          <NewPassphrase
            label="New passphrase"
            passphrase={passphrase}
            again={again}
            onChange={(patch) => setChosen((before) => ({ ...before, ...patch }))}
            problems={problems}
            guess={strength.guess}
          />
        </>
      ) : null}
      <div className="backups-actions">
        <Button look="primary" type="submit">
          Bring this journal back
        </Button>
        <Button onPress={onCancel}>Back</Button>
      </div>
    </form>
  );
}
