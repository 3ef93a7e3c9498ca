import { type FormEvent, useState } from 'react';
import type { RestoreLock } from '../../journal/backup/restore.ts';
import { recipientOfTyped } from '../../journal/backup/restoreKeys.ts';
import { passphraseProblems } from '../../journal/passphrase.ts';
import { Button } from '../../ui/Button.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';
import type { Key } from './useFreshRestore.ts';

export interface BringBackFormProps {
  /** What opened the backup. */
  readonly opened: Key;
  /** Keys of this journal lie here. */
  readonly isHere: boolean;
  readonly onBringBack: (lock: RestoreLock) => void;
  readonly onCancel: () => void;
}

/** The last question: whoever came with the recovery key has no passphrase to go on with, and chooses one. */
export function BringBackForm({ opened, isHere, onBringBack, onCancel }: BringBackFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isNew = opened.by === 'recovery';
  const problems = isTried && isNew ? passphraseProblems(passphrase, again) : {};

  const bringBack = async (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (opened.by !== 'recovery') {
      const keepsItsLock = isHere || opened.by === 'own';
      return onBringBack(keepsItsLock ? 'as-it-is' : { passphrase: opened.typed, isHere });
    }
    if (Object.keys(passphraseProblems(passphrase, again)).length > 0) return;
    onBringBack({ passphrase, recipient: await recipientOfTyped(opened.typed), isHere });
  };

  return (
    <form className="restore-form" onSubmit={(event) => void bringBack(event)} noValidate>
      {isNew ? (
        <>
          <p>Choose the passphrase that opens the journal here. Your recovery key goes on to open it too.</p>
          <div className="restore-pair">
            <PassphraseField
              label="New passphrase"
              description="Four or more random words are best."
              value={passphrase}
              onChange={setPassphrase}
              problem={problems.passphrase}
            />
            <PassphraseField
              label="New passphrase again"
              value={again}
              onChange={setAgain}
              problem={problems.again}
            />
          </div>
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
