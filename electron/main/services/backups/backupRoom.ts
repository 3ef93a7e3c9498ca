import { stat, statfs } from 'node:fs/promises';
import { leastFreeBytes } from '../room.ts';

/** A backup leaves at least this free on a disk where the journal does not lie, so that nothing else there stops. */
const leastFreeElsewhere = 16 * 1024 * 1024;

/** Whether so many bytes more fit into a folder, and the journal can still be written afterwards. */
export async function hasRoom(
  folder: string,
  bytes: number,
  journal: { readonly folder: string; readonly storeBytes: number },
): Promise<boolean> {
  const [{ bavail, bsize }, there, here] = await Promise.all([
    statfs(folder),
    stat(folder),
    stat(journal.folder),
  ]);
  const floor = there.dev === here.dev ? leastFreeBytes(journal.storeBytes) : leastFreeElsewhere;
  return bavail * bsize - bytes >= floor;
}
