import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decryptForKey, encryptToKeys, recipientOf } from '#renderer/journal/ageFile.ts';
import { piecesOf, streamOf } from '#renderer/journal/backup/streams.ts';
import { keyrings } from '../support/backupBook.ts';
import { howMany, tried } from '../support/howMany.ts';
import { missingPrograms } from '../support/sharePrograms.ts';
import { noise } from './damage.ts';

/** Files of sizes round the borders of age's chunks, from here to the `age` program and from it to here. */

const [identity] = keyrings.toms;
const chunkBytes = 64 * 1024;

const beside = [-16, -1, 0, 1, 16];
/** Nothing and a little, then a little less and more than every number of chunks. */
const sizes = Array.from({ length: 21 }, (_, chunks) => beside.map((more) => chunks * chunkBytes + more))
  .flat()
  .filter((size) => size >= 0)
  .slice(0, howMany({ short: 12, full: 100 }));

let folder: string;
let keyFile: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stringwalk-age-'));
  keyFile = join(folder, 'key.txt');
  await writeFile(keyFile, `${identity}\n`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What it writes. Given a name it would write no file at all for nothing. */
async function age(...args: readonly string[]): Promise<Buffer> {
  const options = { encoding: 'buffer', maxBuffer: 2 ** 26 } as const;
  const { stdout } = await promisify(execFile)('age', args, options);
  return stdout;
}

async function joined(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(stream)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe.skipIf(missingPrograms().length > 0)('the age program', () => {
  it('opens what was encrypted here, of any size', async () => {
    const file = join(folder, 'ours.age');
    for (const size of sizes) {
      const bytes = noise(size, size + 1);
      const recipient = await recipientOf(identity);
      await writeFile(file, await joined(await encryptToKeys(streamOf([bytes].values()), [recipient])));
      expect(Buffer.compare(await age('-d', '-i', keyFile, file), bytes), `${size} bytes`).toBe(0);
      tried();
    }
  });

  it('is opened here, whatever the size', async () => {
    const plain = join(folder, 'plain');
    for (const size of sizes) {
      const bytes = noise(size, size + 1);
      await writeFile(plain, bytes);
      const file = await age('-e', '-r', await recipientOf(identity), plain);
      const opened = await decryptForKey(new Uint8Array(file), identity);
      expect(opened.ok && Buffer.compare(opened.value, bytes), `${size} bytes`).toBe(0);
      tried();
    }
  });
});
