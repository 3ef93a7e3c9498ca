/** @file A journal brought back to a computer that has none. */
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import { LaidPhotos } from '../journal/backup/laidPhotos.ts';
import { writeRecoverySlot } from '../journal/backup/recoveryNote.ts';
import type { Restore, RestoreLock, RestoreTelling, RestoreTrouble } from '../journal/backup/restore.ts';
import type { Restored } from '../journal/backup/restoring.ts';
import { beginFrom } from '../journal/beginning.ts';
import { clearGround, finishClearing } from '../journal/ground.ts';
import { heal } from '../journal/healing.ts';
import type { Surroundings } from '../journal/openVault.ts';
import { writePassphraseSlot } from '../journal/slots.ts';
import { unlockVault, type Vault } from '../journal/vault.ts';
import type { OpenParts } from './openJournal.ts';

/**
 * Slots, photos, then every revision in one write. Cut short anywhere, the next start welcomes somebody again. Stopped
 * before the last step, nothing of it stays; keys that lay here before are left as they are until then.
 */
export async function restoreJournal(
  around: Surroundings,
  restore: Restore,
  lock: RestoreLock,
  telling: RestoreTelling,
): Promise<Result<OpenParts, RestoreTrouble>> {
  // A disk or shell that fails outright is one more way of not having written.
  return lay(around, restore, lock, telling).catch(() => err({ why: 'not-kept' }));
}

async function lay(
  around: Surroundings,
  restore: Restore,
  lock: RestoreLock,
  { onProgress, onLast }: RestoreTelling,
): Promise<Result<OpenParts, RestoreTrouble>> {
  const taken = await restore.take();
  if (!taken.ok) return taken;
  const { keyring, revisions, about } = taken.value;
  const vault = await unlockVault(keyring);
  const isFresh = lock !== 'as-it-is' && !lock.isHere;
  if (isFresh && !(await layLock(around, taken.value, lock, vault))) return err({ why: 'not-kept' });
  // A database that was lost under its keys is made ready to be written; on clear ground it is.
  if (!(await heal({ ...around, vault })).ok) return err({ why: 'not-kept' });
  const laid = new LaidPhotos();
  const photos = await restore.photos({ onProgress, keepAttachment: laid.keep });
  if (!photos.ok) {
    await laid.takeBack();
    if (isFresh) await finishClearing(around);
    return photos;
  }
  onLast();
  const isLocked = isFresh || lock === 'as-it-is' || (await layLock(around, taken.value, lock, vault));
  if (!isLocked) return err({ why: 'not-kept' });
  const journal = await beginFrom(vault, around, about.me, revisions);
  return journal.ok ? ok({ ...around, journal: journal.value, vault, keyring }) : err({ why: 'not-kept' });
}

async function layLock(
  around: Surroundings,
  { keyring, about }: Restored,
  { passphrase, recipient, isHere }: Exclude<RestoreLock, 'as-it-is'>,
  vault: Vault,
): Promise<boolean> {
  // Keys that lie here are this journal's: they stand until the new ones do.
  if (!isHere && !(await clearGround(around))) return false;
  const slot = await writePassphraseSlot(keyring, passphrase);
  if (!slot.ok) return false;
  const note = recipient === undefined ? about.recovery : { recipient, confirmedAt: around.clock.now() };
  return note === undefined || writeRecoverySlot(keyring, note, { vault, random: around.random });
}
