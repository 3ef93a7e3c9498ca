import type { ReactNode } from 'react';
import type { BackupProblem as Problem } from '../journal/backup/backups.ts';
import { useBackupState, useLastBackup } from '../journal/backup/useBackups.ts';
import { Notice } from '../ui/Notice.tsx';

/** Why the last backup was not made, until the next one is. Where it was stopped by hand, only if asked to say so. */
export function BackupProblem({
  saysStopped = false,
  action,
}: {
  readonly saysStopped?: boolean;
  readonly action?: ReactNode;
}) {
  const last = useLastBackup();
  const { doing } = useBackupState();
  if (!last || last.ok || doing !== 'nothing') return null;
  const isStopped = last.error === 'cancelled';
  if (isStopped && !saysStopped) return null;
  return (
    <Notice look={isStopped ? 'info' : 'problem'} action={action}>
      {problemWords(last.error)}
    </Notice>
  );
}

function problemWords(problem: Problem): string {
  switch (problem) {
    case 'cancelled':
      return 'The backup was stopped. The ones before it are as they were.';
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
