/** @file The recovery slot after the vault secret has changed: the same recovery sheet must go on opening the journal. */
import type { Random } from '#shared/base/ids.ts';
import { recoveryNoteIn, writeRecoverySlot } from './backup/recoveryNote.ts';
import { shell } from './shell.ts';
import type { Keyring, Vault } from './vault.ts';

/**
 * Writes the keyring as it is now into the recovery slot, for the recovery key that the sealed note names. The note is
 * sealed anew after it, and so tells that it was done.
 */
export async function renewRecoverySlot(parts: {
  readonly vault: Vault;
  readonly keyring: Keyring;
  readonly random: Random;
}): Promise<boolean> {
  const slots = await shell.readSlots();
  if (!slots.recovery && !slots.recoveryNote) return true;
  if (recoveryNoteIn(slots, { ...parts.vault, former: [] })) return true;
  const note = recoveryNoteIn(slots, parts.vault);
  if (note) return writeRecoverySlot(parts.keyring, note, parts);
  // Whose sheet it is cannot be told any more. One that opens yesterday's words alone would be a trap.
  for (const slot of ['recovery', 'recoveryNote'] as const) {
    if (!(await shell.removeSlot({ slot })).ok) return false;
  }
  return true;
}
