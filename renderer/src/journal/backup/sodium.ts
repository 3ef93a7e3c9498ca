/**
 * @file ChaCha20-Poly1305 (RFC 8439) as `@noble/ciphers/chacha.js` has it, from libsodium in WebAssembly: some three
 * times as fast. The build puts it in that module's place for age in the workers that make and read backups, where
 * hundreds of megabytes go by; only these may compile WebAssembly (`electron/main/policy.ts`).
 */
import sodium from 'libsodium-wrappers';

/**
 * To be waited for before age is asked for anything. Not here at the top: a worker hears no messages that come before
 * its first listener, and those that wait at the top come too early.
 */
export const cipherReady: Promise<void> = sodium.ready;

interface Cipher {
  readonly encrypt: (plain: Uint8Array) => Uint8Array;
  /** Throws where the bytes are not those that were encrypted. */
  readonly decrypt: (sealed: Uint8Array) => Uint8Array;
}

/** @public The build gives it to age in the place of noble's. */
export function chacha20poly1305(key: Uint8Array, nonce: Uint8Array): Cipher {
  return {
    encrypt: (plain) => sodium.crypto_aead_chacha20poly1305_ietf_encrypt(plain, null, null, nonce, key),
    decrypt: (sealed) => sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, sealed, null, nonce, key),
  };
}
