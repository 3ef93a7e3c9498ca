import { invariant } from '../base/assert.ts';
import { crc32 } from './crc32.ts';
import { directory, localHeader, type Method, type ZipEntry } from './zipFormat.ts';

/**
 * Writes a ZIP one member at a time, from front to back, holding only that member. fflate's own stream puts the sizes
 * behind stored members, where nobody can find them without the directory; hence this.
 */
export class ZipWriter {
  readonly #entries: ZipEntry[] = [];
  #offset = 0;

  /** The bytes that come next in the file. Without `deflated` (RFC 1951) the member is stored as it is. */
  add(name: string, bytes: Uint8Array, deflated?: Uint8Array): readonly [Uint8Array, Uint8Array] {
    invariant(safeMemberName.test(name), `${name} is a name for a member`);
    const packed = deflated ?? bytes;
    const method: Method = deflated === undefined ? 0 : 8;
    const entry: ZipEntry = {
      name,
      method,
      crc: crc32(bytes),
      packedBytes: packed.length,
      bytes: bytes.length,
      offset: this.#offset,
    };
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
