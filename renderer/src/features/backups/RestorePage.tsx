import { useState } from 'react';
import { Link } from 'wouter';
import { unreachable } from '#shared/base/assert.ts';
import type { RestoreSource } from '../../journal/backup/backupMessages.ts';
import { shell } from '../../journal/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { toast } from '../../ui/Toast.tsx';
import { Preview } from './Preview.tsx';
import { isAllHere, joinedWords, lastStepWords, restoreTroubleWords } from './restoreView.ts';
import { type FolderProblem, useRestore } from './useRestore.ts';
import { useSlots } from './useSlots.ts';

export interface RestorePageProps {
  readonly source: RestoreSource;
  /** Its name, or when it was made. */
  readonly title: string;
  readonly onEnd: () => void;
}

const workingWords = {
  'backing-up': 'First, a backup of your journal as it is',
  joining: 'Bringing it back',
  writing: 'Writing a journal of its own',
} as const;

/** From a backup to what it brings back. Nothing is changed before the person says so. */
export function RestorePage({ source, title, onEnd }: RestorePageProps) {
  const { state, canJoin, join, putBeside, putApart, stop } = useRestore(source);
  const [folderProblem, setFolderProblem] = useState<FolderProblem>();
  const slots = useSlots();

  return (
    <div className="backups">
      <PageHeader
        title="Restore"
        eyebrow={
          // The page it leads to is this one: only the restore on it ends.
          <Link href="/settings/backups" onClick={onEnd}>
            Backups
          </Link>
        }
      >
        {title}
      </PageHeader>
      {content()}
    </div>
  );

  function folderNotice() {
    if (!folderProblem) return null;
    return (
      <Notice look="problem">
        {folderProblem === 'not-empty'
          ? 'That folder is not empty. Choose an empty one, or make a new one.'
          : 'That folder cannot be written to. Choose another one.'}
      </Notice>
    );
  }

  function content() {
    switch (state.at) {
      case 'reading':
        return <Progress label="Reading the backup to its last word" value={state.done} onCancel={onEnd} />;
      case 'working':
        return (
          <Progress
            label={workingWords[state.what]}
            value={state.what === 'backing-up' ? undefined : state.done}
            {...(state.what === 'backing-up' ? { detail: '' } : {})}
            onCancel={stop}
          />
        );
      case 'last':
        return (
          <Progress
            label={workingWords[state.what]}
            value={undefined}
            detail={lastStepWords}
            onCancel={stop}
            canCancel={false}
          />
        );
      case 'preview':
        return (
          <>
            <Preview preview={state.preview} />
            {canJoin ? null : <p>{restoreTroubleWords({ why: 'read-only' })}</p>}
            {folderNotice()}
            <div className="backups-actions">
              {isAllHere(state.preview) || !canJoin ? null : (
                <Button look="primary" onPress={() => join(state.preview)}>
                  Bring it back into this journal
                </Button>
              )}
              {/* A copy made before an upgrade holds no photos: beside this journal it would show holes. */}
              {'file' in source ? (
                <Button icon="folder" onPress={() => void putBeside().then(setFolderProblem)}>
                  Open it as a journal of its own
                </Button>
              ) : null}
              <Button onPress={onEnd}>Leave everything as it is</Button>
            </div>
          </>
        );
      case 'joined':
        return (
          <>
            <Notice title="It is back.">{joinedWords(state.preview)}</Notice>
            <Actions onEnd={onEnd} />
          </>
        );
      case 'beside':
        return (
          <>
            <Notice title="It is a journal of its own now.">
              It lies in <code className="backups-path">{state.path}</code> and opens{' '}
              {slots?.open
                ? 'without a passphrase, as this one does: whoever can open that folder can read it.'
                : 'with the same passphrase as this one.'}{' '}
              The two do not mix.
            </Notice>
            <div className="backups-actions">
              <Button look="primary" onPress={() => void openIt()}>
                Open it now
              </Button>
              <Button onPress={onEnd}>Done</Button>
            </div>
          </>
        );
      case 'refused':
        return (
          <>
            <Notice look="problem">{restoreTroubleWords(state.trouble)}</Notice>
            {folderNotice()}
            {state.trouble.why === 'another-persons' ? (
              <div className="backups-actions">
                <Button look="primary" icon="folder" onPress={() => void putApart().then(setFolderProblem)}>
                  Put it in a folder of its own
                </Button>
                <Button onPress={onEnd}>Leave everything as it is</Button>
              </div>
            ) : (
              <Actions onEnd={onEnd} />
            )}
          </>
        );
      default:
        return unreachable(state);
    }
  }
}

async function openIt(): Promise<void> {
  await shell.openSeparate();
  toast({ message: 'It opens in a window of its own.' });
}

function Actions({ onEnd }: { readonly onEnd: () => void }) {
  return (
    <div className="backups-actions">
      <Button look="primary" onPress={onEnd}>
        Done
      </Button>
    </div>
  );
}
