/**
 * @file The parts of a ZIP (PKWARE APPNOTE 6.3.10) that a backup uses: sizes stand in the local headers, so that it
 * can be read from front to back as well as by its directory at the end. No descriptors, no comments, no dates.
 */

/** Stored as it is, or deflated. */
export type Method = 0 | 8;

export interface ZipEntry {
  readonly name: string;
  readonly method: Method;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its local header begins. */
  readonly offset: number;
}

export const localSignature = 0x04034b50;
export const localHeaderBytes = 30;
const directorySignature = 0x02014b50;
const endSignature = 0x06054b50;
const wideEndSignature = 0x06064b50;
const wideLocatorSignature = 0x07064b50;

/** What 16 and 32 bits cannot say stands in the wide (ZIP64) fields, and these in their place. */
const most16 = 0xffff;
const most32 = 0xffffffff;

/** Bytes, one field after another, little endian. */
class Fields {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(length: number) {
    this.bytes = new Uint8Array(length);
    this.#view = new DataView(this.bytes.buffer);
  }

  u16(...values: readonly number[]): this {
    for (const value of values) {
      this.#view.setUint16(this.#at, value, true);
      this.#at += 2;
    }
    return this;
  }

  u32(...values: readonly number[]): this {
    for (const value of values) {
      this.#view.setUint32(this.#at, value, true);
      this.#at += 4;
    }
    return this;
  }

  u64(...values: readonly number[]): this {
    for (const value of values) {
      this.#view.setBigUint64(this.#at, BigInt(value), true);
      this.#at += 8;
    }
    return this;
  }

  text(ascii: string): this {
    for (let index = 0; index < ascii.length; index += 1)
      this.bytes[this.#at + index] = ascii.charCodeAt(index);
    this.#at += ascii.length;
    return this;
  }
}

/** Time 0 of 1 January 1980: when a member was made is nobody's business, and a ZIP knows no earlier day. */
const noMoment = [0, 0x21] as const;
const plainVersion = 20;
const wideVersion = 45;

export function localHeader({ name, method, crc, packedBytes, bytes }: ZipEntry): Uint8Array {
  return new Fields(localHeaderBytes + name.length)
    .u32(localSignature)
    .u16(plainVersion, 0, method, ...noMoment)
    .u32(crc, packedBytes, bytes)
    .u16(name.length, 0)
    .text(name).bytes;
}

/** All that stands after the last member. It follows from the members alone, byte for byte. */
export function directory(entries: readonly ZipEntry[], offset: number): Uint8Array {
  const lines = entries.map(directoryLine);
  const size = lines.reduce((sum, { length }) => sum + length, 0);
  const isWide = entries.length >= most16 || offset >= most32 || size >= most32;
  const pieces = [...lines, ...(isWide ? [wideEnd(entries.length, size, offset)] : [])];
  const [count, shownSize, shownOffset] = isWide ? [most16, most32, most32] : [entries.length, size, offset];
  const end = new Fields(22)
    .u32(endSignature)
    .u16(0, 0, count, count)
    .u32(shownSize, shownOffset)
    .u16(0).bytes;
  return joined([...pieces, end]);
}

function directoryLine({ name, method, crc, packedBytes, bytes, offset }: ZipEntry): Uint8Array {
  const isFar = offset >= most32;
  const line = new Fields(46 + name.length + (isFar ? 12 : 0))
    .u32(directorySignature)
    .u16(plainVersion, isFar ? wideVersion : plainVersion, 0, method, ...noMoment)
    .u32(crc, packedBytes, bytes)
    .u16(name.length, isFar ? 12 : 0, 0, 0, 0)
    .u32(0, isFar ? most32 : offset)
    .text(name);
  return isFar ? line.u16(1, 8).u64(offset).bytes : line.bytes;
}

function wideEnd(count: number, size: number, offset: number): Uint8Array {
  return new Fields(56 + 20)
    .u32(wideEndSignature)
    .u64(44)
    .u16(wideVersion, wideVersion)
    .u32(0, 0)
    .u64(count, count, size, offset)
    .u32(wideLocatorSignature, 0)
    .u64(offset + size)
    .u32(1).bytes;
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
