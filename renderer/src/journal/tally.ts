/** @file Whether two places hold the same rows, told without reading either. */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { hex } from '#shared/base/ids.ts';
import type { LogRow } from '#shared/shell/contract.ts';

/** The same for the same rows in any order: how many, and the XOR of 16 bytes of SHA-256(row id, key id) of each. */
export interface Tally {
  readonly rows: number;
  /** 16 bytes, hex. */
  readonly tally: string;
}

export const noRows: Tally = { rows: 0, tally: '00'.repeat(16) };

export function withRows(before: Tally, rows: Iterable<Pick<LogRow, 'id' | 'keyId'>>): Tally {
  return changed(before, rows, 1);
}

export function withoutRows(before: Tally, rows: Iterable<Pick<LogRow, 'id' | 'keyId'>>): Tally {
  return changed(before, rows, -1);
}

/** XOR is its own reverse: what puts a row in takes it out. */
function changed(before: Tally, rows: Iterable<Pick<LogRow, 'id' | 'keyId'>>, by: 1 | -1): Tally {
  const tally = hexToBytes(before.tally);
  let count = before.rows;
  for (const { id, keyId } of rows) {
    const sum = sha256(concatBytes(hexToBytes(id), hexToBytes(keyId)));
    for (let place = 0; place < tally.length; place += 1)
      tally[place] = (tally[place] ?? 0) ^ (sum[place] ?? 0);
    count += by;
  }
  return { rows: count, tally: hex(tally) };
}

export function isSameTally(one: Tally, other: Tally): boolean {
  return one.rows === other.rows && one.tally === other.tally;
}

/** As it lies in the database: it changes with the rows, in their transaction. */
export function tallyBytes({ rows, tally }: Tally): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(20);
  new DataView(bytes.buffer).setUint32(0, rows);
  bytes.set(hexToBytes(tally), 4);
  return bytes;
}

/** Undefined where there is none, as in a database that was emptied. */
export function readTally(bytes: Uint8Array | undefined): Tally | undefined {
  if (bytes?.length !== 20) return undefined;
  return {
    rows: new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0),
    tally: hex(bytes.subarray(4)),
  };
}
