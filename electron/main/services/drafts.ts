import { open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { InTurn } from '#shared/base/inTurn.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { SealedFile } from '#shared/shell/contract.ts';
import { flushFolder, makeFolder, readWhole, removeWhole } from './files.ts';
import { newestIn, withTwoPlaces, writeInPlace } from './twoPlaces.ts';

const draftName = /^[0-9a-f]{32}$/;

/**
 * What is being typed, sealed, one small file a text. They take turns with the log: a draft that became a revision is
 * gone before the next revision is written, so that a crash never leaves old words over new ones.
 */
export function openDrafts(dataFolder: string, inTurn: InTurn) {
  const folder = join(dataFolder, 'journal', 'drafts');
  const replace = async (path: string, value: Uint8Array) => {
    await makeFolder(folder);
    await writeFlushed(`${path}.tmp`, withTwoPlaces(value));
    await rename(`${path}.tmp`, path);
    await flushFolder(folder);
  };
  return {
    /**
     * Not read back, as `writeWhole` does: it is written at every pause in typing, and lies elsewhere too. With
     * `isAlone`, nothing that lay there before stays.
     */
    write: (id: string, value: Uint8Array, isAlone = false) =>
      inTurn(async (): Promise<Result<void, 'cannot-write'>> => {
        const path = join(folder, id);
        try {
          // Where that fails, for whatever reason, there may be room and a right to a file of its own.
          if (isAlone || !(await writeInPlace(path, value).catch(() => false))) await replace(path, value);
          return ok(undefined);
        } catch {
          await rm(`${path}.tmp`, { force: true }).catch(() => undefined);
          return err('cannot-write');
        }
      }),
    remove: (ids: readonly string[]) =>
      inTurn(async () => {
        const outcomes = await Promise.all(ids.map((id) => removeWhole(join(folder, id))));
        return outcomes.find((outcome) => !outcome.ok) ?? ok(undefined);
      }),
    /** Those that can be read. One that cannot stays where it is. */
    readAll: (): Promise<SealedFile[]> => inTurn(() => draftsIn(folder)),
    clear: () =>
      inTurn(async (): Promise<Result<void, 'cannot-write'>> => {
        try {
          await rm(folder, { recursive: true, force: true });
          return ok(undefined);
        } catch {
          return err('cannot-write');
        }
      }),
  };
}

export async function draftsIn(folder: string): Promise<SealedFile[]> {
  const found: SealedFile[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const read = draftName.test(name) ? await readWhole(join(folder, name)) : undefined;
    if (read?.ok) found.push({ id: name, value: newestIn(read.value) });
  }
  return found;
}

async function writeFlushed(path: string, value: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(value);
    await file.sync();
  } finally {
    await file.close();
  }
}
