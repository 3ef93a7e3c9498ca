/**
 * @file Files that open with a passphrase at once, as any age may write them. What our own work factor takes is the
 * point of few tests; the others would spend most of their time on it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Decrypter, Encrypter } from 'age-encryption';
import { openSlots } from '#electron/main/services/slots.ts';

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
  const slots = openSlots(dataFolder);
  const { passphrase: slow } = await slots.readAll();
  if (!slow) throw new Error('There is no passphrase here');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const quick = await quickAge(await decrypter.decrypt(slow), passphrase);
  if (!(await slots.write('passphrase', quick)).ok) throw new Error('The passphrase cannot be written');
  const besideBackups = join(dataFolder, 'backups', 'passphrase.age');
  const isThere = await readFile(besideBackups).catch(() => undefined);
  if (isThere) await writeFile(besideBackups, quick);
}
