/**
 * @file The keys of one journal, all derived from its vault secret: an age X25519 identity. They live in this
 * window's process and nowhere else; locking ends the process.
 */
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { bech32 } from '@scure/base';
import { hex } from '#shared/base/ids.ts';

/** The vault secret: `AGE-SECRET-KEY-1…`, as `age-keygen` would write it. */
export type VaultSecret = string & { readonly __vaultSecret: never };

/**
 * Every vault secret this journal has had, the present one first. A slot holds them all: what was sealed, or backed
 * up, before the secret was changed still opens.
 */
export type Keyring = readonly [VaultSecret, ...VaultSecret[]];

/** What one vault secret seals with. */
export interface SealingKeys {
  /** Names the vault secret without telling it; stands beside everything sealed under it. */
  readonly keyId: string;
  /** Seals rows and drafts, XChaCha20-Poly1305. */
  readonly rowKey: Uint8Array;
  /** Seals what is large and outside transactions (checkpoints, attachments), AES-256-GCM. */
  readonly blobKey: CryptoKey;
}

export interface Vault extends SealingKeys {
  /** Keys of secrets that were replaced: they open what they sealed, and seal nothing more. */
  readonly former: readonly SealingKeys[];
  /** Marks revisions as this journal's own. From the first secret ever, so that own words stay known as such. */
  readonly tagKey: Uint8Array;
  /** Ed25519 seed that signs shares; from the first secret as well, since buddies know it. */
  readonly signingSeed: Uint8Array;
}

const prefix = 'age-secret-key-';

export function isVaultSecret(text: string): text is VaultSecret {
  try {
    return bech32.decodeToBytes(text.toLowerCase()).prefix === prefix;
  } catch {
    return false;
  }
}

/** One identity a line, as `age-keygen` writes them and `age -i` reads them; comments and empty lines are allowed. */
export function keyringText(keyring: Keyring): string {
  return `${keyring.join('\n')}\n`;
}

/** Undefined where there is no secret, or a line that is none: half a keyring would lose words. */
export function parseKeyring(text: string): Keyring | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [present, ...former] = lines.filter(isVaultSecret);
  return present === undefined || former.length + 1 < lines.length ? undefined : [present, ...former];
}

export async function unlockVault(keyring: Keyring): Promise<Vault> {
  const [present, ...former] = keyring;
  const first = former.at(-1) ?? present;
  const [keys, ...formerKeys] = await Promise.all([sealingKeys(present), ...former.map(sealingKeys)]);
  return {
    ...keys,
    former: formerKeys,
    tagKey: derive(first, 'own words'),
    signingSeed: derive(first, 'signing'),
  };
}

/** Whether something sealed under this key id can be opened. */
export function knowsKey({ keyId, former }: Vault, id: string): boolean {
  return id === keyId || former.some((keys) => keys.keyId === id);
}

async function sealingKeys(secret: VaultSecret): Promise<SealingKeys> {
  const keyId = hex(derive(secret, 'key id', 8));
  const blobBytes = derive(secret, `blobs/${keyId}`) as Uint8Array<ArrayBuffer>;
  const blobKey = await crypto.subtle.importKey('raw', blobBytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { keyId, rowKey: derive(secret, `rows/${keyId}`), blobKey };
}

/** HKDF-SHA-256 (RFC 5869) of the identity's 32 secret bytes; the label keeps the keys independent. */
function derive(secret: VaultSecret, label: string, length = 32): Uint8Array {
  const { bytes } = bech32.decodeToBytes(secret.toLowerCase());
  return hkdf(sha256, bytes, undefined, utf8ToBytes(`stringwalk/1/${label}`), length);
}
