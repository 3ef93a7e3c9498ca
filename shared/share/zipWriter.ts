import { invariant } from '../base/assert.ts';
import { crc32 } from './crc32.ts';
import { directory, localHeader, type Method, type ZipEntry } from './zipFormat.ts';

/** A member as it is when unpacked. */
export interface Whole {
  readonly crc: number;
  readonly bytes: number;
}

/**
 * Writes a ZIP one member at a time, from front to back, holding only that member. fflate's own stream puts the sizes
 * behind stored members, where nobody can find them without the directory; hence this.
 */
export class ZipWriter {
  readonly #entries: ZipEntry[] = [];
  #offset = 0;

  /** The bytes that come next in the file, for a member that is stored as it is. */
  add(name: string, bytes: Uint8Array, crc = crc32(bytes)): readonly [Uint8Array, Uint8Array] {
    return this.#add(name, 0, { crc, bytes: bytes.length }, bytes);
  }

  /** The same for one that was deflated (RFC 1951): `whole` is what it was before. */
  addDeflated(name: string, whole: Whole, deflated: Uint8Array): readonly [Uint8Array, Uint8Array] {
    return this.#add(name, 8, whole, deflated);
  }

  #add(name: string, method: Method, whole: Whole, packed: Uint8Array): readonly [Uint8Array, Uint8Array] {
    invariant(safeMemberName.test(name), `${name} is a name for a member`);
    const entry: ZipEntry = { name, method, ...whole, packedBytes: packed.length, offset: this.#offset };
    const header = localHeader(entry);
    this.#entries.push(entry);
    this.#offset += header.length + packed.length;
    return [header, packed];
  }

  /** The directory: after it nothing comes. */
  end(): Uint8Array {
    return directory(this.#entries, this.#offset);
  }
}

/** Lower-case names, at most one folder deep: nothing that climbs out of where it is unpacked. */
export const safeMemberName = /^[a-z0-9][a-z0-9._-]{0,99}(\/[a-z0-9][a-z0-9._-]{0,99})?$/;
