import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';

export type ReadProblem = 'absent' | 'cannot-read' | 'too-big';

/**
 * Replaces a file so that after a crash or a power cut either the old or the new content is there, whole: temporary
 * file beside it, flush, read back and compare while the old one still stands, rename, flush of the folder.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<Result<void, 'cannot-write'>> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await makeFolder(dirname(path));
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    const written = await readFile(temporary);
    if (!written.equals(bytes)) throw new Error('What was written reads back differently');
    await rename(temporary, path);
    await flushFolder(dirname(path));
    return ok(undefined);
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
    return err('cannot-write');
  }
}

/** A file's bytes in a buffer of their own (Node's small ones share a pool, and would be sent with their neighbours). */
export async function readWhole(
  path: string,
  largest = Number.POSITIVE_INFINITY,
): Promise<Result<Uint8Array, ReadProblem>> {
  try {
    const { size } = await stat(path);
    if (size > largest) return err('too-big');
    const found = await readFile(path);
    const isAlone = found.buffer.byteLength === found.length;
    return ok(isAlone ? new Uint8Array(found.buffer) : new Uint8Array(found));
  } catch (error) {
    return err(isAbsence(error) ? 'absent' : 'cannot-read');
  }
}

/** Removing what is not there counts as removed. */
export async function removeWhole(path: string): Promise<Result<void, 'cannot-write'>> {
  try {
    await rm(path, { force: true });
    await flushFolder(dirname(path));
    return ok(undefined);
  } catch (error) {
    return isAbsence(error) ? ok(undefined) : err('cannot-write');
  }
}

/** Removes the temporary files of writes of `path` that a crash cut short. */
export async function removeUnfinished(path: string): Promise<Result<void, 'cannot-write'>> {
  try {
    const names = await readdir(dirname(path));
    const left = names.filter((name) => name.startsWith(`${basename(path)}.`) && name.endsWith('.tmp'));
    for (const name of left) await rm(join(dirname(path), name), { force: true });
    return ok(undefined);
  } catch (error) {
    return isAbsence(error) ? ok(undefined) : err('cannot-write');
  }
}

/** Makes a folder and what is missing of the way to it, so that all of it lasts. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made !== dirname(made); made = dirname(made)) {
    // Where a folder of somebody else's may not be opened, its file system has to do.
    await flushFolder(dirname(made)).catch(() => undefined);
    if (made === first) return;
  }
}

/** Makes a rename or removal last. Windows has no such call for folders, and needs none. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
