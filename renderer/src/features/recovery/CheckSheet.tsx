import { type FormEvent, useRef, useState } from 'react';
import { readTypedGroup, typedProblemWords, wordsIn } from '#shared/recovery/typedKey.ts';
import type { RecoveryKey } from '../../journal/recovery.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';

export interface CheckSheetProps {
  readonly recovery: RecoveryKey;
  readonly asked: readonly [number, number];
  /** They were right, but that could not be kept. */
  readonly failed: boolean;
  readonly onRight: () => Promise<void>;
  readonly onBack: () => void;
  readonly onLater: () => void;
}

/** Two groups, typed from the paper: then it is there, and can be read. */
export function CheckSheet({ recovery, asked, failed, onRight, onBack, onLater }: CheckSheetProps) {
  const [typed, setTyped] = useState<readonly [string, string]>(['', '']);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const problems = asked.map((number, index) => problemOf(recovery, number, typed[index] ?? ''));

  const check = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const wrong = problems.findIndex((problem) => problem !== undefined);
    if (wrong >= 0) return form.current?.querySelectorAll('input')[wrong]?.focus();
    setBusy(true);
    await onRight();
    setBusy(false);
  };

  return (
    <form ref={form} className="recovery-check" onSubmit={(event) => void check(event)} noValidate>
      {asked.map((number, index) => (
        <TextField
          key={number}
          label={`Group ${number}`}
          description="Four words."
          value={typed[index] ?? ''}
          onChange={(text) => {
            setTried(false);
            setTyped((before) => (index === 0 ? [text, before[1]] : [before[0], text]));
          }}
          problem={isTried ? problems[index] : undefined}
          isDisabled={isBusy}
          autoFocus={index === 0}
          autoComplete="off"
          autoCorrect="off"
          spellCheck="false"
        />
      ))}
      {failed ? (
        <Notice look="problem" title="That could not be written just now.">
          The words were right. Free some room on the disk if it is full, and press Check once more.
        </Notice>
      ) : null}
      <div className="recovery-actions">
        <Button look="primary" type="submit" isPending={isBusy}>
          Check
        </Button>
        <Button onPress={onBack}>Back to the sheet</Button>
        <Button look="plain" onPress={onLater}>
          Later
        </Button>
      </div>
    </form>
  );
}

function problemOf({ groups }: RecoveryKey, number: number, typed: string): string | undefined {
  const read = readTypedGroup(number, typed);
  if (!read.ok)
    return read.error.why === 'nothing'
      ? `Type the four words beside the number ${number}.`
      : typedProblemWords(read.error);
  const isSame = wordsIn(typed).join(' ') === groups[number - 1]?.join(' ');
  return isSame ? undefined : `That is not what group ${number} of this sheet says. Is it an earlier sheet?`;
}
