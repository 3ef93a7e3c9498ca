import { useCallback, useEffect, useState } from 'react';
import type { BackupList } from '#shared/shell/backupContract.ts';
import { useBackupState } from '../../journal/backup/useBackups.ts';
import { shell } from '../../journal/shell.ts';

/**
 * What lies in the folders, looked up anew whenever something was done; undefined for the moment that takes. The second
 * folder may take its time: until it answers, it is shown as it was seen last.
 */
export function useBackupList(): {
  readonly list: BackupList | undefined;
  readonly refresh: () => Promise<void>;
} {
  const { doing } = useBackupState();
  const [list, setList] = useState<BackupList>();
  const refresh = useCallback(async () => {
    const seen = await shell.listBackups({ second: 'as-seen' });
    setList((before) => before ?? seen);
    setList(await shell.listBackups({ second: 'now' }));
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is being done is why to look again
  useEffect(() => void refresh(), [refresh, doing]);
  return { list, refresh };
}
