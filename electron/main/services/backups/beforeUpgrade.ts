import { access, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { UpgradeCopy } from '#shared/shell/backupContract.ts';
import { bytesBelow, copyFolder, sumOf } from '../copying.ts';
import { flushFolder, isAbsence } from '../files.ts';
import { hasRoom } from './backupRoom.ts';
import { writeProblem } from './writeProblem.ts';

/** What is copied: sealed rows and the keys to them. Photos are never rewritten, by no version. */
const parts = ['log', 'slots', 'drafts'] as const;

/** So many such copies stay. */
const keptCopies = 3;

/** A number where the journal went to and fro between two versions, and more was written meanwhile. */
const shape = /^before-upgrade-([\w.-]+)-to-([\w.-]+?)(?<!\.part)(~\d+)?$/;

/** `made`: it lies there, now or from a start that came no further. */
export type CopyOutcome = 'made' | 'not-due' | 'no-room' | 'cannot-write';

/**
 * Copies the log, the drafts and the slots before another version writes here for the first time. Needs no key, and
 * only happens once for each version, unless more was written since. It has its name once all of it is on the disk and
 * was read back. Where it cannot be made the start goes on without: nothing is removed by it, and the page says so.
 */
export async function copyBeforeUpgrade(
  dataFolder: string,
  versions: { readonly from: string; readonly to: string },
): Promise<CopyOutcome> {
  if (versions.from === versions.to) return 'not-due';
  const [from, to] = [versions.from, versions.to].map((version) =>
    version.replaceAll(/[^0-9A-Za-z.-]/g, '_'),
  );
  const backups = join(dataFolder, 'backups');
  const base = `before-upgrade-${from}-to-${to}`;
  const unfinished = join(backups, `${base}.part`);
  try {
    const there = await namesIn(backups);
    let name = base;
    for (let number = 2; there.includes(name); number += 1) {
      if (await isOfToday(dataFolder, join(backups, name))) return 'made';
      name = `${base}~${number}`;
    }
    await copyInto(dataFolder, unfinished);
    await rename(unfinished, join(backups, name));
    await flushFolder(backups);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    return error instanceof NoRoom ? 'no-room' : writeProblem(error);
  }
  await removeOldest(backups).catch(() => undefined);
  return 'made';
}

/** The copies that are there, the newest first. */
export async function upgradeCopies(backups: string): Promise<readonly UpgradeCopy[]> {
  const copies: UpgradeCopy[] = [];
  for (const name of await namesIn(backups)) {
    const [, from, to] = shape.exec(name) ?? [];
    if (from === undefined || to === undefined) continue;
    const folder = join(backups, name);
    // Of the folder: when its last part was put there. Giving it its name does not change that.
    const at = (await stat(folder)).mtimeMs;
    copies.push({ name, from, to, at, bytes: await bytesBelow(folder) });
  }
  return copies.toSorted((a, b) => b.at - a.at);
}

/** Whether a copy holds the log as it lies here now. One that cannot be read does not. */
async function isOfToday(dataFolder: string, copy: string): Promise<boolean> {
  const sums = [join(dataFolder, 'journal'), copy].map((folder) =>
    sumOf(join(folder, 'log', 'rows.log')).catch((error: unknown) => (isAbsence(error) ? 'absent' : error)),
  );
  const [here, there] = await Promise.all(sums);
  return here === there;
}

class NoRoom extends Error {}

async function copyInto(dataFolder: string, unfinished: string): Promise<void> {
  const journal = join(dataFolder, 'journal');
  let bytes = 0;
  for (const part of parts) bytes += await bytesBelow(join(journal, part));
  const storeBytes = await bytesBelow(join(journal, 'log'));
  if (!(await hasRoom(dataFolder, bytes, { folder: dataFolder, storeBytes }))) throw new NoRoom();
  await rm(unfinished, { recursive: true, force: true });
  for (const part of parts) {
    if (await isThere(join(journal, part))) await copyFolder(join(journal, part), join(unfinished, part));
  }
  await flushFolder(unfinished);
}

async function removeOldest(backups: string): Promise<void> {
  for (const { name } of (await upgradeCopies(backups)).slice(keptCopies)) {
    await rm(join(backups, name), { recursive: true, force: true });
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (isAbsence(error)) return false;
    throw error;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
