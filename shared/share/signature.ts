import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { hex } from '../base/ids.ts';

/** @file Who made a share: Ed25519 (RFC 8032) over the bytes of its manifest, which holds the hash of all the rest. */

/** The key by which others tell that shares come from the journal that holds `seed`: 32 bytes, in hex. */
export function signingKeyOf(seed: Uint8Array): string {
  return hex(ed25519.getPublicKey(seed));
}

/** 64 bytes. */
export function sign(manifest: Uint8Array, seed: Uint8Array): Uint8Array {
  return ed25519.sign(manifest, seed);
}

/** Whether the holder of the key signed exactly these bytes. Strict: keys and signatures have one form only. */
export function isSignedBy(signingKey: string, manifest: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, manifest, hexToBytes(signingKey), { zip215: false });
  } catch {
    return false;
  }
}
