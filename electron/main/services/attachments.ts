import { join } from 'node:path';
import { readWhole, writeWhole } from './files.ts';

/** Sealed photos and recordings, one file each. The contract lets only ids through that are safe as file names. */
export function openAttachments(dataFolder: string) {
  const pathOf = (id: string) => join(dataFolder, 'journal', 'attachments', id);
  return {
    write: (id: string, value: Uint8Array) => writeWhole(pathOf(id), value),
    read: (id: string) => readWhole(pathOf(id)),
  };
}
