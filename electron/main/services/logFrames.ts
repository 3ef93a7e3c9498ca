/**
 * @file The log's bytes. A file is a header and frames; a frame holds the rows of one write, all or none:
 *
 *     4  "SWf1"
 *     4  bytes of rows (all numbers are unsigned and big endian)
 *     4  the frame's number, from 1
 *     4  rows in the log so far, with this frame's
 *    16  tally of all rows so far: XOR of the first 16 bytes of SHA-256(row id, key id)
 *    32  checksum of the frame before, or of the header
 *    32  checksum: SHA-256 of all of the above but the marker, and of the rows
 *        rows, each: 16 row id, 8 key id, 4 length, sealed bytes
 *     4  bytes of rows once more, so that the last frame is found from the end
 *
 * Each frame can be verified by itself, and each names the one before: what is damaged is known, and loses no other.
 */
import { createHash } from 'node:crypto';
import { invariant } from '#shared/base/assert.ts';
import type { LogRow } from '#shared/shell/contract.ts';

export const logHeader = Buffer.from('stringwalk log 1\n');
export const frameHead = 96;
export const frameTail = 4;
const marker = Buffer.from('SWf1');
const rowHead = 28;

/** Where a log stands after a frame: what the next one goes on from. */
export interface LogEnd {
  /** Number of the last frame; 0 before the first. */
  readonly number: number;
  readonly rows: number;
  readonly tally: Buffer;
  readonly checksum: Buffer;
}

export const emptyLog: LogEnd = {
  number: 0,
  rows: 0,
  tally: Buffer.alloc(16),
  checksum: createHash('sha256').update(logHeader).digest(),
};

/** A frame read back: where the log stands after it, and what it says stood before. */
export interface Frame {
  readonly end: LogEnd;
  readonly before: Buffer;
  readonly rows: readonly LogRow[];
  /** Of the whole frame, in bytes. */
  readonly length: number;
}

export function encodeFrame(rows: readonly LogRow[], after: LogEnd): { frame: Buffer; end: LogEnd } {
  const payload = Buffer.concat(rows.flatMap(encodeRow));
  const head = Buffer.alloc(frameHead);
  const tally = rows.reduce(addToTally, after.tally);
  marker.copy(head, 0);
  head.writeUInt32BE(payload.length, 4);
  head.writeUInt32BE(after.number + 1, 8);
  head.writeUInt32BE(after.rows + rows.length, 12);
  tally.copy(head, 16);
  after.checksum.copy(head, 32);
  const checksum = createHash('sha256').update(head.subarray(4, 64)).update(payload).digest();
  checksum.copy(head, 64);
  const tail = Buffer.alloc(frameTail);
  tail.writeUInt32BE(payload.length);
  const end = { number: after.number + 1, rows: after.rows + rows.length, tally, checksum };
  return { frame: Buffer.concat([head, payload, tail]), end };
}

/** The bytes of the frame whose head stands here, or undefined where none does. Says nothing about its being whole. */
export function frameLength(head: Buffer): number | undefined {
  if (head.length < frameHead || !head.subarray(0, 4).equals(marker)) return undefined;
  return frameHead + head.readUInt32BE(4) + frameTail;
}

/** The whole frame that begins here; undefined where it is cut or anything in it was changed. */
export function decodeFrame(bytes: Buffer): Frame | undefined {
  const length = frameLength(bytes);
  if (length === undefined || bytes.length < length) return undefined;
  const payload = bytes.subarray(frameHead, length - frameTail);
  const checksum = createHash('sha256').update(bytes.subarray(4, 64)).update(payload).digest();
  const whole =
    checksum.equals(bytes.subarray(64, 96)) && bytes.readUInt32BE(length - frameTail) === payload.length;
  const rows = whole ? decodeRows(payload) : undefined;
  if (rows === undefined) return undefined;
  return {
    end: {
      number: bytes.readUInt32BE(8),
      rows: bytes.readUInt32BE(12),
      tally: Buffer.from(bytes.subarray(16, 32)),
      checksum,
    },
    before: Buffer.from(bytes.subarray(32, 64)),
    rows,
    length,
  };
}

/** Where the next marker stands, for going on behind damage. */
export function nextMarker(bytes: Buffer, from: number): number | undefined {
  const found = bytes.indexOf(marker, from);
  return found < 0 ? undefined : found;
}

function encodeRow({ id, keyId, sealed }: LogRow): Buffer[] {
  const head = Buffer.alloc(rowHead);
  invariant(head.write(id, 0, 16, 'hex') === 16 && head.write(keyId, 16, 8, 'hex') === 8, 'ids are hex');
  head.writeUInt32BE(sealed.length, 24);
  return [head, Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length)];
}

function decodeRows(payload: Buffer): readonly LogRow[] | undefined {
  const rows: LogRow[] = [];
  for (let at = 0; at < payload.length; ) {
    if (at + rowHead > payload.length) return undefined;
    const end = at + rowHead + payload.readUInt32BE(at + 24);
    if (end > payload.length) return undefined;
    rows.push({
      id: payload.toString('hex', at, at + 16),
      keyId: payload.toString('hex', at + 16, at + 24),
      // A copy: the buffer it was read into is large, and would be sent along.
      sealed: new Uint8Array(payload.subarray(at + rowHead, end)),
    });
    at = end;
  }
  return rows;
}

/** The same for the same rows in any order, so that two places can be compared without reading either. */
export function addToTally(tally: Buffer, { id, keyId }: Pick<LogRow, 'id' | 'keyId'>): Buffer {
  const sum = createHash('sha256').update(Buffer.from(id, 'hex')).update(Buffer.from(keyId, 'hex')).digest();
  return Buffer.from(tally.map((byte, place) => byte ^ (sum[place] ?? 0)));
}
