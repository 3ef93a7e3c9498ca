import type { ReactNode } from 'react';
import { useBackupState, useLastBackup } from '../journal/backup/useBackups.ts';
import { Notice } from '../ui/Notice.tsx';
import { unreadWords } from './unreadWords.ts';

/** What the last backup had to do without, until the next one is made. */
export function BackupUnread({ action }: { readonly action: ReactNode }) {
  const last = useLastBackup();
  const { doing } = useBackupState();
  const words =
    last?.ok && doing === 'nothing' ? unreadWords(last.value.facts, 'the newest backup') : undefined;
  if (!words) return null;
  return (
    <Notice look="warn" action={action}>
      {words}
    </Notice>
  );
}
