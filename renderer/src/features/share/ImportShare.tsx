import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { ImportedShare } from './ImportedShare.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { troubleWords } from './importView.ts';
import { type ShareToOpen, useImport } from './useImport.ts';

export interface ImportShareProps {
  /** Whether the person is asked for a file, or the system gave one. */
  readonly from: 'import' | 'offered';
  readonly onEnd: () => void;
  /** Asks for another file. */
  readonly onAgain: () => void;
}

/** Opening a share, looking at what it would bring, and taking it in. Until the last step nothing changes. */
export function ImportShare({ from, onEnd, onAgain }: ImportShareProps) {
  const { state, isReady, open, match, join, stop, again } = useImport(from, onEnd);
  const heading = useRef<HTMLHeadingElement>(null);
  const { at } = state;
  useEffect(() => {
    if (at === 'opened' || at === 'joined') heading.current?.focus();
  }, [at]);

  switch (state.at) {
    case 'waiting':
      return <p className="aside">Choose the file that was sent to you.</p>;
    case 'locked':
      return (
        <PassphraseForm
          key={state.file.name}
          file={state.file}
          problem={state.problem}
          isReady={isReady}
          onOpen={(passphrase) => open(state.file, passphrase)}
          onCancel={onEnd}
        />
      );
    case 'opening':
      return (
        <section className="share-import">
          <h2 className="share-title">Import a share</h2>
          <Progress
            label="Opening the share"
            value={undefined}
            detail="This takes a few seconds"
            onCancel={() => stop(state.file)}
          />
        </section>
      );
    case 'opened':
      return (
        <ImportPreview
          heading={heading}
          opened={state.opened}
          busy={state.busy}
          onMatch={(stranger, to) => match(state.opened, stranger, to)}
          onJoin={() => join(state.opened)}
          onCancel={onEnd}
        />
      );
    case 'joined':
      return <ImportedShare heading={heading} opened={state.opened} onEnd={onEnd} />;
    default:
      return (
        <section className="share-import">
          <h2 className="share-title">Import a share</h2>
          <Notice look="problem">{troubleWords(state.trouble)} Nothing in your journal was changed.</Notice>
          <div className="share-actions">
            <Button onPress={onEnd}>Not now</Button>
            <Button look="primary" onPress={from === 'import' ? again : onAgain} autoFocus>
              Choose another file
            </Button>
          </div>
        </section>
      );
  }
}

interface PassphraseFormProps {
  readonly file: ShareToOpen;
  readonly problem: string | undefined;
  readonly isReady: boolean;
  readonly onOpen: (passphrase: string) => void;
  readonly onCancel: () => void;
}

function PassphraseForm({ file, problem, isReady, onOpen, onCancel }: PassphraseFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    if (passphrase.trim() === '') setMissing(true);
    else onOpen(passphrase);
  };
  const missing = isMissing ? 'Type the passphrase you were told.' : undefined;
  return (
    <form className="share-import" onSubmit={submit} noValidate>
      <h2 className="share-title">Import a share</h2>
      <p className="share-file">
        <Icon name="file" />
        <bdi>{file.name}</bdi>
      </p>
      <PassphraseField
        label="Passphrase"
        description="The words you were told for this file. It has nothing to do with the one for your journal."
        value={passphrase}
        onChange={(typed) => {
          setMissing(false);
          setPassphrase(typed);
        }}
        problem={missing ?? (passphrase === '' ? problem : undefined)}
        autoFocus
      />
      <div className="share-actions">
        <Button onPress={onCancel}>Not now</Button>
        <Button look="primary" type="submit" isDisabled={!isReady}>
          Open
        </Button>
      </div>
    </form>
  );
}
