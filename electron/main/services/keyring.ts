import { safeStorage } from 'electron';
import { err, ok, type Result } from '#shared/base/result.ts';

/**
 * How long a key store may take: it may ask for a password of its own, and some never answer. Enough to type one; then
 * the passphrase is asked for.
 */
const patienceMs = 15_000;

/**
 * Whether the operating system has a real key store. On Linux it is not enough to ask: where none answers, Chromium
 * wraps all the same, under a key that is the same for everybody. So a word is wrapped, and looked at.
 */
export async function hasKeyring(): Promise<boolean> {
  return (await wrapKey(new Uint8Array(32))).ok;
}

export async function wrapKey(value: Uint8Array): Promise<Result<Uint8Array, 'no-keyring'>> {
  try {
    const wrapped = await inTime(encrypt(Buffer.from(value).toString('base64')));
    return wrapped === undefined || isForEverybody(wrapped) ? err('no-keyring') : ok(new Uint8Array(wrapped));
  } catch {
    return err('no-keyring');
  }
}

/** `cannot-read`: wrapped by another user or machine, or the key store lost its key, or does not answer. */
export async function unwrapKey(
  value: Uint8Array,
): Promise<Result<Uint8Array, 'no-keyring' | 'cannot-read'>> {
  if (isForEverybody(value)) return err('no-keyring');
  try {
    const wrapped = Buffer.from(value);
    const text = hasAsyncCalls()
      ? (await inTime(safeStorage.decryptStringAsync(wrapped))).result
      : safeStorage.decryptString(wrapped);
    return ok(new Uint8Array(Buffer.from(text, 'base64')));
  } catch {
    return err('cannot-read');
  }
}

/**
 * Whether this was wrapped under the key that stands in Chromium's source (PosixKeyProvider: "peanuts", marked `v10`;
 * what a key store wraps is marked `v11` or later). On Linux only: a Mac's own key store marks with `v10`.
 */
export function isForEverybody(wrapped: Uint8Array): boolean {
  return process.platform === 'linux' && Buffer.from(wrapped.subarray(0, 3)).toString('latin1') === 'v10';
}

async function encrypt(text: string): Promise<Buffer | undefined> {
  if (!hasAsyncCalls())
    return safeStorage.isEncryptionAvailable() ? safeStorage.encryptString(text) : undefined;
  return (await safeStorage.isAsyncEncryptionAvailable()) ? safeStorage.encryptStringAsync(text) : undefined;
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The key store took too long')), patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Electron 42 added calls that do not block while a system asks for permission; 33 has only the others. */
function hasAsyncCalls(): boolean {
  return typeof safeStorage.isAsyncEncryptionAvailable === 'function';
}
