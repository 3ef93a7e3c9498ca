import { open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { InTurn } from '#shared/base/inTurn.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { SealedFile } from '#shared/shell/contract.ts';
import { makeFolder, readWhole, removeWhole } from './files.ts';

const draftName = /^[0-9a-f]{32}$/;

/**
 * What is being typed, sealed, one small file a text. They take turns with the log: a draft that became a revision is
 * gone before the next revision is written, so that a crash never leaves old words over new ones.
 */
export function openDrafts(dataFolder: string, inTurn: InTurn) {
  const folder = join(dataFolder, 'journal', 'drafts');
  /** Kept open: a rename lasts once its folder is flushed. */
  let handle: FolderHandle | undefined;
  return {
    /** As `writeWhole` does, but without reading back: it is written at every pause in typing, and lies elsewhere too. */
    write: (id: string, value: Uint8Array) =>
      inTurn(async (): Promise<Result<void, 'cannot-write'>> => {
        const path = join(folder, id);
        try {
          handle ??= await openFolder(folder);
          await writeFlushed(`${path}.tmp`, value);
          await rename(`${path}.tmp`, path);
          await handle.sync();
          return ok(undefined);
        } catch {
          await handle?.close().catch(() => undefined);
          handle = undefined;
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
        await handle?.close().catch(() => undefined);
        handle = undefined;
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
    if (read?.ok) found.push({ id: name, value: read.value });
  }
  return found;
}

interface FolderHandle {
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Windows flushes no folders, and needs not. */
async function openFolder(folder: string): Promise<FolderHandle> {
  await makeFolder(folder);
  if (process.platform !== 'win32') return open(folder, 'r');
  return { sync: () => Promise.resolve(), close: () => Promise.resolve() };
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
