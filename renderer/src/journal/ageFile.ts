/**
 * @file The only place that knows age (https://age-encryption.org). Loaded when a passphrase or a share needs it.
 */
import * as age from 'age-encryption';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import { type HeaderProblem, inspectHeader } from '#shared/share/ageHeader.ts';
import type { VaultSecret } from './vault.ts';

/** scrypt 2^18: some 1.5 s and 256 MiB. More is refused from strangers, less is not written. */
const workFactor = 18;

export async function newVaultSecret(): Promise<VaultSecret> {
  return (await age.generateX25519Identity()) as VaultSecret;
}

/** A standard age file that opens with the passphrase, here or with `age -d`. */
export async function encryptWithPassphrase(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const encrypter = new age.Encrypter();
  encrypter.setPassphrase(normalise(passphrase));
  encrypter.setScryptWorkFactor(workFactor);
  return encrypter.encrypt(bytes);
}

export type AgeProblem = HeaderProblem | 'wrong-passphrase';

/** We never write armor, and taking it off needs many times its size. */
const largestArmoredBytes = 16 * 1024 * 1024;

/**
 * Decrypts wholly or not at all. The header is looked at first, within limits, since age parsers have none:
 * a stranger's file could keep them busy for minutes.
 */
export async function decryptWithPassphrase(
  file: Uint8Array,
  passphrase: string,
): Promise<Result<Uint8Array, AgeProblem>> {
  const header = inspectHeader(file);
  if (!header.ok) return header;
  if (header.value.kind !== 'passphrase') return err('not-for-passphrase');
  const decrypter = new age.Decrypter();
  decrypter.addPassphrase(normalise(passphrase));
  const binary = header.value.armored ? withoutArmor(file) : ok(file);
  if (!binary.ok) return binary;
  let opened: ReadableStream<Uint8Array>;
  try {
    // The stream begins once the file key is unwrapped: a failure up to here is the passphrase
    // (or a changed header, which looks the same), later it is the payload.
    opened = await decrypter.decrypt(new Blob([binary.value as Uint8Array<ArrayBuffer>]).stream());
  } catch {
    return err('wrong-passphrase');
  }
  try {
    return ok(
      new Uint8Array(await new Response(opened as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer()),
    );
  } catch {
    return err('damaged');
  }
}

/** A new file to these recipients (`age1…`), encrypted while it streams. */
export function encryptToKeys(
  plain: ReadableStream<Uint8Array>,
  recipients: readonly string[],
): Promise<ReadableStream<Uint8Array>> {
  return encrypterFor(recipients).encrypt(plain);
}

/** The same of bytes that are all there. */
export function encryptBytesToKeys(plain: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  return encrypterFor(recipients).encrypt(plain);
}

function encrypterFor(recipients: readonly string[]): age.Encrypter {
  const encrypter = new age.Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter;
}

/**
 * The plain bytes of a file that one of these identities opens. Its header was looked at before, within limits. They
 * come before the end is verified: nothing of them counts until the stream has ended well.
 */
export async function decryptWithKeys(
  file: ReadableStream<Uint8Array>,
  identities: readonly string[],
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new age.Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return decrypter.decrypt(file);
}

/** One small file that a key opens, decrypted wholly or not at all. */
export async function decryptForKey(
  file: Uint8Array,
  identity: string,
): Promise<Result<Uint8Array, 'wrong-key' | 'damaged'>> {
  const header = inspectHeader(file);
  if (!header.ok || header.value.kind !== 'recipients' || header.value.armored) return err('damaged');
  let opened: ReadableStream<Uint8Array>;
  try {
    // As above: up to here it is the key, later it is the payload.
    opened = await decryptWithKeys(new Blob([file as Uint8Array<ArrayBuffer>]).stream(), [identity]);
  } catch {
    return err('wrong-key');
  }
  try {
    return ok(
      new Uint8Array(await new Response(opened as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer()),
    );
  } catch {
    return err('damaged');
  }
}

/** Whom to encrypt to, so that this identity opens it. */
export function recipientOf(identity: string): Promise<string> {
  return age.identityToRecipient(identity);
}

function withoutArmor(file: Uint8Array): Result<Uint8Array, AgeProblem> {
  if (file.length > largestArmoredBytes) return err('too-big');
  try {
    return ok(age.armor.decode(new TextDecoder().decode(file)));
  } catch {
    return err('damaged');
  }
}

/** One spelling for what a keyboard may give in several (NFKC), and no stray space around it. */
function normalise(passphrase: string): string {
  return passphrase.normalize('NFKC').trim();
}
