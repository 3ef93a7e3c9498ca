/** @file A journal brought back to a computer that has none. */
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import { writeRecoverySlot } from '../journal/backup/recoveryNote.ts';
import type { Restore, RestoreTrouble } from '../journal/backup/restore.ts';
import { beginFrom } from '../journal/beginning.ts';
import { clearGround } from '../journal/ground.ts';
import type { Surroundings } from '../journal/openVault.ts';
import { writeOpenSlot, writePassphraseSlot } from '../journal/slots.ts';
import { unlockVault } from '../journal/vault.ts';
import type { OpenParts } from './openJournal.ts';

/** How the journal is opened from now on. */
export interface RestoredLock {
  /** Empty: it is not protected on this disk. */
  readonly passphrase: string;
  /** Of a recovery key that was just typed from its sheet: nobody needs to ask whether it is there. */
  readonly recipient?: string | undefined;
}

/** Slots, photos, then every revision in one write. Cut short anywhere, the next start welcomes somebody again. */
export async function restoreJournal(
  around: Surroundings,
  restore: Restore,
  lock: RestoredLock,
  onProgress: (done: number) => void,
): Promise<Result<OpenParts, RestoreTrouble>> {
  // A disk or shell that fails outright is one more way of not having written.
  return lay(around, restore, lock, onProgress).catch(() => err({ why: 'not-kept' }));
}

async function lay(
  around: Surroundings,
  restore: Restore,
  { passphrase, recipient }: RestoredLock,
  onProgress: (done: number) => void,
): Promise<Result<OpenParts, RestoreTrouble>> {
  const taken = await restore.take();
  if (!taken.ok) return taken;
  if (!(await clearGround(around))) return err({ why: 'not-kept' });
  const { keyring, revisions, about } = taken.value;
  const vault = await unlockVault(keyring);
  const slot =
    passphrase === '' ? await writeOpenSlot(keyring) : await writePassphraseSlot(keyring, passphrase);
  if (!slot.ok) return err({ why: 'not-kept' });
  const note = recipient === undefined ? about.recovery : { recipient, confirmedAt: around.clock.now() };
  if (note && !(await writeRecoverySlot(keyring, note, { vault, random: around.random }))) {
    return err({ why: 'not-kept' });
  }
  const photos = await restore.photos({ onProgress });
  if (!photos.ok) return photos;
  const journal = await beginFrom(vault, around, about.me, revisions);
  return journal.ok ? ok({ ...around, journal: journal.value, vault, keyring }) : err({ why: 'not-kept' });
}
