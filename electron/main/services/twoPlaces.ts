/**
 * @file A small file that is written again and again, each time for good. It holds two places of one size, and what is
 * written takes the older one: a write that is cut short leaves the one before it whole, and one flush is enough, where
 * a new file in place of the old one needs two, and changes the folder besides.
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** SHA-256 of all that follows it, how often the file was written, bytes of the value. */
const headerBytes = 32 + 4 + 4;
/** A page of text, sealed, has room in it. */
const placeBytes = 16 * 1024;

interface Place {
  readonly from: number;
  readonly count: number;
  readonly value: Uint8Array;
}

/** A file that holds this and nothing else, with room for what is typed next. */
export function withTwoPlaces(value: Uint8Array): Uint8Array {
  const placed = inPlace(1, value);
  const size = Math.ceil((placed.length * 1.5) / placeBytes) * placeBytes;
  // Written to the end: then no later write asks the disk for more.
  const file = new Uint8Array(2 * size);
  file.set(placed);
  return file;
}

/** What was written last and is whole; all of it where no place is, as in the files of the first Stringwalks. */
export function newestIn(file: Uint8Array): Uint8Array {
  return new Uint8Array(newestPlace(file)?.value ?? file);
}

/** On the disk when it answers true. False where it has no such places, or too small ones, or was not written whole. */
export async function writeInPlace(path: string, value: Uint8Array): Promise<boolean> {
  const file = await open(path, 'r+');
  try {
    const found = await file.readFile();
    const newest = newestPlace(found);
    const placed = inPlace((newest?.count ?? 0) + 1, value);
    const second = secondPlace(found);
    if (!newest || placed.length > second) return false;
    const { bytesWritten } = await file.write(placed, 0, placed.length, newest.from === 0 ? second : 0);
    await file.datasync();
    return bytesWritten === placed.length;
  } finally {
    await file.close();
  }
}

function inPlace(count: number, value: Uint8Array): Uint8Array {
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(count, 0);
  numbers.writeUInt32BE(value.length, 4);
  return Buffer.concat([checksum(numbers, value), numbers, value]);
}

function newestPlace(file: Uint8Array): Place | undefined {
  const [one, other] = [placeAt(file, 0), placeAt(file, secondPlace(file))];
  return one && other ? (one.count > other.count ? one : other) : (one ?? other);
}

/** Where it begins, which is how many bytes either has. */
function secondPlace(file: Uint8Array): number {
  return Math.floor(file.length / 2);
}

function placeAt(file: Uint8Array, from: number): Place | undefined {
  const place = Buffer.from(file.buffer, file.byteOffset + from, secondPlace(file));
  if (place.length < headerBytes) return undefined;
  const value = place.subarray(headerBytes, headerBytes + place.readUInt32BE(36));
  if (!checksum(place.subarray(32, headerBytes), value).equals(place.subarray(0, 32))) return undefined;
  return { from, count: place.readUInt32BE(32), value };
}

function checksum(numbers: Uint8Array, value: Uint8Array): Buffer {
  return createHash('sha256').update(numbers).update(value).digest();
}
