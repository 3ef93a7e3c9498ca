/**
 * @file The recovery key: a second way into the journal, on paper. Its slot is an age file that holds the keyring; a
 * sealed note beside it says whose key it is and whether the sheet was checked. The key itself is never written.
 */

import { invariant } from '#shared/base/assert.ts';
import type { Random } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import { secretOf, type WordGroup, wordsOf } from '#shared/recovery/recoveryWords.ts';
import { type TypedProblem, typedIdentity } from '#shared/recovery/typedKey.ts';
import { type RecoveryNote, recoveryNoteIn, recoveryNotePlace } from './backup/recoveryNote.ts';
import { sealRow } from './sealing.ts';
import { shell } from './shell.ts';
import type { Slots } from './slots.ts';
import { type Keyring, keyringText, parseKeyring, type Vault } from './vault.ts';

/** What a recovery sheet shows. Lives while its page stands, and nowhere else. */
export interface RecoveryKey {
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  readonly recipient: string;
  readonly groups: readonly WordGroup[];
}

export type RecoveryState =
  | { readonly state: 'none' }
  /** There is a key, but nobody has said yet that its sheet is in the drawer. */
  | { readonly state: 'unconfirmed' }
  | { readonly state: 'confirmed'; readonly confirmedAt: number };

export type RecoveryProblem =
  | TypedProblem
  | { readonly why: 'no-slot' }
  /** A whole key, but not of this journal, or of a sheet that a newer one has replaced. */
  | { readonly why: 'wrong-key' }
  | { readonly why: 'damaged' };

export interface RecoveryParts {
  readonly vault: Vault;
  readonly keyring: Keyring;
  readonly random: Random;
}

export async function recoveryState({ vault }: Pick<RecoveryParts, 'vault'>): Promise<RecoveryState> {
  const slots = await shell.readSlots();
  const note = slots.recovery && recoveryNoteIn(slots, vault);
  if (!note) return { state: 'none' };
  const { confirmedAt } = note;
  return confirmedAt === undefined ? { state: 'unconfirmed' } : { state: 'confirmed', confirmedAt };
}

/**
 * A new key. Its slot is written at once, so that the sheet counts from the moment it is seen; but a sheet that was
 * checked holds until this one is checked as well, so that there is never none.
 */
export async function makeRecoveryKey(parts: RecoveryParts): Promise<Result<RecoveryKey, 'not-written'>> {
  const { newVaultSecret, recipientOf } = await import('./ageFile.ts');
  // The same sort of secret as the vault's: an age X25519 identity.
  const identity = await newVaultSecret();
  const secret = secretOf(identity);
  invariant(secret !== undefined, 'age makes whole identities');
  const key = { identity, recipient: await recipientOf(identity), groups: wordsOf(secret) };
  const { state } = await recoveryState(parts);
  if (state === 'confirmed') return ok(key);
  const written = await writeRecoveryKey(parts, key, { recipient: key.recipient });
  return written ? ok(key) : err('not-written');
}

/** The sheet was checked: from now on it opens the journal, and no other does. */
export async function confirmRecovery(
  parts: RecoveryParts,
  key: RecoveryKey,
  confirmedAt: number,
): Promise<Result<undefined, 'not-written'>> {
  const written = await writeRecoveryKey(parts, key, { recipient: key.recipient, confirmedAt });
  return written ? ok(undefined) : err('not-written');
}

/** What a typed recovery key opens. */
export async function openWithRecoveryKey(
  { recovery }: Slots,
  typed: string,
): Promise<Result<Keyring, RecoveryProblem>> {
  const identity = typedIdentity(typed);
  if (!identity.ok) return identity;
  if (!recovery) return err({ why: 'no-slot' });
  return openSlot(recovery, identity.value);
}

/** A sheet that has just opened the journal is there, whether or not it was ever checked. */
export async function noteUsedSheet(
  { vault, random }: Omit<RecoveryParts, 'keyring'>,
  typed: string,
  usedAt: number,
): Promise<void> {
  const identity = typedIdentity(typed);
  if (!identity.ok) return;
  const { recipientOf } = await import('./ageFile.ts');
  const recipient = await recipientOf(identity.value);
  const before = recoveryNoteIn(await shell.readSlots(), vault);
  if (before?.recipient === recipient && before.confirmedAt !== undefined) return;
  const value = sealRow({ recipient, confirmedAt: usedAt }, recoveryNotePlace, vault, random);
  // Where it cannot be written, the sheet is asked for once more: no harm.
  await shell.writeSlot({ slot: 'recoveryNote', value });
}

async function openSlot(
  file: Uint8Array,
  identity: string,
): Promise<Result<Keyring, { readonly why: 'wrong-key' | 'damaged' }>> {
  const { decryptForKey } = await import('./ageFile.ts');
  const opened = await decryptForKey(file, identity);
  if (!opened.ok) return err({ why: opened.error });
  const keyring = parseKeyring(new TextDecoder().decode(opened.value));
  return keyring ? ok(keyring) : err({ why: 'damaged' });
}

/**
 * The slot, then the note. Where a sheet had been noted before, it goes on opening the slot until the note names the
 * new one: whichever of the two somebody keeps after this was cut short, it opens the journal.
 */
async function writeRecoveryKey(
  parts: RecoveryParts,
  { identity, recipient }: RecoveryKey,
  note: RecoveryNote,
): Promise<boolean> {
  const { vault, random } = parts;
  const before = recoveryNoteIn(await shell.readSlots(), vault)?.recipient ?? recipient;
  const isReplaced = before !== recipient;
  const both = isReplaced ? [before, recipient] : [recipient];
  if (!(await writeSlotFor(parts, identity, both))) return false;
  const value = sealRow(note, recoveryNotePlace, vault, random);
  if (!(await shell.writeSlot({ slot: 'recoveryNote', value })).ok) return false;
  return !isReplaced || writeSlotFor(parts, identity, [recipient]);
}

/** Opened again before it takes the place of the one before it, and once more as it lies on the disk. */
async function writeSlotFor(
  { keyring }: RecoveryParts,
  identity: string,
  recipients: readonly string[],
): Promise<boolean> {
  const { encryptBytesToKeys } = await import('./ageFile.ts');
  const file = await encryptBytesToKeys(new TextEncoder().encode(keyringText(keyring)), recipients);
  const holdsAll = async (slot: Uint8Array | undefined) => {
    const opened = slot && (await openSlot(slot, identity));
    return opened?.ok === true && keyringText(opened.value) === keyringText(keyring);
  };
  if (!(await holdsAll(file))) return false;
  if (!(await shell.writeSlot({ slot: 'recovery', value: file })).ok) return false;
  return holdsAll((await shell.readSlots()).recovery);
}
