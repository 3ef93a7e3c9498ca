/**
 * @file A journal brought back to where it lay: its keys, its database or its log are damaged, lost, or another
 * journal's. Whatever of it can still be opened stays and is joined with the backup; what cannot is set aside.
 */
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import { LaidPhotos } from '../journal/backup/laidPhotos.ts';
import type { Restore, RestoreLock, RestoreTelling, RestoreTrouble } from '../journal/backup/restore.ts';
import type { Restored } from '../journal/backup/restoring.ts';
import { beginFrom } from '../journal/beginning.ts';
import { type Database, isOfDatabase } from '../journal/db.ts';
import { type Healed, heal, logPages } from '../journal/healing.ts';
import { openJournal, prefetch, type Surroundings } from '../journal/openVault.ts';
import { shell } from '../journal/shell.ts';
import { knowsKey, unlockVault, type Vault } from '../journal/vault.ts';
import type { OpenParts } from './openJournal.ts';
import { layKeys } from './restoreJournal.ts';

type Reclaimed<T = undefined> = Result<T, RestoreTrouble>;
type OnProgress = RestoreTelling['onProgress'];

/** What lies in one of the two places where all rows lie. */
type Lying = 'nothing' | 'ours' | 'foreign' | 'unreadable';

export interface Reclaiming {
  readonly around: Surroundings;
  /** Whether pages that are another journal's may be set aside for it. */
  readonly mayReplace: boolean;
}

/** Cut short or stopped anywhere, the next start stops where this one did, or opens the journal. */
export async function reclaimJournal(
  reclaiming: Reclaiming,
  restore: Restore,
  lock: RestoreLock,
  telling: RestoreTelling,
): Promise<Reclaimed<OpenParts>> {
  // A disk or shell that fails outright is one more way of not having written.
  return reclaim(reclaiming, restore, lock, telling).catch(() => err({ why: 'not-kept' }));
}

async function reclaim(
  { around, mayReplace }: Reclaiming,
  restore: Restore,
  lock: RestoreLock,
  telling: RestoreTelling,
): Promise<Reclaimed<OpenParts>> {
  const taken = await restore.take();
  if (!taken.ok) return taken;
  const vault = await unlockVault(taken.value.keyring);
  const database = await lyingIn(vault, logPages(around.db)).catch(unreadableDatabase);
  const logged = await lyingIn(vault, around.log.pages());
  const isOurs = database === 'ours' || logged === 'ours';
  const isForeign = !isOurs && (database === 'foreign' || logged === 'foreign');
  if (isForeign && !mayReplace) return err({ why: 'other-pages' });

  const whose = isForeign ? 'foreign' : 'ours';
  if (lock !== 'as-it-is') {
    const kept = await shell.setAside({ what: 'keys', whose });
    if (!kept.ok) return refused(kept);
  }
  if (logged === 'foreign' && !(await around.log.setAside())) return err({ why: 'not-kept' });
  if (database === 'foreign' || database === 'unreadable') {
    const kept = await setDatabaseAside(around.db, whose);
    if (!kept.ok) return kept;
  }
  // Not before: keys beside pages that they do not open would ask for a passphrase, and stop there.
  const isLocked = lock === 'as-it-is' || (await layKeys(taken.value, lock, { ...around, vault }));
  if (!isLocked) return err({ why: 'not-kept' });
  return isOurs
    ? joinWithWhatIsHere(around, restore, taken.value, vault, telling)
    : beginAnew(around, restore, taken.value, vault, telling);
}

/** What is here opens with the keys of the backup: the two are one journal. */
async function joinWithWhatIsHere(
  around: Surroundings,
  restore: Restore,
  { keyring }: Restored,
  vault: Vault,
  telling: RestoreTelling,
): Promise<Reclaimed<OpenParts>> {
  const { onProgress } = telling;
  const healed = await makeWhole(around, vault, onProgress);
  if (!healed.ok) return healed;
  // Sealing anew, where that is due, waits for the next start: here it would come between what is read and what is kept.
  const opened = await openJournal(vault, around, await prefetch(around));
  if (!opened.ok) return err({ why: 'not-kept' });
  const parts: OpenParts = { ...around, ...opened.value, vault, keyring, healed: healed.value };
  const { me, replica, standing } = parts.journal;
  const attachments = await shell.listAttachments();
  const into = { me, replica, lamport: standing.lamport };
  // Once more, now that there is a journal to compare it with.
  const planned = await restore.open({ identities: keyring, keyring, into, attachments }, onProgress);
  if (!planned.ok) return planned;
  const joined = await restore.into(parts.journal, parts, telling);
  return joined.ok ? ok(parts) : joined;
}

async function beginAnew(
  around: Surroundings,
  restore: Restore,
  { keyring, revisions, about }: Restored,
  vault: Vault,
  { onProgress, onLast }: RestoreTelling,
): Promise<Reclaimed<OpenParts>> {
  // A database that was lost is made ready to be written.
  const healed = await makeWhole(around, vault, onProgress);
  if (!healed.ok) return healed;
  const laid = new LaidPhotos();
  const photos = await restore.photos({ onProgress, keepAttachment: laid.keep });
  if (!photos.ok) {
    await laid.takeBack();
    return photos;
  }
  onLast();
  const journal = await beginFrom(vault, around, about.me, revisions);
  return journal.ok ? ok({ ...around, journal: journal.value, vault, keyring }) : err({ why: 'not-kept' });
}

async function makeWhole(
  around: Surroundings,
  vault: Vault,
  onProgress: OnProgress,
): Promise<Reclaimed<Healed>> {
  const healed = await heal({ ...around, vault }, { onProgress });
  if (!healed.ok) return err({ why: 'not-kept' });
  return healed.value.waitsForRoom ? err({ why: 'no-room' }) : healed;
}

async function lyingIn(
  vault: Vault,
  pages: AsyncIterable<readonly { readonly keyId: string }[]>,
): Promise<Lying> {
  let lying: Lying = 'nothing';
  for await (const rows of pages) {
    if (rows.some(({ keyId }) => knowsKey(vault, keyId))) return 'ours';
    if (rows.length > 0) lying = 'foreign';
  }
  return lying;
}

/** A database that is only slow, and whatever else may go wrong, is no reason to take it for broken. */
function unreadableDatabase(problem: unknown): Lying {
  if (isOfDatabase(problem)) return 'unreadable';
  throw problem;
}

async function setDatabaseAside(db: Database, whose: 'ours' | 'foreign'): Promise<Reclaimed> {
  db.close({ disableAutoOpen: false });
  const kept = await shell.setAside({ what: 'database', whose });
  return kept.ok ? ok(undefined) : refused(kept);
}

function refused({ error }: { readonly error: string }): Reclaimed<never> {
  return err({ why: error === 'no-room' ? 'no-room' : 'not-kept' });
}
