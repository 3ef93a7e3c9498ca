import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLockedMark } from '#electron/main/services/lockedMark.ts';
import { openSlots } from '#electron/main/services/slots.ts';
import { disk } from './faultyDisk.ts';

vi.mock('node:fs/promises', async (real) =>
  (await import('./faultyDisk.ts')).onFaultyDisk(await real<typeof import('node:fs/promises')>()),
);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stringwalk-locked-'));
});
afterEach(async () => {
  disk.repair();
  await rm(folder, { recursive: true, force: true });
});

/** As one start of Stringwalk has it. */
function mark() {
  const slots = openSlots(folder);
  return { slots, ...openLockedMark(folder, () => slots.remove('device')) };
}

test('a lock outlives the program that locked, until the journal was opened again', async () => {
  expect(await mark().isSet()).toBe(false);
  const first = mark();
  void first.set();
  // Asked for by the locked page before it shows.
  expect(await first.isSet()).toBe(true);
  expect(await mark().isSet()).toBe(true);
  await mark().remove();
  expect(await mark().isSet()).toBe(false);
});

test('what was asked for last is how it stands', async () => {
  const now = mark();
  void now.remove();
  void now.set();
  expect(await now.isSet()).toBe(true);
});

test('where the mark cannot be written, the key store opens nothing any more', async () => {
  let failed = true;
  for (let call = 1; failed; call += 1) {
    const now = mark();
    await now.remove();
    await now.slots.write('device', new Uint8Array([1]));
    disk.breakAt(call, false);
    await now.set();
    failed = disk.calls >= call;
    disk.repair();
    const asks = (await mark().isSet()) || (await now.slots.readAll()).device === undefined;
    expect(asks, `failing at call ${call}`).toBe(true);
  }
});
