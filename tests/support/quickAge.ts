/**
 * @file Files that open with a passphrase at once, as any age may write them. What our own work factor takes is the
 * point of few tests; the others would spend most of their time on it.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Decrypter, Encrypter } from 'age-encryption';

/** An age file of a passphrase under a work factor that takes no time. */
export function quickAge(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(10);
  return encrypter.encrypt(bytes);
}

/**
 * From now on the passphrase of the closed journal in this folder opens it at once. Its backups do not count the file
 * among what they vouch for: they only have a copy of it beside them.
 */
export async function quicken(dataFolder: string, passphrase: string): Promise<void> {
  const slot = join(dataFolder, 'journal', 'slots', 'passphrase.age');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const quick = await quickAge(await decrypter.decrypt(new Uint8Array(await readFile(slot))), passphrase);
  const sum = createHash('sha256').update(quick).digest();
  await writeFile(slot, quick);
  await writeFile(join(dataFolder, 'journal', 'spare', 'passphrase.age'), Buffer.concat([sum, quick]));
  const besideBackups = join(dataFolder, 'backups', 'passphrase.age');
  const isThere = await readFile(besideBackups).catch(() => undefined);
  if (isThere) await writeFile(besideBackups, quick);
}
