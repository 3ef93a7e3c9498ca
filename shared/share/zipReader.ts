import { inflateSync } from 'fflate';
import { letGo } from '../base/letGo.ts';
import { crc32 } from './crc32.ts';
import {
  directory,
  joined,
  localHeader,
  localHeaderBytes,
  localSignature,
  type ZipEntry,
} from './zipFormat.ts';
import { safeMemberName } from './zipWriter.ts';

export interface ZipMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ZipLimits {
  readonly members: number;
  /** One member, inflated. */
  readonly memberBytes: number;
}

/** Why a ZIP was not read to its end. Thrown, since it ends whatever reads. */
export class ZipProblem extends Error {
  readonly why: 'not-a-zip' | 'damaged' | 'too-big';
  constructor(why: ZipProblem['why']) {
    super(why);
    this.why = why;
  }
}

/**
 * Reads a ZIP of `ZipWriter` from front to back, a member at a time. The pieces of the source are given away: their
 * memory goes once it is not needed. A member's bytes hold until the next one is asked for. Every member is checked against its header, and
 * at the end the directory against the members: whoever takes them all has had exactly what was written.
 */
export async function* readZip(
  source: AsyncIterable<Uint8Array>,
  limits: ZipLimits,
): AsyncGenerator<ZipMember, void, undefined> {
  const bytes = new Bytes(source);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  for (;;) {
    const offset = bytes.taken;
    const start = await bytes.peek(4);
    if (!start || view(start).getUint32(0, true) !== localSignature) break;
    const entry = await readHeader(bytes, offset, limits);
    if (names.has(entry.name)) throw new ZipProblem('damaged');
    if (names.size >= limits.members) throw new ZipProblem('too-big');
    names.add(entry.name);
    entries.push(entry);
    yield { name: entry.name, bytes: unpacked(entry, await need(bytes, entry.packedBytes)) };
  }
  if (entries.length === 0) throw new ZipProblem('not-a-zip');
  const expected = directory(entries, bytes.taken);
  const found = await need(bytes, expected.length);
  if (!isSame(found, expected)) throw new ZipProblem('damaged');
  if ((await bytes.peek(1)) !== undefined) throw new ZipProblem('damaged');
}

async function readHeader(bytes: Bytes, offset: number, limits: ZipLimits): Promise<ZipEntry> {
  // A copy: taking the name may let go of where these lie.
  const fixed = (await need(bytes, localHeaderBytes)).slice();
  const fields = view(fixed);
  const method = fields.getUint16(8, true);
  const [packedBytes, size] = [fields.getUint32(18, true), fields.getUint32(22, true)];
  if (method !== 0 && method !== 8) throw new ZipProblem('damaged');
  if (method === 0 && packedBytes !== size) throw new ZipProblem('damaged');
  if (Math.max(packedBytes, size) > limits.memberBytes) throw new ZipProblem('too-big');
  const name = String.fromCharCode(...(await need(bytes, Math.min(fields.getUint16(26, true), 256))));
  if (!safeMemberName.test(name)) throw new ZipProblem('damaged');
  const entry: ZipEntry = { name, method, crc: fields.getUint32(14, true), packedBytes, bytes: size, offset };
  // Nothing else in it may be otherwise: no flags, no dates, nothing between the name and the bytes.
  if (!isSame(fixed, localHeader(entry).subarray(0, localHeaderBytes))) throw new ZipProblem('damaged');
  return entry;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function unpacked({ method, bytes, crc }: ZipEntry, packed: Uint8Array): Uint8Array {
  const whole = method === 0 ? packed : inflated(packed, bytes);
  if (whole.length !== bytes || crc32(whole) !== crc) throw new ZipProblem('damaged');
  return whole;
}

/** Never more than was announced: what inflates further is cut there, and then its checksum is wrong. */
function inflated(packed: Uint8Array, bytes: number): Uint8Array {
  try {
    return inflateSync(packed, { out: new Uint8Array(bytes) });
  } catch {
    throw new ZipProblem('damaged');
  }
}

async function need(bytes: Bytes, count: number): Promise<Uint8Array> {
  const found = await bytes.take(count);
  if (!found) throw new ZipProblem('damaged');
  return found;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bytes as they are asked for, from pieces as they come. */
class Bytes {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #held: Uint8Array[] = [];
  #count = 0;
  taken = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#pieces = source[Symbol.asyncIterator]();
  }

  /** Undefined where fewer are left. */
  async peek(count: number): Promise<Uint8Array | undefined> {
    while (this.#count < count) {
      const { value, done } = await this.#pieces.next();
      if (done) return undefined;
      this.#held.push(value);
      this.#count += value.length;
    }
    const [first] = this.#held;
    if (first === undefined || first.length < count) {
      const whole = joined(this.#held);
      this.#held.forEach(letGo);
      this.#held = [whole];
    }
    return (this.#held[0] ?? new Uint8Array()).subarray(0, count);
  }

  async take(count: number): Promise<Uint8Array | undefined> {
    const found = await this.peek(count);
    const [first] = this.#held;
    if (found === undefined || first === undefined) return found;
    this.#held[0] = first.subarray(count);
    if (first.length === count) this.#held.shift();
    this.#count -= count;
    this.taken += count;
    return found;
  }
}
