import './recovery.css';
import { type FormEvent, useRef, useState } from 'react';
import { unreachable } from '#shared/base/assert.ts';
import type { Result } from '#shared/base/result.ts';
import { typedProblemWords } from '#shared/recovery/typedKey.ts';
import type { RecoveryProblem } from '../../journal/recovery.ts';
import { RecoveryKeyField } from '../../parts/RecoveryKeyField.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PassphraseStep, type ProtectProblem } from './PassphraseStep.tsx';

export type DoorProblem =
  | RecoveryProblem
  /** The key opens its file, but these pages are of another journal. */
  | { readonly why: 'other-pages' }
  | { readonly why: 'not-opened' }
  | { readonly why: 'no-room' };

export interface ForgotPassphraseProps<Opened> {
  /** Whether a recovery file lies on this computer at all. */
  readonly hasFile: boolean;
  /** False where the journal had no passphrase, and the file that opened it without one is damaged. */
  readonly wasProtected: boolean;
  /** Whether a key lay on this computer as it is: then there is another one from now on. */
  readonly layOpen: boolean;
  readonly open: (typed: string) => Promise<Result<Opened, DoorProblem>>;
  /** Answers with the journal as it is open from then on. Undefined where it can only be read: its keys stay. */
  readonly protect:
    | ((opened: Opened, passphrase: string) => Promise<Result<Opened, ProtectProblem>>)
    | undefined;
  /** The names in the journal, which would make a poor passphrase. */
  readonly namesIn: (opened: Opened) => readonly string[];
  readonly onOpened: (opened: Opened) => void;
  readonly onBack: () => void;
  /** By way of a backup, whose keys may be whole. */
  readonly onRestore: (() => void) | undefined;
}

/** The recovery key, then a new passphrase at once: nobody should need the sheet twice. */
export function ForgotPassphrase<Opened>(props: ForgotPassphraseProps<Opened>) {
  const { hasFile, wasProtected, open, protect, onOpened, onBack, onRestore } = props;
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<DoorProblem>();
  const [isBusy, setBusy] = useState(false);
  const [opened, setOpened] = useState<Opened>();
  const form = useRef<HTMLFormElement>(null);

  if (opened !== undefined && protect)
    return (
      <PassphraseStep
        names={props.namesIn(opened)}
        layOpen={props.layOpen}
        protect={(passphrase) => protect(opened, passphrase)}
        onProtected={onOpened}
      />
    );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    const outcome = await open(typed);
    setBusy(false);
    if (outcome.ok) {
      // The words have done their work.
      setTyped('');
      if (protect) setOpened(outcome.value);
      else onOpened(outcome.value);
      return;
    }
    setProblem(outcome.error);
    form.current?.querySelector('textarea')?.focus();
  };

  return (
    <>
      <h1>{wasProtected ? 'Forgot the passphrase?' : 'The key of this journal is damaged'}</h1>
      {hasFile ? (
        <p>
          {wasProtected
            ? 'Your recovery sheet opens the journal. Nothing is changed until it has.'
            : 'The file that opens it without a passphrase could not be read. Your pages are untouched, and your recovery sheet opens them. If you have none, bring back the file open.txt from a copy of the folder.'}
        </p>
      ) : (
        <Notice look="warn" title="No recovery file lies on this computer.">
          {sentenceFor({ why: 'no-slot' })}
        </Notice>
      )}
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        {hasFile ? (
          <RecoveryKeyField
            value={typed}
            onChange={(text) => {
              setTyped(text);
              setProblem(undefined);
            }}
            problem={problem && sentenceFor(problem)}
            autoFocus
          />
        ) : null}
        <div className="recovery-actions">
          {hasFile ? (
            <Button look="primary" type="submit" isPending={isBusy}>
              {isBusy ? 'Opening…' : 'Open with the sheet'}
            </Button>
          ) : null}
          {onRestore ? (
            <Button onPress={onRestore} isDisabled={isBusy}>
              Restore a backup
            </Button>
          ) : null}
          {wasProtected ? <Button onPress={onBack}>Back</Button> : null}
        </div>
      </form>
    </>
  );
}

function sentenceFor(problem: DoorProblem): string {
  switch (problem.why) {
    case 'no-slot':
      return 'A sheet cannot open the journal without it. Your pages are untouched. Try your passphrase again, or put back the file recovery.age from a folder of backups.';
    case 'wrong-key':
      return 'These words are in order, but they do not open this journal: they belong to another one, or a newer sheet has replaced them. Nothing has changed. Look for the newest sheet and try again.';
    case 'damaged':
      return 'The recovery file of this journal could not be read. Your pages are untouched. Bring back a backup: the sheet opens it, and the key comes back with it.';
    case 'other-pages':
      return 'The key is right, but the pages here are those of another journal. Nothing was removed. If you moved or restored the folder by hand, bring all of it back.';
    case 'no-room':
      return 'There is too little room on this disk to open the journal. Nothing has changed; free some room and try again.';
    case 'not-opened':
      return 'The journal could not be opened just now. Nothing has changed; try again.';
    case 'nothing':
    case 'unknown-word':
    case 'misfit':
    case 'words-missing':
    case 'words-too-many':
    case 'text-damaged':
      return typedProblemWords(problem);
    default:
      return unreachable(problem);
  }
}
