/**
 * @file A journal brought back to where it lay: its keys, its database or its log are damaged, lost, or another
 * journal's. Whatever of it can still be opened stays and is joined with the backup; what cannot is set aside.
 */
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import { LaidPhotos } from '../journal/backup/laidPhotos.ts';
import type { Restore, RestoreLock, RestoreTelling, RestoreTrouble } from '../journal/backup/restore.ts';
import type { Restored } from '../journal/backup/restoring.ts';
import { censusOf, erasedElsewhere, planReturn } from '../journal/backup/returning.ts';
import { type LyingRows, whoseRows } from '../journal/backup/whoseRows.ts';
import { beginFrom } from '../journal/beginning.ts';
import { isOfDatabase } from '../journal/db.ts';
import { type Healed, heal, logPages } from '../journal/healing.ts';
import { openJournal, prefetch, type Surroundings } from '../journal/openVault.ts';
import { renewReplica } from '../journal/renewReplica.ts';
import { shell } from '../journal/shell.ts';
import { unlockVault, type Vault } from '../journal/vault.ts';
import type { OpenParts } from './openJournal.ts';
import { layKeys } from './restoreJournal.ts';

type Reclaimed<T = undefined> = Result<T, RestoreTrouble>;

/** What lies in one of the two places where all rows lie. */
type Lying = LyingRows['lying'] | 'unreadable';

export interface Reclaiming {
  readonly around: Surroundings;
  /** Whether pages that do not open with its keys may be set aside for it, or be left without the key to them. */
  readonly mayReplace: boolean;
}

/**
 * Photos, then all the rest. Stopped before the last step, nothing was changed; cut short in it, the next start stops
 * where this one did, or opens the journal.
 */
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
  { onProgress, onLast }: RestoreTelling,
): Promise<Reclaimed<OpenParts>> {
  const taken = await restore.take();
  if (!taken.ok) return taken;
  const vault = await unlockVault(taken.value.keyring);
  const found = await lookAround(around, vault);
  // Keys that are older than some of the pages would take the place of those that open them.
  if (found.hasOthers && !mayReplace) return err({ why: 'other-pages' });
  if (found.whose === 'foreign' && !mayReplace) return err({ why: 'other-pages' });

  const laid = new LaidPhotos();
  const photos = await restore.photos({ onProgress, keepAttachment: laid.keep });
  if (photos.ok) onLast();
  const room = photos.ok ? await makeRoom(around, found, lock) : photos;
  if (!room.ok) {
    await laid.takeBack();
    return room;
  }
  // From here on something is changed. What lay here is kept beside it, and it can be done once more.
  const open = await layOut({ around, vault, lock, isOurs: found.whose === 'ours' }, taken.value).catch(
    () => undefined,
  );
  return open?.ok ? open : err({ why: 'half-kept' });
}

async function layOut(
  parts: {
    readonly around: Surroundings;
    readonly vault: Vault;
    readonly lock: RestoreLock;
    readonly isOurs: boolean;
  },
  restored: Restored,
): Promise<Reclaimed<OpenParts>> {
  const { around, vault, lock, isOurs } = parts;
  // Not before: keys beside pages that they do not open would ask for a passphrase, and stop there.
  const isLocked = lock === 'as-it-is' || (await layKeys(restored, lock, { ...around, vault }));
  if (!isLocked) return err({ why: 'not-kept' });
  const healed = await makeWhole(around, vault);
  if (!healed.ok) return healed;
  return isOurs
    ? joinWithWhatIsHere(around, restored, vault, healed.value)
    : beginAnew(around, restored, vault);
}

/** What lies in the two places where all rows lie, and whose it is: ours if anything in either opens. */
interface Found {
  readonly database: Lying;
  readonly logged: Lying;
  readonly whose: 'ours' | 'foreign' | 'nobodys';
  readonly hasOthers: boolean;
}

async function lookAround(around: Surroundings, vault: Vault): Promise<Found> {
  const inDatabase = await whoseRows(vault, logPages(around.db)).catch(unreadableDatabase);
  const inLog = await whoseRows(vault, around.log.pages());
  const [database, logged] = [inDatabase.lying, inLog.lying];
  const all = [database, logged];
  return {
    database,
    logged,
    hasOthers: inDatabase.hasOthers || inLog.hasOthers,
    whose: all.includes('ours') ? 'ours' : all.includes('foreign') ? 'foreign' : 'nobodys',
  };
}

/** Sets aside what does not open, and the keys that others are to replace: those are only copied, so they come first. */
async function makeRoom(
  { db, log }: Surroundings,
  { database, logged, whose }: Found,
  lock: RestoreLock,
): Promise<Reclaimed> {
  const belongs = whose === 'foreign' ? 'foreign' : 'ours';
  const keys = lock === 'as-it-is' ? ok(undefined) : await shell.setAside({ what: 'keys', whose: belongs });
  if (!keys.ok) return refused(keys);
  if (database === 'foreign' || database === 'unreadable') {
    db.close({ disableAutoOpen: false });
    const kept = await shell.setAside({ what: 'database', whose: belongs });
    // Copied before it was removed: which of the two failed is not told.
    if (!kept.ok) return err({ why: kept.error === 'no-room' ? 'no-room' : 'half-kept' });
  }
  return logged !== 'foreign' || (await log.setAside()) ? ok(undefined) : err({ why: 'half-kept' });
}

/** What is here opens with the keys of the backup: the two are one journal. */
async function joinWithWhatIsHere(
  around: Surroundings,
  { keyring, revisions }: Restored,
  vault: Vault,
  healed: Healed,
): Promise<Reclaimed<OpenParts>> {
  // Sealing anew, where that is due, waits for the next start: here it would come between what is read and what is kept.
  const opened = await openJournal(vault, around, await prefetch(around));
  if (!opened.ok) return err({ why: 'not-kept' });
  const { journal } = opened.value;
  const parts: OpenParts = { ...around, journal, vault, keyring, healed };
  const { me, replica, standing } = journal;
  const census = await censusOf(around.db, vault, me);
  const into = { replica, lamport: standing.lamport };
  const plan = planReturn({ me, vault, census, into }, revisions);
  // Nobody saw beforehand what would go: what opens here stays, as was said.
  const added = plan.added.filter((each) => erasedElsewhere(me, census, [each]).length === 0);
  if (added.length === 0) return ok(parts);
  const renewed = await renewReplica(journal, parts);
  const joined = renewed.ok ? await journal.join(added) : renewed;
  return joined.ok ? ok(parts) : err({ why: 'not-kept' });
}

async function beginAnew(
  around: Surroundings,
  { keyring, revisions, about }: Restored,
  vault: Vault,
): Promise<Reclaimed<OpenParts>> {
  const journal = await beginFrom(vault, around, about.me, revisions);
  return journal.ok ? ok({ ...around, journal: journal.value, vault, keyring }) : err({ why: 'not-kept' });
}

/** The two places hold the same again; a database that was lost is made ready to be written. */
async function makeWhole(around: Surroundings, vault: Vault): Promise<Reclaimed<Healed>> {
  const healed = await heal({ ...around, vault });
  if (!healed.ok) return err({ why: 'not-kept' });
  return healed.value.waitsForRoom ? err({ why: 'no-room' }) : healed;
}

/** A database that is only slow, and whatever else may go wrong, is no reason to take it for broken. */
function unreadableDatabase(problem: unknown): { readonly lying: Lying; readonly hasOthers: boolean } {
  if (isOfDatabase(problem)) return { lying: 'unreadable', hasOthers: false };
  throw problem;
}

function refused({ error }: { readonly error: string }): Reclaimed<never> {
  return err({ why: error === 'no-room' ? 'no-room' : 'not-kept' });
}
