import { cp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { flushFolder, isAbsence } from '../files.ts';
import { hasRoom } from './backupRoom.ts';

/** What is copied: sealed rows and the keys to them. Photos are never rewritten, by no version. */
const parts = ['log', 'slots', 'drafts'] as const;

/** So many such copies stay. */
const keptCopies = 3;

/**
 * Copies the log, the drafts and the slots before another version writes here for the first time. Needs no key, and
 * only happens once for each version. Where there is no room the start goes on without: nothing is removed by it.
 */
export async function copyBeforeUpgrade(
  dataFolder: string,
  versions: { readonly from: string; readonly to: string },
): Promise<void> {
  if (versions.from === versions.to) return;
  const [from, to] = [versions.from, versions.to].map((version) =>
    version.replaceAll(/[^0-9A-Za-z.-]/g, '_'),
  );
  const backups = join(dataFolder, 'backups');
  const name = `before-upgrade-${from}-to-${to}`;
  const copy = join(backups, name);
  const unfinished = `${copy}.part`;
  try {
    if ((await namesIn(backups)).includes(name)) return;
    if (!(await hasRoom(dataFolder, 0, { folder: dataFolder, storeBytes: 0 }))) return;
    await rm(unfinished, { recursive: true, force: true });
    for (const part of parts) {
      await cp(join(dataFolder, 'journal', part), join(unfinished, part), {
        recursive: true,
        preserveTimestamps: true,
      }).catch(ignoreAbsence);
    }
    await rename(unfinished, copy);
    await flushFolder(backups);
    for (const old of (await newestFirst(backups)).slice(keptCopies)) {
      await rm(join(backups, old), { recursive: true, force: true });
    }
  } catch {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

/** Copies that are whole, by when they were made. */
async function newestFirst(backups: string): Promise<readonly string[]> {
  const names = (await namesIn(backups)).filter(
    (name) => name.startsWith('before-upgrade-') && !name.endsWith('.part'),
  );
  const made = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(backups, name))).ctimeMs })),
  );
  return made.toSorted((a, b) => b.at - a.at).map(({ name }) => name);
}

function ignoreAbsence(error: unknown): void {
  if (!isAbsence(error)) throw error;
}
