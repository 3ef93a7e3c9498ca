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

export interface Vault {
  /** Names the vault secret without telling it; stands beside everything sealed under it. */
  readonly keyId: string;
  /** Seals rows and drafts, XChaCha20-Poly1305. */
  readonly rowKey: Uint8Array;
  /** Seals what is large and outside transactions (checkpoints, attachments), AES-256-GCM. */
  readonly blobKey: CryptoKey;
  /** Marks revisions as this journal's own. */
  readonly tagKey: Uint8Array;
  /** Ed25519 seed that signs shares. */
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

/** HKDF-SHA-256 (RFC 5869) of the identity's 32 secret bytes; the label keeps the keys independent. */
export async function unlockVault(secret: VaultSecret): Promise<Vault> {
  const { bytes } = bech32.decodeToBytes(secret.toLowerCase());
  const derive = (label: string, length = 32) =>
    hkdf(sha256, bytes, undefined, utf8ToBytes(`stringwalk/1/${label}`), length);
  const keyId = hex(derive('key id', 8));
  const blobBytes = derive(`blobs/${keyId}`) as Uint8Array<ArrayBuffer>;
  const blobKey = await crypto.subtle.importKey('raw', blobBytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return {
    keyId,
    rowKey: derive(`rows/${keyId}`),
    blobKey,
    tagKey: derive('own words'),
    signingSeed: derive('signing'),
  };
}
