/** @file From what somebody types on a new computer to the keys that open a backup. */
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import { typedIdentity } from '#shared/recovery/typedKey.ts';
import { decryptForKey, recipientOf } from '../ageFile.ts';
import { openWithPassphrase } from '../slots.ts';
import { type Keyring, parseKeyring } from '../vault.ts';

/** What lies beside a backup and may open it. */
export interface KeyFiles {
  readonly passphrase?: Uint8Array | undefined;
  readonly recovery?: Uint8Array | undefined;
}

export interface RestoreKeys {
  readonly identities: readonly string[];
  /** Every key of the journal, where what lies beside the backup told. */
  readonly keyring?: Keyring;
}

export async function keysByPassphrase(
  { passphrase: file }: KeyFiles,
  passphrase: string,
): Promise<Result<RestoreKeys, 'wrong-passphrase' | 'damaged'>> {
  if (!file) return err('damaged');
  const opened = await openWithPassphrase({ passphrase: file }, passphrase);
  if (!opened.ok) return err(opened.error === 'wrong-passphrase' ? 'wrong-passphrase' : 'damaged');
  return ok({ identities: opened.value, keyring: opened.value });
}

/** The recovery key opens a backup made for it by itself; an older one only by way of the file beside it. */
export async function keysByRecovery({ recovery: file }: KeyFiles, identity: string): Promise<RestoreKeys> {
  const keyring = file && (await keyringIn(file, identity));
  return keyring ? { identities: [identity, ...keyring], keyring } : { identities: [identity] };
}

async function keyringIn(file: Uint8Array, identity: string): Promise<Keyring | undefined> {
  const opened = await decryptForKey(file, identity);
  return opened.ok ? parseKeyring(new TextDecoder().decode(opened.value)) : undefined;
}

/** Whom backups are made for from now on, where this key was typed from its sheet. */
export async function recipientOfTyped(typed: string): Promise<string | undefined> {
  const identity = typedIdentity(typed);
  return identity.ok ? recipientOf(identity.value) : undefined;
}
