/**
 * @file Another vault secret in front of the keyring. This changes the slots alone; the pages are sealed anew when the
 * journal is next opened with the keyring (see `reseal.ts`), at once or after a crash.
 */
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import { newVaultSecret } from './ageFile.ts';
import { shell } from './shell.ts';
import { changePassphrase, type SlotProblem, writeDeviceSlot, writePassphraseSlot } from './slots.ts';
import type { Keyring } from './vault.ts';

export interface Rekeying {
  /** What opens the journal now; undefined where nothing is needed for that. */
  readonly present: string | undefined;
  readonly next: string;
}

/** `device-not-renewed`: the new passphrase holds, but this device's key store still opens with the keyring before it. */
export type RekeyProblem = SlotProblem | 'still-open' | 'device-not-renewed';

/**
 * Makes a new secret and writes it, with all before it, under the new passphrase. It never lies on the disk in the
 * clear: the slot that opens without a passphrase goes before anything is sealed under it.
 */
export async function rekey(
  keyring: Keyring,
  { present, next }: Rekeying,
): Promise<Result<Keyring, RekeyProblem>> {
  const renewed: Keyring = [await newVaultSecret(), ...keyring];
  const written =
    present === undefined
      ? await writePassphraseSlot(renewed, next)
      : await changePassphrase(keyring, present, next, renewed);
  if (!written.ok) return written;
  return (await renewDeviceSlot(renewed).catch(() => false)) ? ok(renewed) : err('device-not-renewed');
}

/**
 * A copy of the old keyring could not open what is written from now on. Where the key store does not take the new one,
 * the passphrase is asked for again.
 */
export async function renewDeviceSlot(keyring: Keyring): Promise<boolean> {
  const { device } = await shell.readSlots();
  if (!device || (await writeDeviceSlot(keyring)).ok) return true;
  return (await shell.removeSlot({ slot: 'device' })).ok;
}
