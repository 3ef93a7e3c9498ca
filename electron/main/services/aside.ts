import { type FileHandle, open, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';
import { flushFolder, isAbsence, removeWhole } from './files.ts';

const windowBytes = 4 * 1024 * 1024;

const unfinished = /\.tmp$/;

/**
 * Damaged logs are set aside, and torn ends kept, in case somebody wants to look. Once their rows are sealed anew
 * under another key, a copy under the old one is what must not stay; nor may what was copied before an upgrade or set
 * aside for a journal that was brought back, old keys and all. Those of other journals hold other keys. What a crash
 * left of writing a draft or a photo goes as well: nobody is writing now.
 */
export async function removeAside(
  dataFolder: string,
  keyIds: readonly string[],
): Promise<Result<void, 'cannot-write'>> {
  const folder = join(dataFolder, 'journal', 'log');
  const drafts = join(dataFolder, 'journal', 'drafts');
  const attachments = join(dataFolder, 'journal', 'attachments');
  const keys = keyIds.map((keyId) => Buffer.from(keyId, 'hex'));
  try {
    const going = await named(drafts, unfinished);
    going.push(...(await named(attachments, unfinished)));
    for (const path of await named(folder, /^rows\.log\.(aside|torn)-\d+$/)) {
      if (await holdsAny(path, keys)) going.push(path);
    }
    const folders = await named(join(dataFolder, 'backups'), /^before-upgrade-/);
    folders.push(...(await named(join(dataFolder, 'journal'), /^aside-(ours-|.*\.part$)/)));
    for (const path of folders) await rm(path, { recursive: true, force: true });
    for (const parent of new Set(folders.map((path) => dirname(path)))) await flushFolder(parent);
    for (const path of going) {
      const removed = await removeWhole(path);
      if (!removed.ok) return removed;
    }
    return ok(undefined);
  } catch {
    return err('cannot-write');
  }
}

async function named(folder: string, pattern: RegExp): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => pattern.test(name)).map((name) => join(folder, name));
  } catch (error) {
    if (isAbsence(error)) return [];
    throw error;
  }
}

/** Each row carries its key's id in the clear; damage is no reason to overlook the others. */
async function holdsAny(path: string, keys: readonly Buffer[]): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const overlap = Math.max(...keys.map(({ length }) => length)) - 1;
    let kept = Buffer.alloc(0);
    for (let at = 0; ; ) {
      const read = await readAt(file, at);
      const window = Buffer.concat([kept, read]);
      if (keys.some((key) => window.includes(key))) return true;
      if (read.length === 0) return false;
      at += read.length;
      kept = Buffer.from(window.subarray(-overlap));
    }
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, at: number): Promise<Buffer> {
  const window = Buffer.alloc(windowBytes);
  const { bytesRead } = await file.read(window, 0, windowBytes, at);
  return window.subarray(0, bytesRead);
}
