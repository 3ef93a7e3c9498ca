/** @file A journal brought back to a computer that has none. */
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { SlotName } from '#shared/shell/contract.ts';
import { LaidPhotos } from '../journal/backup/laidPhotos.ts';
import { writeRecoverySlot } from '../journal/backup/recoveryNote.ts';
import type { Restore, RestoreLock, RestoreTelling, RestoreTrouble } from '../journal/backup/restore.ts';
import type { Restored } from '../journal/backup/restoring.ts';
import { beginFrom } from '../journal/beginning.ts';
import { clearGround, finishClearing } from '../journal/ground.ts';
import type { Surroundings } from '../journal/openVault.ts';
import { shell } from '../journal/shell.ts';
import { writePassphraseSlot } from '../journal/slots.ts';
import { unlockVault, type Vault } from '../journal/vault.ts';
import type { OpenParts } from './openJournal.ts';

/**
 * Slots, photos, then every revision in one write. Cut short anywhere, the next start welcomes somebody again. Stopped
 * before the last step, nothing of it stays.
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
  if (lock === 'as-it-is' || !(await clearGround(around))) return err({ why: 'not-kept' });
  if (!(await layKeys(taken.value, lock, { ...around, vault }))) return err({ why: 'not-kept' });
  const laid = new LaidPhotos();
  const photos = await restore.photos({ onProgress, keepAttachment: laid.keep });
  if (!photos.ok) {
    await laid.takeBack();
    await finishClearing(around);
    return photos;
  }
  onLast();
  const journal = await beginFrom(vault, around, about.me, revisions);
  return journal.ok ? ok({ ...around, journal: journal.value, vault, keyring }) : err({ why: 'not-kept' });
}

/**
 * The keys by which it opens from now on. The passphrase's file takes its place before any other goes; of these none
 * stays that was not made for this journal.
 */
export async function layKeys(
  { keyring, about }: Restored,
  { passphrase, recipient }: Exclude<RestoreLock, 'as-it-is'>,
  { clock, random, vault }: Surroundings & { readonly vault: Vault },
): Promise<boolean> {
  const slot = await writePassphraseSlot(keyring, passphrase);
  if (!slot.ok) return false;
  const note = recipient === undefined ? about.recovery : { recipient, confirmedAt: clock.now() };
  const stale: readonly SlotName[] = note === undefined ? ['device', 'recovery', 'recoveryNote'] : ['device'];
  for (const each of stale) if (!(await shell.removeSlot({ slot: each })).ok) return false;
  return note === undefined || writeRecoverySlot(keyring, note, { vault, random });
}
