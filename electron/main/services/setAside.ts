/** @file What makes room for a journal that is brought back: kept beside it as it lay, file by file. */
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Contract } from '#shared/shell/contract.ts';
import { hasRoom } from './backups/backupRoom.ts';
import { writeProblem } from './backups/writeProblem.ts';
import { bytesBelow, copyFolder } from './copying.ts';
import { flushFolder, isAbsence } from './files.ts';

/** By what is set aside: the folders it lies in, from the data folder on. */
const folders = {
  keys: ['journal/slots', 'journal/spare'],
  database: ['IndexedDB'],
} as const satisfies Record<Contract['setAside']['input']['what'], readonly string[]>;

/** The browser holds it, on some systems so that nobody can read it, and nothing is in it. */
const lockFile = 'LOCK';

/** Copies it beside the journal. It counts once every file of the copy is on the disk and was read back. */
export async function setAside(
  dataFolder: string,
  { what, whose }: Contract['setAside']['input'],
): Promise<Result<void, 'cannot-write' | 'no-room'>> {
  const journal = join(dataFolder, 'journal');
  const aside = join(journal, `aside-${whose}-${what}-${Date.now()}`);
  const unfinished = `${aside}.part`;
  try {
    let bytes = 0;
    for (const folder of folders[what]) bytes += await bytesBelow(join(dataFolder, folder));
    if (!(await hasRoom(journal, bytes, { folder: dataFolder, storeBytes: 0 }))) return err('no-room');
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    for (const folder of folders[what]) {
      await copyFolder(join(dataFolder, folder), join(unfinished, folder), (name) => name !== lockFile).catch(
        ignoreAbsence,
      );
    }
    await rename(unfinished, aside);
    await flushFolder(journal);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    return err(writeProblem(error));
  }
  return ok(undefined);
}

function ignoreAbsence(error: unknown): void {
  if (!isAbsence(error)) throw error;
}
