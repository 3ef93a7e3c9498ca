import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Room } from '#electron/main/services/room.ts';

test('the ballast keeps its room also where the file system squeezes what it is given', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stringwalk-room-'));
  await new Room(folder, () => 0).lay();
  const ballast = await readFile(join(folder, 'journal', 'ballast.bin'));
  await rm(folder, { recursive: true });
  expect(ballast).toHaveLength(32 * 1024 * 1024);
  const [first, second] = [ballast.subarray(0, 1024 * 1024), ballast.subarray(1024 * 1024, 2 * 1024 * 1024)];
  expect(first.equals(second)).toBe(false);
  expect(deflateRawSync(first, { level: 1 }).length).toBeGreaterThan(first.length * 0.99);
});
