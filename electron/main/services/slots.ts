import { join } from 'node:path';
import type { Result } from '#shared/base/result.ts';
import type { SlotName } from '#shared/shell/contract.ts';
import { type ReadProblem, readWhole, removeUnfinished, removeWhole, writeWhole } from './files.ts';

/** Where each wrapping of the vault secret lies. The names tell a person with `age` at hand what they have. */
const fileNames = {
  passphrase: 'passphrase.age',
  device: 'device.bin',
  open: 'open.txt',
} as const satisfies Record<SlotName, string>;

const names = Object.keys(fileNames) as SlotName[];

/** The files through which a journal is opened. Nothing else of it can be read without one of them. */
export function openSlots(dataFolder: string) {
  const pathOf = (slot: SlotName) => join(dataFolder, 'journal', 'slots', fileNames[slot]);
  return {
    /**
     * Every slot there is. One that exists but cannot be read is an error, never "no slot": the window would take
     * the journal for a new one.
     */
    readAll: async (): Promise<Partial<Record<SlotName, Uint8Array>>> => {
      const found: Partial<Record<SlotName, Uint8Array>> = {};
      for (const slot of names) {
        const result: Result<Uint8Array, ReadProblem> = await readWhole(pathOf(slot));
        if (result.ok) found[slot] = result.value;
        else if (result.error !== 'absent') throw new Error(`The slot ${slot} is there but cannot be read`);
      }
      return found;
    },
    write: (slot: SlotName, value: Uint8Array) => writeWhole(pathOf(slot), value),
    /** Removes a slot, and what a write of it that was cut short left behind: that holds the secret as well. */
    remove: async (slot: SlotName) => {
      const removed = await removeWhole(pathOf(slot));
      return removed.ok ? removeUnfinished(pathOf(slot)) : removed;
    },
  };
}
