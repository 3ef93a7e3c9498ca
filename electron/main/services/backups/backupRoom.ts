import { stat, statfs } from 'node:fs/promises';

const megabyte = 1024 * 1024;

/** A backup leaves at least this free on the disk the journal lies on; */
const leastFree = 200 * megabyte;
/** and this on any other, so that nothing else there stops. */
const leastFreeElsewhere = 16 * megabyte;

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
  const floor = there.dev === here.dev ? Math.max(leastFree, 4 * journal.storeBytes) : leastFreeElsewhere;
  return bavail * bsize - bytes >= floor;
}
