import { useCallback, useEffect, useState } from 'react';
import type { BackupList } from '#shared/shell/backupContract.ts';
import { useBackupState } from '../../journal/backup/useBackups.ts';
import { shell } from '../../journal/shell.ts';

/** What lies in the folders, looked up anew whenever something was done; undefined for the moment that takes. */
export function useBackupList(): {
  readonly list: BackupList | undefined;
  readonly refresh: () => Promise<void>;
} {
  const { doing } = useBackupState();
  const [list, setList] = useState<BackupList>();
  const refresh = useCallback(async () => setList(await shell.listBackups()), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is being done is why to look again
  useEffect(() => void refresh(), [refresh, doing]);
  return { list, refresh };
}
