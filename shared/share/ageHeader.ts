import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';

/** What can be told from an age file before any key is tried. */
export interface AgeHeader {
  readonly kind: 'passphrase' | 'recipients';
  /** Whether every recipient is an X25519 key, as ours all are. */
  readonly onlyKeys: boolean;
  readonly armored: boolean;
}

export type HeaderProblem =
  /** Not an age file at all. */
  | 'not-a-share'
  /** It begins as one and then does not go on as one. */
  | 'damaged'
  /** It is one, but its header is larger than anything we would write or try. */
  | 'too-big'
  /** Encrypted to keys, not to a passphrase. */
  | 'not-for-passphrase';

const limits = { headerBytes: 64 * 1024, lineBytes: 4096, stanzas: 16, argumentsEach: 8, workFactor: 18 };
const firstLine = 'age-encryption.org/v1';
const armorStart = '-----BEGIN AGE ENCRYPTED FILE-----';
const lastLine = /^--- [A-Za-z0-9+/]{43}$/;
/** After the header: a nonce, and the tag of at least one chunk. */
const leastPayloadBytes = 32;

/**
 * Reads the header of an age file (C2SP age.md) within limits. It proves nothing; it keeps strangers' files from
 * costing minutes: ten thousand recipients, or a scrypt work factor of 30.
 */
export function inspectHeader(file: Uint8Array): Result<AgeHeader, HeaderProblem> {
  const start = latin(file.subarray(0, 200)).trimStart();
  const armored = start.startsWith(armorStart);
  const header = armored ? dearmorStart(file) : latin(file.subarray(0, limits.headerBytes));
  if (header === undefined || !header.startsWith(firstLine)) return err('not-a-share');
  const lines = header.split('\n');
  if (lines[0] !== firstLine) return err('not-a-share');
  const last = lines.findIndex((text) => text.startsWith('---'));
  if (last < 0 || last === lines.length - 1) {
    return err(file.length > limits.headerBytes ? 'too-big' : 'damaged');
  }
  if (lines.slice(0, last).some((text) => text.length > limits.lineBytes)) return err('too-big');
  if (!lastLine.test(lines[last] ?? '')) return err('damaged');
  const headerBytes = lines.slice(0, last + 1).join('\n').length + 1;
  if (!armored && file.length < headerBytes + leastPayloadBytes) return err('damaged');
  const stanzas = lines
    .slice(1, last)
    .filter((text) => text.startsWith('-> '))
    .map((text) => text.slice(3).split(' '));
  if (stanzas.length > limits.stanzas || stanzas.some((words) => words.length > limits.argumentsEach + 1)) {
    return err('too-big');
  }
  return kindOf(stanzas, armored);
}

/** A passphrase stands alone (age.md, "scrypt recipient type"); its work factor is a plain decimal number. */
function kindOf(stanzas: readonly (readonly string[])[], armored: boolean): Result<AgeHeader, HeaderProblem> {
  const scrypt = stanzas.find(([type]) => type === 'scrypt');
  if (!scrypt) {
    const onlyKeys = stanzas.every(([type, , ...more]) => type === 'X25519' && more.length === 0);
    return stanzas.length === 0 ? err('damaged') : ok({ kind: 'recipients', armored, onlyKeys });
  }
  const [, , workFactor = ''] = scrypt;
  if (stanzas.length > 1 || scrypt.length !== 3 || !/^[1-9]\d{0,9}$/.test(workFactor)) return err('damaged');
  if (Number(workFactor) > limits.workFactor) return err('too-big');
  return ok({ kind: 'passphrase', armored, onlyKeys: false });
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** The first 48 kB of what an armored file holds. */
function dearmorStart(file: Uint8Array): string | undefined {
  const text = latin(file.subarray(0, limits.headerBytes));
  const body = text.slice(text.indexOf(armorStart) + armorStart.length).replace(/-----END[\s\S]*$/, '');
  const packed = body.replace(/\s+/g, '');
  return decodeBase64(packed.slice(0, packed.length - (packed.length % 4)));
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function decodeBase64(packed: string): string | undefined {
  let text = '';
  for (let index = 0; index < packed.length; index += 4) {
    let bits = 0;
    let padding = 0;
    for (const letter of packed.slice(index, index + 4)) {
      const value = letter === '=' ? 0 : alphabet.indexOf(letter);
      if (value < 0) return undefined;
      if (letter === '=') padding += 1;
      bits = bits * 64 + value;
    }
    text += String.fromCharCode((bits >> 16) & 255, (bits >> 8) & 255, bits & 255).slice(0, 3 - padding);
  }
  return text;
}
