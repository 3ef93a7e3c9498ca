/**
 * @file A recovery key as words: the 32 secret bytes of an age X25519 identity in eight groups of four words. A group
 * holds four bytes and one byte that checks them, so that a slip of the pen names its group.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { bech32 } from '@scure/base';
import { invariant } from '../base/assert.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { spokenWords } from '../share/spokenWords.ts';

export const groupCount = 8;
export const wordsInAGroup = 4;
const bytesInAGroup = 4;
const secretBytes = groupCount * bytesInAGroup;
/** 1,024 words: each is ten bits, and four are five bytes. */
const wordCount = 1024;

/** Four words, as they stand beside a number on the sheet. */
export type WordGroup = readonly string[];

/** The eight groups, in the order of the sheet. */
export function wordsOf(secret: Uint8Array): readonly WordGroup[] {
  invariant(secret.length === secretBytes, 'a recovery key has 32 bytes');
  return Array.from({ length: groupCount }, (_, index) => {
    const data = secret.subarray(index * bytesInAGroup, (index + 1) * bytesInAGroup);
    return group(data, checkOf(index + 1, data));
  });
}

/** The four bytes of group `number` (1 to 8); `misfit` where its check does not fit. The words are of the list. */
export function bytesOf(number: number, words: WordGroup): Result<Uint8Array, 'misfit'> {
  invariant(words.length === wordsInAGroup, 'a group has four words');
  const value = words.reduce((sum, word) => sum * wordCount + placeOf(word), 0);
  const data = new Uint8Array(bytesInAGroup);
  // Forty bits are too many for the shifts of JavaScript.
  new DataView(data.buffer).setUint32(0, Math.floor(value / 256));
  return value % 256 === checkOf(number, data) ? ok(data) : err('misfit');
}

export function isRecoveryWord(word: string): boolean {
  return places.has(word);
}

const prefix = 'age-secret-key-';

/** `AGE-SECRET-KEY-1…`, as `age-keygen` would write it and `age -i` reads it. */
export function identityOf(secret: Uint8Array): string {
  return bech32.encodeFromBytes(prefix, secret).toUpperCase();
}

/** The 32 bytes in `AGE-SECRET-KEY-1…`; undefined where it is none, or one with a slip in it. */
export function secretOf(identity: string): Uint8Array | undefined {
  try {
    const decoded = bech32.decodeToBytes(identity.toLowerCase());
    return decoded.prefix === prefix && decoded.bytes.length === secretBytes ? decoded.bytes : undefined;
  } catch {
    return undefined;
  }
}

const places: ReadonlyMap<string, number> = new Map(spokenWords.map((word, place) => [word, place]));

function placeOf(word: string): number {
  const place = places.get(word);
  invariant(place !== undefined, 'only words of the list are counted');
  return place;
}

function group(data: Uint8Array, check: number): WordGroup {
  let value = new DataView(data.buffer, data.byteOffset).getUint32(0) * 256 + check;
  const words: string[] = [];
  for (let count = 0; count < wordsInAGroup; count += 1) {
    words.unshift(spokenWords[value % wordCount] ?? '');
    value = Math.floor(value / wordCount);
  }
  return words;
}

/** The number is part of it: a group in another's place does not fit there. */
function checkOf(number: number, data: Uint8Array): number {
  const hash = sha256(concatBytes(utf8ToBytes('stringwalk/1/recovery group'), Uint8Array.of(number), data));
  return hash[0] ?? 0;
}
