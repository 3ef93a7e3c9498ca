import { safeStorage } from 'electron';
import { err, ok, type Result } from '#shared/base/result.ts';

/**
 * The operating system's key store, if there is a real one. On Linux without one Electron "encrypts" with a password
 * that is the same for everybody (`basic_text`): that protects nothing and counts as absent.
 */
export async function hasKeyring(): Promise<boolean> {
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return false;
  return hasAsyncCalls() ? safeStorage.isAsyncEncryptionAvailable() : safeStorage.isEncryptionAvailable();
}

export async function wrapKey(value: Uint8Array): Promise<Result<Uint8Array, 'no-keyring'>> {
  if (!(await hasKeyring())) return err('no-keyring');
  const text = Buffer.from(value).toString('base64');
  try {
    const wrapped = hasAsyncCalls()
      ? await safeStorage.encryptStringAsync(text)
      : safeStorage.encryptString(text);
    return ok(new Uint8Array(wrapped));
  } catch {
    return err('no-keyring');
  }
}

/** `cannot-read`: wrapped by another user or machine, or the key store lost its key. */
export async function unwrapKey(
  value: Uint8Array,
): Promise<Result<Uint8Array, 'no-keyring' | 'cannot-read'>> {
  if (!(await hasKeyring())) return err('no-keyring');
  try {
    const wrapped = Buffer.from(value);
    const text = hasAsyncCalls()
      ? (await safeStorage.decryptStringAsync(wrapped)).result
      : safeStorage.decryptString(wrapped);
    return ok(new Uint8Array(Buffer.from(text, 'base64')));
  } catch {
    return err('cannot-read');
  }
}

/** Electron 42 added calls that do not block while a system asks for permission; 33 has only the others. */
function hasAsyncCalls(): boolean {
  return typeof safeStorage.isAsyncEncryptionAvailable === 'function';
}
