/**
 * @file When a backup is due. Pure. Names carry the clock of the moment, and clocks are set: what lies after now was
 * made while one stood ahead, or before it was set back, and says nothing about how long ago that was.
 */

import type { BackupFacts, BackupFolder, BackupList, ListedBackup } from '#shared/shell/backupContract.ts';
import { isSameTally, type Tally } from '../tally.ts';

export const hourMs = 3_600_000;

/** The rows of the journal, as their tally says; undefined where the database has none to tell. */
type Rows = Tally | undefined;

/**
 * Whether a backup holds what the journal holds: the newest up to now, or one from after now, of which nobody can say
 * when it was made. Told by which rows there are: after something was erased there may be as many as there once were.
 */
export function isHeld(list: BackupList, rows: Rows, now: number): boolean {
  const newest = newestIn(list, now);
  return verifiedIn(list).some(
    (backup) => (backup === newest || backup.at > now) && isOf(backup.facts, rows),
  );
}

/**
 * Hourly while something changes. What a clock left behind that stood ahead counts for nothing. One that was set back
 * goes through hours again in which backups were made: each holds the next one up for an hour at most, and few stay.
 */
export function isDue(list: BackupList, rows: Rows, now: number): boolean {
  if (isHeld(list, rows, now)) return false;
  return !verifiedIn(list).some(({ at }) => at <= now && now - at < hourMs);
}

/** The last one, where it holds what the journal holds and was not read back: that was stopped, or cut short. */
export function notReadBack(
  { files }: BackupList,
  rows: Rows,
  now: number,
): { readonly name: string; readonly facts: BackupFacts } | undefined {
  const own = files.filter(({ place, at }) => place === 'own' && at <= now);
  const last = own.toSorted((a, b) => b.at - a.at)[0];
  if (!last?.facts || isReadBack(last.facts) || !isOf(last.facts, rows)) return undefined;
  return { name: last.name, facts: last.facts };
}

/**
 * The newest backup, where it is not in the second folder: that was away, full or unwritable when it was made, or the
 * copy was stopped. Or where the files that open it are not those of today there.
 */
export function toCopy(list: BackupList, now: number): string | undefined {
  const folder = list.folders.find(({ place }) => place === 'second');
  const newest = newestIn(list, now);
  if (!folder || !newest || isOutOfReach(folder)) return undefined;
  const isThere = list.files.some(
    ({ place, name, facts }) => place === 'second' && name === newest.name && facts?.verifiedAt !== undefined,
  );
  return isThere && folder.keysOutdated !== true ? undefined : newest.name;
}

/** What was full or could not be written may have room by now; only a copy tells. */
function isOutOfReach({ problem }: BackupFolder): boolean {
  return problem === 'absent' || problem === 'cannot-read' || problem === 'no-answer';
}

/** Of those that were found whole. */
function newestIn(list: BackupList, now: number): ListedBackup | undefined {
  const upToNow = verifiedIn(list).filter(({ at }) => at <= now);
  return upToNow.toSorted((a, b) => b.at - a.at)[0];
}

/** What nobody noted may be anything. */
function isOf(facts: BackupFacts | undefined, rows: Rows): boolean {
  if (facts?.tally === undefined || rows === undefined) return false;
  return isSameTally({ rows: facts.rows, tally: facts.tally }, rows);
}

/** Found whole, or damaged: then nothing is to be gained by looking once more. */
function isReadBack({ verifiedAt, damagedAt }: BackupFacts): boolean {
  return verifiedAt !== undefined || damagedAt !== undefined;
}

/** Those beside the journal that were found whole. */
function verifiedIn({ files }: BackupList): readonly ListedBackup[] {
  return files.filter(({ place, facts }) => place === 'own' && facts?.verifiedAt !== undefined);
}
