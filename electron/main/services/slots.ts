import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { takeTurns } from '#shared/base/inTurn.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { SlotName } from '#shared/shell/contract.ts';
import { type ReadProblem, readWhole, removeUnfinished, removeWhole, writeWhole } from './files.ts';

/** Where each wrapping of the vault secret lies. The names tell a person with `age` at hand what they have. */
const fileNames = {
  passphrase: 'passphrase.age',
  recovery: 'recovery.age',
  recoveryNote: 'recovery.bin',
  device: 'device.bin',
  open: 'open.txt',
} as const satisfies Record<SlotName, string>;

const names = Object.keys(fileNames) as SlotName[];

type Slots = Partial<Record<SlotName, Uint8Array>>;

/**
 * The files through which a journal is opened. Nothing else of it can be read without one of them, so each has a
 * second copy, with its checksum, in another folder: written before the slot and removed before it. Where the two
 * differ, the copy whose checksum is right is the newer one. With `mends` false, what lies there is read and left alone.
 */
export function openSlots(dataFolder: string, mends = true) {
  const pathOf = (slot: SlotName) => join(dataFolder, 'journal', 'slots', fileNames[slot]);
  const spareOf = (slot: SlotName) => join(dataFolder, 'journal', 'spare', fileNames[slot]);

  // Reading repairs: beside a removal it would bring back what is just going, the key in the clear among it.
  const inTurn = takeTurns();

  const readSlot = async (slot: SlotName): Promise<Result<Uint8Array, ReadProblem>> => {
    const [found, spare] = await Promise.all([readWhole(pathOf(slot)), readWhole(spareOf(slot))]);
    const whole = spare.ok ? checked(spare.value) : undefined;
    if (whole === undefined) {
      if (mends && found.ok) await writeWhole(spareOf(slot), withChecksum(found.value));
      return found;
    }
    if (mends && (!found.ok || !isSame(found.value, whole))) await writeWhole(pathOf(slot), whole);
    return ok(whole);
  };

  return {
    /**
     * Every slot there is, made good from its second copy where need be. One that exists but cannot be read is an
     * error, never "no slot": the window would take the journal for a new one.
     */
    readAll: (): Promise<Slots> =>
      inTurn(async () => {
        const slots: Slots = {};
        for (const [place, read] of (await Promise.all(names.map(readSlot))).entries()) {
          const slot = names[place] as SlotName;
          if (read.ok) slots[slot] = read.value;
          else if (read.error !== 'absent') throw new Error(`The slot ${slot} is there but cannot be read`);
        }
        return slots;
      }),
    /**
     * The second copy in its place is what counts: from then on it opens the journal, and nothing says otherwise. A
     * slot that could not follow goes: the passphrase it belongs to was to open nothing any more.
     */
    write: (slot: SlotName, value: Uint8Array): Promise<Result<void, 'cannot-write'>> =>
      inTurn(async () => {
        const copy = withChecksum(value);
        const spared = await writeWhole(spareOf(slot), copy);
        const spare = spared.ok ? undefined : await readWhole(spareOf(slot));
        if (spare && !(spare.ok && isSame(spare.value, copy))) return err('cannot-write');
        const written = await writeWhole(pathOf(slot), value);
        if (!written.ok) await removeWhole(pathOf(slot));
        return spared.ok ? ok(undefined) : written;
      }),
    /** Removes a slot, and what a write of it that was cut short left behind: that holds the secret as well. */
    remove: (slot: SlotName): Promise<Result<void, 'cannot-write'>> =>
      inTurn(async () => {
        for (const path of [spareOf(slot), pathOf(slot)]) {
          for (const removed of [await removeWhole(path), await removeUnfinished(path)]) {
            if (!removed.ok) return err('cannot-write');
          }
        }
        return ok(undefined);
      }),
  };
}

const checksumLength = 32;

function withChecksum(value: Uint8Array): Uint8Array {
  return Buffer.concat([createHash('sha256').update(value).digest(), value]);
}

/** What stands after the checksum, if it is right. */
function checked(spare: Uint8Array): Uint8Array | undefined {
  const value = spare.slice(checksumLength);
  const sum = createHash('sha256').update(value).digest();
  return spare.length >= checksumLength && isSame(spare.subarray(0, checksumLength), sum) ? value : undefined;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.from(one.buffer, one.byteOffset, one.byteLength).equals(other);
}
