import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, crc32 as nodeCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '#shared/share/crc32.ts';
import { readZip, type ZipLimits, ZipProblem } from '#shared/share/zipReader.ts';
import { ZipWriter } from '#shared/share/zipWriter.ts';
import { missingPrograms, testZip } from '../../../support/sharePrograms.ts';

type Member = readonly [name: string, bytes: Uint8Array, how: 'store' | 'deflate'];

const limits: ZipLimits = { members: 100_000, memberBytes: 1_000_000 };

function zipOf(members: readonly Member[]): Uint8Array {
  const writer = new ZipWriter();
  const pieces = members.flatMap(([name, bytes, how]) =>
    how === 'store'
      ? writer.add(name, bytes)
      : writer.addDeflated(
          name,
          { crc: nodeCrc32(bytes), bytes: bytes.length },
          new Uint8Array(deflateRawSync(bytes)),
        ),
  );
  return new Uint8Array(Buffer.concat([...pieces, writer.end()]));
}

/** Read from pieces of a size, as a stream brings them. */
async function read(
  zip: Uint8Array,
  piece = zip.length,
  allowed = limits,
): Promise<[string, string][] | string> {
  async function* pieces() {
    for (let at = 0; at < zip.length; at += piece) yield zip.slice(at, at + piece);
  }
  const found: [string, string][] = [];
  try {
    for await (const { name, bytes } of readZip(pieces(), allowed)) {
      found.push([name, Buffer.from(bytes).toString('hex')]);
    }
    return found;
  } catch (problem) {
    if (problem instanceof ZipProblem) return problem.why;
    throw problem;
  }
}

const plain = (members: readonly Member[]) =>
  members.map(([name, bytes]): [string, string] => [name, Buffer.from(bytes).toString('hex')]);

const members = fc.uniqueArray(
  fc.tuple(
    fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,12}(\/[a-z0-9][a-z0-9._-]{0,12})?$/),
    fc.uint8Array({ maxLength: 300 }),
    fc.constantFrom('store' as const, 'deflate' as const),
  ),
  { minLength: 1, maxLength: 12, selector: ([name]) => name },
);

describe('a ZIP written one member at a time', () => {
  it('is read back member by member, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(members, fc.integer({ min: 1, max: 200 }), async (list, piece) => {
        expect(await read(zipOf(list), piece)).toEqual(plain(list));
      }),
    );
  });

  it('is read by others as well', () => {
    fc.assert(
      fc.property(members, (list) => {
        const found = unzipSync(zipOf(list));
        for (const [name, bytes] of list) expect(found[name]).toEqual(bytes);
      }),
    );
  });

  it('of more members than the plain directory can count is whole for unzip too', async () => {
    const many = Array.from({ length: 70_000 }, (_, n): Member => [`n${n}`, new Uint8Array(), 'store']);
    const zip = zipOf(many);
    expect((await read(zip)).length).toBe(70_000);
    if (missingPrograms().includes('unzip')) return;
    const folder = await mkdtemp(join(tmpdir(), 'stringwalk-zip-'));
    await writeFile(join(folder, 'many.zip'), zip);
    expect(await testZip(join(folder, 'many.zip'))).toContain('No errors detected');
    await rm(folder, { recursive: true });
  });
});

describe('a ZIP that somebody has been at', () => {
  const list: readonly Member[] = [
    ['about.json', Buffer.from('{"what":"nothing"}'), 'deflate'],
    ['attachments/photo', Buffer.alloc(500, 7), 'store'],
  ];
  const zip = zipOf(list);

  it('is damaged after a change of any byte', async () => {
    for (let at = 0; at < zip.length; at += 1) {
      const changed = zip.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(typeof (await read(changed)), `at ${at}`).toBe('string');
    }
  });

  it('is damaged wherever it ends, and where anything follows', async () => {
    for (let end = 0; end < zip.length; end += 1) {
      expect(typeof (await read(zip.subarray(0, end))), `to ${end}`).toBe('string');
    }
    expect(await read(new Uint8Array([...zip, 0]))).toBe('damaged');
    expect(await read(new Uint8Array())).toBe('not-a-zip');
  });

  it('is refused where a member is too large, there are too many, or one comes twice', async () => {
    expect(await read(zip, zip.length, { ...limits, memberBytes: 499 })).toBe('too-big');
    expect(await read(zip, zip.length, { ...limits, members: 1 })).toBe('too-big');
    expect(await read(zipOf([...list, ...list]))).toBe('damaged');
  });

  it('unfolds to no more than it said, whatever it is made of', async () => {
    const bomb = zipOf([['bomb', Buffer.alloc(900_000), 'deflate']]);
    // Both the header and the directory say ten bytes.
    const view = new DataView(bomb.buffer);
    const directoryAt = bomb.length - 22 - 46 - 4;
    for (const at of [22, directoryAt + 24]) view.setUint32(at, 10, true);
    expect(await read(bomb)).toBe('damaged');
  });
});

it('the checksum is the one of every ZIP', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 1000 }), (bytes) => {
      expect(crc32(bytes)).toBe(nodeCrc32(bytes));
    }),
  );
});
