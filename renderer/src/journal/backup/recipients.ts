import { z } from 'zod';
import { openRow } from '../sealing.ts';
import type { Slots } from '../slots.ts';
import type { Vault } from '../vault.ts';

const note = z.object({ recipient: z.string().regex(/^age1[02-9ac-hj-np-z]+$/) });

/**
 * Whom backups are made for besides this journal itself: the recovery key, if there is one. The note is sealed, so
 * that nobody who can write on this disk puts a key of their own there.
 */
export function recoveryRecipients({ recoveryNote }: Slots, vault: Vault): readonly string[] {
  if (!recoveryNote) return [];
  const opened = openRow(recoveryNote, { store: 'meta', id: 'recovery' }, vault);
  const parsed = opened.ok ? note.safeParse(opened.value) : undefined;
  return parsed?.success ? [parsed.data.recipient] : [];
}
