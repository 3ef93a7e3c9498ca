/** @file When a backup is due. Pure. */
import { dayOf } from '#shared/base/time.ts';
import type { BackupList, ListedBackup } from '#shared/shell/backupContract.ts';

const hourMs = 3_600_000;

/** The newest backup beside the journal that was found whole. */
export function newestVerified({ files }: BackupList): ListedBackup | undefined {
  return files
    .filter(({ place, facts }) => place === 'own' && facts?.verifiedAt !== undefined)
    .toSorted((a, b) => b.at - a.at)[0];
}

/** Whether something was written since. Rows are only ever added. */
export function hasChanged(newest: ListedBackup | undefined, rows: number): boolean {
  return newest?.facts?.rows !== rows;
}

/** Hourly while something changes, and on the first open of a day. A clock that was set back makes no difference. */
export function isDue(newest: ListedBackup | undefined, rows: number, now: number): boolean {
  if (!newest) return true;
  if (!hasChanged(newest, rows)) return false;
  return dayOf(newest.at) !== dayOf(now) || Math.abs(now - newest.at) >= hourMs;
}
