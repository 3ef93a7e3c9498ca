/** @file Runs in the page of the benchmarks' build: the passphrase's own cost, and nothing else. */
import { scrypt } from '@noble/hashes/scrypt.js';

/** Milliseconds for one guess, with the figures every passphrase slot is written with (scrypt 2^18). */
export function bareScrypt(): number {
  const begun = performance.now();
  scrypt('lantern otter seven plaid', new Uint8Array(16), { N: 2 ** 18, r: 8, p: 1, dkLen: 32 });
  return performance.now() - begun;
}
