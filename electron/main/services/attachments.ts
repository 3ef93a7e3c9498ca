import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isAbsence, readWhole, writeWhole } from './files.ts';

/** Sealed photos and recordings, one file each. The contract lets only ids through that are safe as file names. */
export function openAttachments(dataFolder: string) {
  const pathOf = (id: string) => join(dataFolder, 'journal', 'attachments', id);
  return {
    write: (id: string, value: Uint8Array) => writeWhole(pathOf(id), value),
    read: (id: string) => readWhole(pathOf(id)),
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
