/**
 * @file The one place where words become unreadable bytes and come back. Rows use a synchronous cipher, so that no
 * IndexedDB transaction can slip away under an `await`. What is sealed is padded and bound to its place: moved to
 * another row, another store or another journal it does not open.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Random } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { SealingKeys, Vault } from './vault.ts';

const format = 1;

/** Where sealed bytes lie. Part of what is authenticated. */
export interface SealedPlace {
  readonly store: 'rows' | 'drafts' | 'meta' | 'checkpoint' | 'attachments';
  readonly id: string;
}

function context(place: SealedPlace, keyId: string): Uint8Array<ArrayBuffer> {
  return utf8ToBytes(`stringwalk/${format}|${place.store}|${place.id}|${keyId}`) as Uint8Array<ArrayBuffer>;
}

/** Nonce (24 bytes), then XChaCha20-Poly1305 over the padded text. */
export function sealRow(
  value: unknown,
  place: SealedPlace,
  vault: Vault,
  random: Random,
): Uint8Array<ArrayBuffer> {
  const nonce = random.bytes(24);
  const cipher = xchacha20poly1305(vault.rowKey, nonce, context(place, vault.keyId));
  return concatBytes(
    nonce,
    cipher.encrypt(pad(utf8ToBytes(JSON.stringify(value)))),
  ) as Uint8Array<ArrayBuffer>;
}

/**
 * The JSON that was sealed, still untrusted; or `damaged`: wrong key, wrong place or changed bytes. The present key is
 * tried first, then those it replaced.
 */
export function openRow(sealed: Uint8Array, place: SealedPlace, vault: Vault): Result<unknown, 'damaged'> {
  for (const keys of [vault, ...vault.former]) {
    try {
      return ok(JSON.parse(decoder.decode(unpad(openPadded(sealed, place, keys)))));
    } catch {
      // The next key, if there is one.
    }
  }
  return err('damaged');
}

/**
 * The same bytes in the same place, sealed under the present key: also what no version of this program understands.
 * `fresh` is undefined where they are so already.
 */
export function resealRow(
  sealed: Uint8Array,
  place: SealedPlace,
  vault: Vault,
  random: Random,
): Result<{ readonly plain: Uint8Array; readonly fresh: Uint8Array<ArrayBuffer> | undefined }, 'damaged'> {
  for (const keys of [vault, ...vault.former]) {
    try {
      const padded = openPadded(sealed, place, keys);
      const plain = unpad(padded);
      if (keys === vault) return ok({ plain, fresh: undefined });
      const nonce = random.bytes(24);
      const cipher = xchacha20poly1305(vault.rowKey, nonce, context(place, vault.keyId));
      return ok({ plain, fresh: concatBytes(nonce, cipher.encrypt(padded)) as Uint8Array<ArrayBuffer> });
    } catch {
      // The next key, if there is one.
    }
  }
  return err('damaged');
}

function openPadded(sealed: Uint8Array, place: SealedPlace, keys: SealingKeys): Uint8Array {
  const cipher = xchacha20poly1305(keys.rowKey, sealed.subarray(0, 24), context(place, keys.keyId));
  return cipher.decrypt(sealed.subarray(24));
}

/** Nonce (12 bytes), then AES-256-GCM over the padded bytes. For what is large: some ten times faster, but asynchronous. */
export async function sealBlob(
  bytes: Uint8Array,
  place: SealedPlace,
  vault: Vault,
  random: Random,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = random.bytes(12) as Uint8Array<ArrayBuffer>;
  const parameters = { name: 'AES-GCM', iv, additionalData: context(place, vault.keyId) };
  const sealed = await crypto.subtle.encrypt(parameters, vault.blobKey, pad(bytes));
  return concatBytes(iv, new Uint8Array(sealed)) as Uint8Array<ArrayBuffer>;
}

export async function openBlob(
  sealed: Uint8Array<ArrayBuffer>,
  place: SealedPlace,
  vault: Vault,
): Promise<Result<Uint8Array<ArrayBuffer>, 'damaged'>> {
  for (const keys of [vault, ...vault.former]) {
    const iv = sealed.subarray(0, 12);
    const parameters = { name: 'AES-GCM', iv, additionalData: context(place, keys.keyId) };
    try {
      const opened = await crypto.subtle.decrypt(parameters, keys.blobKey, sealed.subarray(12));
      return ok(unpad(new Uint8Array(opened)));
    } catch {
      // The next key, if there is one.
    }
  }
  return err('damaged');
}

/** As `resealRow`, for what is large. */
export async function resealBlob(
  sealed: Uint8Array<ArrayBuffer>,
  place: SealedPlace,
  vault: Vault,
  random: Random,
): Promise<Result<{ readonly fresh: Uint8Array<ArrayBuffer> | undefined }, 'damaged'>> {
  if ((await openBlob(sealed, place, { ...vault, former: [] })).ok) return ok({ fresh: undefined });
  const opened = await openBlob(sealed, place, vault);
  return opened.ok ? ok({ fresh: await sealBlob(opened.value, place, vault, random) }) : opened;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * PADMÉ (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", 2019):
 * a length grows by at most 12 %, and tells at most O(log log n) bits.
 */
export function padmeLength(length: number): number {
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** Math.max(0, exponent - kept);
  return Math.ceil(length / step) * step;
}

/** Four bytes of length (big endian), the bytes, zeros up to the PADMÉ length, at least 256. */
function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(padmeLength(Math.max(256, bytes.length + 4)));
  new DataView(padded.buffer).setUint32(0, bytes.length);
  padded.set(bytes, 4);
  return padded;
}

function unpad<Buffer extends ArrayBufferLike>(padded: Uint8Array<Buffer>): Uint8Array<Buffer> {
  const length = new DataView(padded.buffer, padded.byteOffset, padded.byteLength).getUint32(0);
  if (length > padded.length - 4) throw new RangeError('padding is longer than what holds it');
  return padded.subarray(4, 4 + length);
}
