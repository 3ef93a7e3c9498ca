/** @file What lies in a folder of backups, whichever it is. */
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupFolderProblem, ListedBackup } from '#shared/shell/backupContract.ts';
import { isAbsence } from '../files.ts';
import { madeAt, unfinishedSuffix } from './backupNames.ts';
import { writeProblem } from './writeProblem.ts';

export type FoundBackup = Pick<ListedBackup, 'name' | 'at' | 'bytes'>;

export async function backupsIn(folder: string): Promise<readonly FoundBackup[]> {
  const files: FoundBackup[] = [];
  for (const name of await readdir(folder)) {
    const at = madeAt(name);
    if (at === undefined) continue;
    const { size } = await stat(join(folder, name));
    files.push({ name, at, bytes: size });
  }
  return files;
}

/** Removes what was left of backups that were being written. */
export async function clearUnfinishedIn(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const isOurs =
      name.endsWith(unfinishedSuffix) && madeAt(name.slice(0, -unfinishedSuffix.length)) !== undefined;
    if (isOurs) await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

/** Tried, not asked: permission bits say nothing about full disks and read-only mounts. */
export async function writingProblem(folder: string): Promise<BackupFolderProblem | undefined> {
  const probe = join(folder, `.stringwalk-${process.pid}`);
  try {
    const file = await open(probe, 'w', 0o600);
    await file.close();
    await rm(probe);
    return undefined;
  } catch (error) {
    return isAbsence(error) ? 'absent' : writeProblem(error);
  }
}
