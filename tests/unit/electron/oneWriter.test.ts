import { mkdtempSync, rmSync } from 'node:fs';
import { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { takeAlone } from '#electron/main/oneWriter.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stringwalk-one-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test('where no name may be held, the lock alone says who comes first, and says it at once', () => {
  vi.spyOn(Server.prototype, 'listen').mockReturnThis();
  const before = performance.now();
  expect(takeAlone(folder, () => true)).toBe(true);
  expect(takeAlone(folder, () => false)).toBe(false);
  expect(performance.now() - before).toBeLessThan(2_000);
});
