import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { readGuardedSlots } from '#electron/main/services/deviceSlot.ts';
import { hasKeyring, unwrapKey, wrapKey } from '#electron/main/services/keyring.ts';
import { openSlots } from '#electron/main/services/slots.ts';

/** Chromium as it wraps: a mark of the key it took, then what only that key reads. */
const store = vi.hoisted(() => ({
  mark: 'v11',
  isSilent: false,
  answer: <T>(answer: T): Promise<T> =>
    store.isSilent ? new Promise(() => undefined) : Promise.resolve(answer),
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: (text: string) => store.answer(Buffer.from(store.mark + text)),
  decryptStringAsync: (wrapped: Buffer) => store.answer({ result: wrapped.toString().slice(3) }),
}));
vi.mock('electron', () => ({ safeStorage: store }));

const key = new Uint8Array([1, 2, 3]);
const { platform } = process;
const pretend = (system: string) => Object.defineProperty(process, 'platform', { value: system });

afterEach(() => {
  pretend(platform);
  store.mark = 'v11';
  store.isSilent = false;
  vi.useRealTimers();
});

test('a key store wraps a key, and gives it back', async () => {
  pretend('linux');
  expect(await hasKeyring()).toBe(true);
  const wrapped = await wrapKey(key);
  expect(wrapped.ok && (await unwrapKey(wrapped.value))).toEqual({ ok: true, value: key });
});

test('on Linux, the key that Chromium has for everybody wraps nothing and opens nothing', async () => {
  pretend('linux');
  const lain = new Uint8Array(Buffer.from('v10AQID'));
  expect(await unwrapKey(lain)).toEqual({ ok: false, error: 'no-keyring' });
  store.mark = 'v10';
  expect(await hasKeyring()).toBe(false);
  expect(await wrapKey(key)).toEqual({ ok: false, error: 'no-keyring' });
});

test('the key store of a Mac marks what it wraps in the same way, and is one', async () => {
  pretend('darwin');
  store.mark = 'v10';
  expect(await hasKeyring()).toBe(true);
  const wrapped = await wrapKey(key);
  expect(wrapped.ok && (await unwrapKey(wrapped.value))).toEqual({ ok: true, value: key });
});

test('a key store that never answers is waited for a quarter of a minute, and counts as none', async () => {
  pretend('linux');
  vi.useFakeTimers();
  store.isSilent = true;
  const sealed = new Uint8Array(Buffer.from('v11AQID'));
  const asked = Promise.all([hasKeyring(), wrapKey(key), unwrapKey(sealed)]);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await asked).toEqual([
    false,
    { ok: false, error: 'no-keyring' },
    { ok: false, error: 'cannot-read' },
  ]);
});

test('a slot that anybody could open is dropped from the disk, and the others stand', async () => {
  pretend('linux');
  const folder = await mkdtemp(join(tmpdir(), 'stringwalk-keyring-'));
  const slots = openSlots(folder);
  await slots.write('passphrase', key);
  await slots.write('device', new Uint8Array(Buffer.from('v11sealed')));
  expect(Object.keys(await readGuardedSlots(slots))).toEqual(['passphrase', 'device']);
  await slots.write('device', new Uint8Array(Buffer.from('v10AQID')));
  expect(await readGuardedSlots(slots)).toEqual({ passphrase: key });
  for (const place of ['slots', 'spare'])
    expect(await readdir(join(folder, 'journal', place))).toEqual(['passphrase.age']);
  await rm(folder, { recursive: true });
});
