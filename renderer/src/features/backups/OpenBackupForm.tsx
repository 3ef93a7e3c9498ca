import { type FormEvent, useState } from 'react';
import { RecoveryKeyField } from '../../parts/RecoveryKeyField.tsx';
import { Button } from '../../ui/Button.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import type { ChosenBackup, TypedKey } from './useFreshRestore.ts';

export interface OpenBackupFormProps {
  readonly file: ChosenBackup;
  readonly problem: string | undefined;
  readonly isBusy: boolean;
  readonly onOpen: (key: TypedKey) => void;
  readonly onCancel: () => void;
}

/** Asks for what opens a backup: the passphrase, where its file lies beside it, or the recovery key. */
export function OpenBackupForm({ file, problem, isBusy, onOpen, onCancel }: OpenBackupFormProps) {
  const hasPassphrase = file.slots.passphrase !== undefined;
  const [by, setBy] = useState<TypedKey['by']>(hasPassphrase ? 'passphrase' : 'recovery');
  const [typed, setTyped] = useState('');

  const open = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy && typed.trim() !== '') onOpen({ by, typed });
  };

  return (
    <form className="restore-form" onSubmit={open}>
      <p>
        <bdi>{file.name}</bdi>
      </p>
      {hasPassphrase ? (
        <Segmented
          label="Open it with"
          value={by}
          onChange={(chosen) => {
            setBy(chosen);
            setTyped('');
          }}
          choices={[
            { value: 'passphrase', label: 'The passphrase' },
            { value: 'recovery', label: 'The recovery key' },
          ]}
        />
      ) : (
        <p className="aside">
          No file with a passphrase lies beside this backup, so it opens with the recovery key only.
        </p>
      )}
      {by === 'passphrase' ? (
        <PassphraseField
          label="Passphrase"
          description="The one of the journal on the other computer."
          value={typed}
          onChange={setTyped}
          problem={problem}
          isDisabled={isBusy}
          autoFocus
        />
      ) : (
        <RecoveryKeyField value={typed} onChange={setTyped} problem={problem} isDisabled={isBusy} autoFocus />
      )}
      <div className="backups-actions">
        <Button look="primary" type="submit" isPending={isBusy}>
          {isBusy ? 'Opening…' : 'Open the backup'}
        </Button>
        <Button onPress={onCancel}>Back</Button>
      </div>
    </form>
  );
}
