/**
 * @file The vault secret at rest, in slots. Each slot opens the same vault by itself; changing one re-encrypts
 * nothing. No slot is removed before its successor was written and opened again.
 */
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { SlotName } from '#shared/shell/contract.ts';
import { decryptForPassphrase, encryptForPassphrase } from './exchange/ageClient.ts';
import { shell } from './shell.ts';
import { type Keyring, keyringText, parseKeyring } from './vault.ts';

export type Slots = Partial<Record<SlotName, Uint8Array>>;

/**
 * How the journal on this disk is protected. `passphrase-gone`: the file that opens with the passphrase is not there any
 * more; what opened the journal this time may not do so again.
 */
export type Protection = 'none' | 'passphrase' | 'passphrase-and-device' | 'passphrase-gone';

export type SlotProblem = 'wrong-passphrase' | 'damaged' | 'not-written';

export function protectionOf(slots: Slots): Protection {
  if (slots.open) return 'none';
  if (!slots.passphrase) return 'passphrase-gone';
  return slots.device ? 'passphrase-and-device' : 'passphrase';
}

/**
 * The secret, where no passphrase is needed: from the open slot, or from the one this device's key store wraps.
 * Undefined means: ask for the passphrase.
 */
export async function openWithoutPassphrase(slots: Slots, locked: boolean): Promise<Keyring | undefined> {
  if (slots.open) return keyringIn(slots.open);
  if (!slots.device || locked) return undefined;
  const unwrapped = await shell.unwrapKey({ value: slots.device });
  return unwrapped.ok ? keyringIn(unwrapped.value) : undefined;
}

/** Opens the passphrase slot. A wrong passphrase costs nothing but its time. */
export async function openWithPassphrase(
  slots: Slots,
  passphrase: string,
): Promise<Result<Keyring, SlotProblem>> {
  if (!slots.passphrase) return err('damaged');
  const opened = await decryptForPassphrase(slots.passphrase, passphrase);
  if (!opened.ok) return err(opened.error === 'wrong-passphrase' ? 'wrong-passphrase' : 'damaged');
  const keyring = keyringIn(opened.value);
  return keyring === undefined ? err('damaged') : ok(keyring);
}

/** Writes the secret as it is: the journal is not protected on this disk, and the person has been told. */
export async function writeOpenSlot(keyring: Keyring): Promise<Result<undefined, 'not-written'>> {
  return written(await shell.writeSlot({ slot: 'open', value: fileOf(keyring) }));
}

/**
 * Writes a passphrase slot, opens it again, and only then lets go of what opened the journal without one.
 * `still-open`: the slot is written, but the other one would not go, so the journal is not protected yet.
 */
export async function writePassphraseSlot(
  keyring: Keyring,
  passphrase: string,
): Promise<Result<undefined, 'not-written' | 'still-open'>> {
  const file = await encryptForPassphrase(fileOf(keyring), passphrase);
  const proof = await decryptForPassphrase(file, passphrase);
  if (!proof.ok || !isSame(keyringIn(proof.value), keyring)) return err('not-written');
  const outcome = written(await shell.writeSlot({ slot: 'passphrase', value: file }));
  if (!outcome.ok) return outcome;
  const removed = await shell.removeSlot({ slot: 'open' });
  return removed.ok ? ok(undefined) : err('still-open');
}

/**
 * Puts another passphrase in the place of the present one. The old file stands until the new one is written whole and
 * was opened again; the pages themselves are not touched. With `renewed` the keyring is another one from now on.
 */
export async function changePassphrase(
  keyring: Keyring,
  present: string,
  next: string,
  renewed = keyring,
): Promise<Result<undefined, SlotProblem | 'still-open'>> {
  const opened = await openWithPassphrase(await shell.readSlots(), present);
  if (!opened.ok) return opened;
  if (!isSame(opened.value, keyring)) return err('damaged');
  return writePassphraseSlot(renewed, next);
}

/** Lets this device's key store open the journal as well. Only ever beside a passphrase. */
export async function writeDeviceSlot(keyring: Keyring): Promise<Result<undefined, 'not-written'>> {
  const wrapped = await shell.wrapKey({ value: fileOf(keyring) });
  if (!wrapped.ok) return err('not-written');
  return written(await shell.writeSlot({ slot: 'device', value: wrapped.value }));
}

/** From now on only the passphrase opens the journal on this device. */
export async function removeDeviceSlot(): Promise<Result<undefined, 'not-written'>> {
  return written(await shell.removeSlot({ slot: 'device' }));
}

function written(outcome: { readonly ok: boolean }): Result<undefined, 'not-written'> {
  return outcome.ok ? ok(undefined) : err('not-written');
}

function fileOf(keyring: Keyring): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(keyringText(keyring));
}

function keyringIn(bytes: Uint8Array): Keyring | undefined {
  return parseKeyring(new TextDecoder().decode(bytes));
}

/** Compared by what they say: two readings of one file are two lists. */
function isSame(one: Keyring | undefined, other: Keyring): boolean {
  return one !== undefined && keyringText(one) === keyringText(other);
}
