import type { PassphraseProblems } from '../../journal/passphrase.ts';
import { usePair } from '../../journal/people.ts';
import { Button } from '../../ui/Button.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import type { Choice } from '../../ui/Select.tsx';
import type { LockDraft } from './useExport.ts';

export interface LockStepProps {
  readonly lock: LockDraft;
  readonly onChange: (patch: Partial<LockDraft> | 'other-words') => void;
  readonly problems: PassphraseProblems;
}

const ways: readonly Choice<LockDraft['way']>[] = [
  { value: 'spoken', label: 'Five words to say on the walk', detail: 'Made up for this share alone.' },
  { value: 'own', label: 'A passphrase the two of you have', detail: 'At least eight characters.' },
];

/** The passphrase that the file is locked with. */
export function LockStep({ lock, onChange, problems }: LockStepProps) {
  const { buddy } = usePair();
  return (
    <div className="share-lock">
      <p>
        Whoever has the file and the passphrase can read what leaves. Say it to <bdi>{buddy.name}</bdi> face
        to face or on the phone, and send only the file.
      </p>
      <RadioGroup
        label="Lock it with"
        value={lock.way}
        onChange={(way) => onChange({ way })}
        choices={ways}
      />
      {lock.way === 'spoken' ? (
        <div className="share-words">
          <output className="share-spoken" aria-label="Passphrase">
            {lock.spoken}
          </output>
          <Button look="plain" size="s" onPress={() => onChange('other-words')}>
            Other words
          </Button>
        </div>
      ) : (
        <div className="share-own">
          <PassphraseField
            label="Passphrase"
            value={lock.own}
            onChange={(own) => onChange({ own })}
            problem={problems.passphrase}
          />
          <PassphraseField
            label="The same again"
            value={lock.again}
            onChange={(again) => onChange({ again })}
            problem={problems.again}
          />
        </div>
      )}
    </div>
  );
}
