/** @file What opens a backup: copies of the journal's slots that lie beside the backups, in either folder. */
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';
import { readWhole, writeWhole } from '../files.ts';

/** The files that open a backup with a passphrase or a recovery key. */
const keyFiles = { passphrase: 'passphrase.age', recovery: 'recovery.age' } as const;

/** Larger than any of them. */
const largestKeyFile = 1024 * 1024;

/**
 * Makes them those of today: the passphrase of today opens all backups, older ones too, since whatever opened them
 * before is in the keyring.
 */
export async function copyKeys(dataFolder: string, folder: string): Promise<Result<void, 'cannot-write'>> {
  let copied: Result<void, 'cannot-write'> = ok(undefined);
  for (const { name, bytes } of await outdatedKeys(dataFolder, folder)) {
    const written = await writeWhole(join(folder, name), bytes);
    if (!written.ok) copied = err(written.error);
  }
  return copied;
}

/** The keys of today that lie there in no form, or in another. */
export async function outdatedKeys(
  dataFolder: string,
  folder: string,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  const outdated: { name: string; bytes: Uint8Array }[] = [];
  for (const name of Object.values(keyFiles)) {
    const key = await readWhole(join(dataFolder, 'journal', 'slots', name), largestKeyFile);
    if (!key.ok) continue;
    const there = await readWhole(join(folder, name), largestKeyFile);
    const isSame = there.ok && Buffer.from(there.value).equals(key.value);
    if (!isSame) outdated.push({ name, bytes: key.value });
  }
  return outdated;
}

/** Those that lie in a folder, whosever they are. */
export async function keysIn(folder: string): Promise<{ passphrase?: Uint8Array; recovery?: Uint8Array }> {
  const keys: { passphrase?: Uint8Array; recovery?: Uint8Array } = {};
  for (const slot of ['passphrase', 'recovery'] as const) {
    const found = await readWhole(join(folder, keyFiles[slot]), largestKeyFile);
    if (found.ok) keys[slot] = found.value;
  }
  return keys;
}
