import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as age from 'age-encryption';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openSlots } from '#electron/main/services/slots.ts';
import { newVaultSecret } from '#renderer/journal/ageFile.ts';
import { changePassphrase, openWithPassphrase } from '#renderer/journal/slots.ts';
import { type Keyring, keyringText } from '#renderer/journal/vault.ts';
import type { Contract } from '#shared/shell/contract.ts';

/** The slot is asked as the window asks: by its own code, of the shell's own files. Only what lies between is left out. */

const shellSide = vi.hoisted(() => {
  const held: { slots?: ReturnType<typeof openSlots> } = {};
  const readSlots = () => held.slots?.readAll();
  const writeSlot = ({ slot, value }: Contract['writeSlot']['input']) => held.slots?.write(slot, value);
  vi.stubGlobal('window', { stringwalk: { readSlots, writeSlot } });
  return held;
});

// The worker does this and nothing else; Node has none of a browser's.
vi.mock('#renderer/journal/exchange/ageClient.ts', async () => {
  const { decryptWithPassphrase, encryptWithPassphrase } = await import('#renderer/journal/ageFile.ts');
  return { decryptForPassphrase: decryptWithPassphrase, encryptForPassphrase: encryptWithPassphrase };
});

const right = 'Otter lantern june moss';
let keyring: Keyring;

/** Near misses first, for they are what people type; then whatever somebody might try. */
const wrong: readonly string[] = [
  '',
  ' ',
  right.toLowerCase(),
  right.toUpperCase(),
  right.replaceAll(' ', ''),
  right.replaceAll(' ', '  '),
  right.replaceAll(' ', '-'),
  `${right}\u200b`,
  `${right}${right}`,
  right.repeat(1000),
  [...right].toReversed().join(''),
  'constructor',
  '\0',
  '🗝️',
  'AGE-SECRET-KEY-1',
  ...Array.from(right, (_, at) => `${right.slice(0, at)}~${right.slice(at + 1)}`),
  ...Array.from(right, (_, at) => `${right.slice(0, at)}~${right.slice(at)}`),
  ...Array.from({ length: 39 }, (_, number) => `${right} ${number}`),
];

let folder: string;
const inSlots = async () => {
  const paths = ['slots', 'spare'].map((part) => join(folder, 'journal', part));
  const names = await Promise.all(paths.map((path) => readdir(path)));
  const files = paths.flatMap((path, place) => (names[place] ?? []).map((name) => join(path, name)));
  return Promise.all(files.map(async (path) => [path, (await readFile(path)).toString('hex')]));
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stringwalk-passphrase-'));
  keyring = [await newVaultSecret(), await newVaultSecret()];
  const slots = openSlots(folder);
  shellSide.slots = slots;
  // Less work behind the passphrase than is ever written, so that it can be tried hundreds of times.
  const encrypter = new age.Encrypter();
  encrypter.setPassphrase(right);
  encrypter.setScryptWorkFactor(4);
  await slots.write('passphrase', await encrypter.encrypt(keyringText(keyring)));
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await rm(folder, { recursive: true, force: true });
});

it('a passphrase wrong a hundred times opens and changes nothing, and the right one opens', async () => {
  expect(new Set(wrong).size).toBe(100);
  const before = await inSlots();
  for (const passphrase of wrong) {
    const no = { ok: false, error: 'wrong-passphrase' };
    const found = await openSlots(folder).readAll();
    expect(await openWithPassphrase(found, passphrase), passphrase).toEqual(no);
    expect(await changePassphrase(keyring, passphrase, 'one of my own'), passphrase).toEqual(no);
  }
  expect(await inSlots()).toEqual(before);
  const opened = await openWithPassphrase(await openSlots(folder).readAll(), ` ${right} `);
  expect(opened).toEqual({ ok: true, value: keyring });
});
