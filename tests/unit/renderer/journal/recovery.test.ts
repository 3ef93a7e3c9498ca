import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newVaultSecret, recipientOf } from '#renderer/journal/ageFile.ts';
import { writeRecoverySlot } from '#renderer/journal/backup/recoveryNote.ts';
import {
  confirmRecovery,
  makeRecoveryKey,
  openWithRecoveryKey,
  type RecoveryKey,
} from '#renderer/journal/recovery.ts';
import { renewRecoverySlot } from '#renderer/journal/recoverySlot.ts';
import { type Keyring, unlockVault } from '#renderer/journal/vault.ts';
import { seededRandom } from '../../support/replicas.ts';

/** The recovery sheet, where a disk refuses at any of its writes: whichever sheet is said to hold opens the journal. */

const disk = vi.hoisted(() => ({ slots: {} as Record<string, Uint8Array>, writes: 0, refusedWrite: 0 }));

vi.mock('#renderer/journal/shell.ts', () => ({
  shell: {
    readSlots: async () => ({ ...disk.slots }),
    writeSlot: async ({ slot, value }: { slot: string; value: Uint8Array }) => {
      disk.writes += 1;
      if (disk.writes === disk.refusedWrite) return { ok: false, error: 'cannot-write' };
      disk.slots[slot] = value;
      return { ok: true, value: undefined };
    },
  },
}));

const random = seededRandom('recovery');

beforeEach(() => {
  disk.slots = {};
  refuse(0);
});

/** From now on the n-th write fails, and that one alone. */
function refuse(write: number): void {
  disk.writes = 0;
  disk.refusedWrite = write;
}

async function partsOf(keyring: Keyring) {
  return { vault: await unlockVault(keyring), keyring, random };
}

async function opens({ identity }: Pick<RecoveryKey, 'identity'>, keyring: Keyring): Promise<boolean> {
  const opened = await openWithRecoveryKey(disk.slots, identity);
  return opened.ok && opened.value.join() === keyring.join();
}

async function madeFor(parts: Awaited<ReturnType<typeof partsOf>>): Promise<RecoveryKey> {
  const made = await makeRecoveryKey(parts);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

describe('a recovery sheet', () => {
  it('opens what was sealed anew, also where its slot was refused at first', async () => {
    const [former, present, sheet] = [await newVaultSecret(), await newVaultSecret(), await newVaultSecret()];
    const recipient = await recipientOf(sheet);
    await writeRecoverySlot([former], { recipient, confirmedAt: 1 }, await partsOf([former]));
    const parts = await partsOf([present, former]);
    for (const write of [1, 2]) {
      refuse(write);
      expect(await renewRecoverySlot(parts)).toBe(false);
      refuse(0);
      expect(await renewRecoverySlot(parts)).toBe(true);
      expect(await opens({ identity: sheet }, parts.keyring)).toBe(true);
      await writeRecoverySlot([former], { recipient, confirmedAt: 1 }, await partsOf([former]));
    }
  });

  it.each([1, 2, 3])(
    'is replaced by another in steps of which none leaves two dead ones (%s)',
    async (write) => {
      const parts = await partsOf([await newVaultSecret()]);
      const old = await madeFor(parts);
      await confirmRecovery(parts, old, 1);
      const anew = await madeFor(parts);
      refuse(write);
      expect(await confirmRecovery(parts, anew, 2)).toEqual({ ok: false, error: 'not-written' });
      // Nothing was said to hold but the old one.
      expect(await opens(old, parts.keyring)).toBe(true);
      refuse(0);
      expect((await confirmRecovery(parts, anew, 2)).ok).toBe(true);
      expect([await opens(old, parts.keyring), await opens(anew, parts.keyring)]).toEqual([false, true]);
    },
  );
});
