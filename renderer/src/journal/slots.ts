/**
 * @file The vault secret at rest, in slots. Each slot opens the same vault by itself; changing one re-encrypts
 * nothing. No slot is removed before its successor was written and opened again.
 */
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { SlotName } from '#shared/shell/contract.ts';
import { decryptForPassphrase, encryptForPassphrase } from './exchange/ageClient.ts';
import { shell } from './shell.ts';
import { isVaultSecret, type VaultSecret } from './vault.ts';

export type Slots = Partial<Record<SlotName, Uint8Array>>;

/** How the journal on this disk is protected. */
export type Protection = 'none' | 'passphrase' | 'passphrase-and-device';

export type SlotProblem = 'wrong-passphrase' | 'damaged' | 'not-written';

export function protectionOf(slots: Slots): Protection {
  if (slots.open) return 'none';
  return slots.device ? 'passphrase-and-device' : 'passphrase';
}

/**
 * The secret, where no passphrase is needed: from the open slot, or from the one this device's key store wraps.
 * Undefined means: ask for the passphrase.
 */
export async function openWithoutPassphrase(slots: Slots, locked: boolean): Promise<VaultSecret | undefined> {
  if (slots.open) return parseSecret(slots.open);
  if (!slots.device || locked) return undefined;
  const unwrapped = await shell.unwrapKey({ value: slots.device });
  return unwrapped.ok ? parseSecret(unwrapped.value) : undefined;
}

/** Opens the passphrase slot. A wrong passphrase costs nothing but its time. */
export async function openWithPassphrase(
  slots: Slots,
  passphrase: string,
): Promise<Result<VaultSecret, SlotProblem>> {
  if (!slots.passphrase) return err('damaged');
  const opened = await decryptForPassphrase(slots.passphrase, passphrase);
  if (!opened.ok) return err(opened.error === 'wrong-passphrase' ? 'wrong-passphrase' : 'damaged');
  const secret = parseSecret(opened.value);
  return secret === undefined ? err('damaged') : ok(secret);
}

/** Writes the secret as it is: the journal is not protected on this disk, and the person has been told. */
export async function writeOpenSlot(secret: VaultSecret): Promise<Result<undefined, 'not-written'>> {
  return written(await shell.writeSlot({ slot: 'open', value: new TextEncoder().encode(`${secret}\n`) }));
}

/** Writes a passphrase slot, opens it again, and only then lets go of what opened the journal without one. */
export async function writePassphraseSlot(
  secret: VaultSecret,
  passphrase: string,
): Promise<Result<undefined, 'not-written'>> {
  const file = await encryptForPassphrase(new TextEncoder().encode(`${secret}\n`), passphrase);
  const proof = await decryptForPassphrase(file, passphrase);
  if (!proof.ok || parseSecret(proof.value) !== secret) return err('not-written');
  const outcome = written(await shell.writeSlot({ slot: 'passphrase', value: file }));
  if (!outcome.ok) return outcome;
  await shell.removeSlot({ slot: 'open' });
  return ok(undefined);
}

/** Lets this device's key store open the journal as well. Only ever beside a passphrase. */
export async function writeDeviceSlot(secret: VaultSecret): Promise<Result<undefined, 'not-written'>> {
  const wrapped = await shell.wrapKey({ value: new TextEncoder().encode(secret) });
  if (!wrapped.ok) return err('not-written');
  return written(await shell.writeSlot({ slot: 'device', value: wrapped.value }));
}

function written(outcome: { readonly ok: boolean }): Result<undefined, 'not-written'> {
  return outcome.ok ? ok(undefined) : err('not-written');
}

function parseSecret(bytes: Uint8Array): VaultSecret | undefined {
  const text = new TextDecoder().decode(bytes).trim();
  return isVaultSecret(text) ? text : undefined;
}
