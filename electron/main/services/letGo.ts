import { join } from 'node:path';
import type { Result } from '#shared/base/result.ts';
import { readWhole, removeWhole, writeWhole } from './files.ts';

const words = 'What lies beside this file was let go, or is a journal that was never quite begun.\n';

/**
 * The mark that what lies in this folder may go: a file, flushed like the keys. In the database it would come back to
 * life with any database that falls back to its first moments, and take the journal along.
 */
export function letGoMark(dataFolder: string) {
  const path = join(dataFolder, 'journal', 'let-go.txt');
  return {
    set: (letGo: boolean): Promise<Result<void, 'cannot-write'>> =>
      letGo ? writeWhole(path, Buffer.from(words)) : removeWhole(path),
    /** A mark that cannot be read says nothing. */
    read: async (): Promise<boolean> => (await readWhole(path)).ok,
  };
}
