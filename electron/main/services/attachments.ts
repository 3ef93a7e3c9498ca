import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '#shared/base/result.ts';
import { ok } from '#shared/base/result.ts';
import { isAbsence, readWhole, removeWhole, writeWhole } from './files.ts';

/** Sealed photos and recordings, one file each. The contract lets only ids through that are safe as file names. */
export function openAttachments(dataFolder: string) {
  const pathOf = (id: string) => join(dataFolder, 'journal', 'attachments', id);
  return {
    write: (id: string, value: Uint8Array) => writeWhole(pathOf(id), value),
    read: (id: string) => readWhole(pathOf(id)),
    /** All of them, or the first problem. */
    remove: async (ids: readonly string[]): Promise<Result<void, 'cannot-write'>> => {
      for (const id of ids) {
        const removed = await removeWhole(pathOf(id));
        if (!removed.ok) return removed;
      }
      return ok(undefined);
    },
    /** The ids of all there are; what a crash left of a write is none. */
    list: async (): Promise<string[]> => {
      try {
        const names = await readdir(join(dataFolder, 'journal', 'attachments'));
        return names.filter((name) => /^[0-9a-f]{32}(-thumb)?$/.test(name)).sort();
      } catch (error) {
        if (isAbsence(error)) return [];
        throw error;
      }
    },
  };
}
