import { outlived } from '#shared/share/rotation.ts';
import type { BackupList } from '#shared/shell/backupContract.ts';
import { shell } from '../shell.ts';
import { knownIn } from './known.ts';

/** Removes what has had its time, in either folder. What this journal does not know stays. */
export async function letGo(list: BackupList, made: string): Promise<void> {
  for (const place of ['own', 'second'] as const) {
    for (const name of outlived(knownIn(list, place), made)) await shell.removeBackup({ place, name });
  }
}
