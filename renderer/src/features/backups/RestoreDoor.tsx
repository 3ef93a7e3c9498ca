import './backups.css';
import './restoreDoor.css';
import { useEffect, useRef } from 'react';
import { unreachable } from '#shared/base/assert.ts';
import { Button } from '../../ui/Button.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { BringBackForm } from './BringBackForm.tsx';
import { OpenBackupForm } from './OpenBackupForm.tsx';
import { Preview } from './Preview.tsx';
import { lastStepWords, restoreTroubleWords } from './restoreView.ts';
import { type LayJournal, type OwnKeys, useFreshRestore } from './useFreshRestore.ts';

export interface RestoreDoorProps<Parts> {
  /** Where the pages are gone and the keys are not. */
  readonly own?: OwnKeys | undefined;
  /** Where something lies here: what becomes of it. */
  readonly isHere?: boolean;
  readonly restore: LayJournal<Parts>;
  readonly onRestored: (parts: Parts) => void;
  readonly onCancel: () => void;
}

/** A new computer, and a backup of the journal that was on another one. */
export function RestoreDoor<Parts>(props: RestoreDoorProps<Parts>) {
  const { own, isHere = false, restore, onRestored, onCancel } = props;
  const { state, choose, unlock, bringBack, stop, stopLaying } = useFreshRestore(restore, own, onRestored);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  return (
    <main className="restore-door">
      <Logo size={30} withName />
      <h1 ref={heading} tabIndex={-1}>
        Bring a journal back
      </h1>
      {content()}
    </main>
  );

  function content() {
    switch (state.at) {
      case 'choosing':
        return (
          <>
            <p>
              Choose a backup
              {isHere ? (
                <>
                  ; the newest are in the folder <code>backups</code> of your journal
                </>
              ) : (
                ' from the folder it was copied to'
              )}
              . If the file <code>passphrase.age</code> lies beside it, your passphrase opens it. Your
              recovery key opens those made since there was one, and older ones where{' '}
              <code>recovery.age</code> lies beside them.
            </p>
            <Ways onAgain={choose} onCancel={onCancel} label="Choose the backup" />
          </>
        );
      case 'locked':
      case 'unlocking':
        return (
          <OpenBackupForm
            key={state.file.name}
            file={state.file}
            problem={state.at === 'locked' ? state.problem : undefined}
            isBusy={state.at === 'unlocking'}
            onOpen={(key) => unlock(state.file, key)}
            onCancel={onCancel}
          />
        );
      case 'reading':
        return <Progress label="Reading the backup to its last word" value={state.done} onCancel={stop} />;
      case 'preview':
        return (
          <>
            <Preview preview={state.preview} />
            {isHere ? (
              <p>
                What lies in the folder of this journal and still opens stays, and is joined with it. What
                does not open is set aside in that folder; nothing is deleted.
              </p>
            ) : null}
            <BringBackForm
              opened={state.key}
              name={state.preview.about.name}
              isHere={own !== undefined}
              onBringBack={bringBack}
              onCancel={onCancel}
            />
          </>
        );
      case 'laying':
        return (
          <Progress
            label="Bringing your journal back"
            value={state.isLast ? undefined : state.done}
            detail={state.isLast ? lastStepWords : undefined}
            onCancel={stopLaying}
            canCancel={!state.isLast}
          />
        );
      case 'refused':
        return (
          <>
            <Notice look="problem">{restoreTroubleWords(state.trouble)}</Notice>
            <Ways onAgain={choose} onCancel={onCancel} label="Choose another backup" />
          </>
        );
      default:
        return unreachable(state);
    }
  }
}

function Ways(props: {
  readonly onAgain: () => void;
  readonly onCancel: () => void;
  readonly label: string;
}) {
  return (
    <div className="backups-actions">
      <Button look="primary" icon="folder" onPress={props.onAgain}>
        {props.label}
      </Button>
      <Button onPress={props.onCancel}>Back</Button>
    </div>
  );
}
