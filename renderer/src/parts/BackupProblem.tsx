import type { ReactNode } from 'react';
import type { BackupProblem as Problem } from '../journal/backup/backups.ts';
import { useBackupState, useLastBackup } from '../journal/backup/useBackups.ts';
import { Notice } from '../ui/Notice.tsx';

/** Why the last backup was not made, until the next one is. What was stopped by hand, only if asked to say so. */
export function BackupProblem({
  saysStopped = false,
  action,
}: {
  readonly saysStopped?: boolean;
  readonly action?: ReactNode;
}) {
  const last = useLastBackup();
  const { doing } = useBackupState();
  if (!last || doing !== 'nothing') return null;
  if (last.ok) {
    const isSaid = saysStopped && last.value.isCopyStopped;
    return isSaid ? <Notice>{copyStoppedWords}</Notice> : null;
  }
  const isStopped = last.error === 'cancelled' || last.error === 'read-back-stopped';
  if (isStopped && !saysStopped) return null;
  return (
    <Notice look={isStopped ? 'info' : 'problem'} action={action}>
      {problemWords(last.error)}
    </Notice>
  );
}

const copyStoppedWords =
  'Copying it to the second folder was stopped, and nothing half is there. The backup beside your journal stands; the next one is copied again.';

function problemWords(problem: Problem): string {
  switch (problem) {
    case 'cancelled':
      return 'The backup was stopped. The ones before it are as they were.';
    case 'read-back-stopped':
      return 'The backup was written; reading it back was stopped. It stays, and is read back later. The ones before it are as they were.';
    case 'read-back-failed':
      return 'The backup was written, and could not be read back just now. It stays, and is read back later. The ones before it are as they were.';
    case 'no-room':
      return 'There is too little room on this disk for another backup. Your journal and the backups before it are as they were; free some room, and it is tried again.';
    case 'cannot-write':
      return 'The backup could not be written to this disk. Your journal and the backups before it are as they were.';
    case 'damaged':
      return 'What was written did not read back as it should, so it was removed. If this happens again, this disk may be failing: choose a second folder on another one.';
    default:
      return 'The backup could not be made just now. Your journal and the backups before it are as they were.';
  }
}
