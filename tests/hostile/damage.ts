/** @file Ways in which a file comes to be other than it was written. Each gives new bytes and leaves its input alone. */

/** One byte changed. */
export function flipped(bytes: Uint8Array, at: number, mask = 0x01): Uint8Array {
  const changed = bytes.slice();
  changed[at] = (changed[at] ?? 0) ^ mask;
  return changed;
}

/** What lies in [from, to) replaced by something of any length. */
export function spliced(bytes: Uint8Array, from: number, to: number, put: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(to)]));
}

/** `count` places in [0, length), spread evenly; the first and the last are among them. */
export function placesIn(length: number, count: number): readonly number[] {
  if (length <= count) return Array.from({ length }, (_, place) => place);
  return Array.from({ length: count }, (_, n) => Math.round((n * (length - 1)) / (count - 1)));
}

/** Bytes that look like nothing, always the same for a seed. */
export function noise(length: number, seed = 1): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
}
