/** @file For whom backups are made besides this journal itself: the recovery key, if there is one. */
import { z } from 'zod/mini';
import type { Random } from '#shared/base/ids.ts';
import { ageRecipient, type BackupAbout } from '#shared/share/backupManifest.ts';
import { openRow, sealRow } from '../sealing.ts';
import { shell } from '../shell.ts';
import type { Slots } from '../slots.ts';
import { type Keyring, keyringText, type Vault } from '../vault.ts';

const note = z.looseObject({ recipient: ageRecipient, confirmedAt: z.optional(z.number()) });
export const recoveryNotePlace = { store: 'meta', id: 'recovery' } as const;

export type RecoveryNote = NonNullable<BackupAbout['recovery']>;

/** The note is sealed, so that nobody who can write on this disk puts a key of their own there. */
export function recoveryNoteIn({ recoveryNote }: Slots, vault: Vault): RecoveryNote | undefined {
  if (!recoveryNote) return undefined;
  const opened = openRow(recoveryNote, recoveryNotePlace, vault);
  const parsed = opened.ok ? note.safeParse(opened.value) : undefined;
  if (!parsed?.success) return undefined;
  const { recipient, confirmedAt } = parsed.data;
  return { recipient, ...(confirmedAt === undefined ? {} : { confirmedAt }) };
}

/** Lets the recovery key open a restored journal as it did the one before. */
export async function writeRecoverySlot(
  keyring: Keyring,
  recovery: RecoveryNote,
  { vault, random }: { readonly vault: Vault; readonly random: Random },
): Promise<boolean> {
  const { encryptBytesToKeys } = await import('../ageFile.ts');
  const plain = new TextEncoder().encode(keyringText(keyring));
  const file = await encryptBytesToKeys(plain, [recovery.recipient]);
  // The note, sealed under the present key, says that this was done: never where it was not.
  if (!(await shell.writeSlot({ slot: 'recovery', value: file })).ok) return false;
  const value = sealRow(recovery, recoveryNotePlace, vault, random);
  return (await shell.writeSlot({ slot: 'recoveryNote', value })).ok;
}
