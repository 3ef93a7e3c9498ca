import { dayNumber, dayOf } from '../base/time.ts';

/** A backup that this journal made and knows. Others are never looked at, and so never removed. */
export interface KnownBackup {
  readonly name: string;
  /** When it was made, ms since 1970. */
  readonly at: number;
  /** It was opened again, decrypted and found whole. */
  readonly verified: boolean;
  readonly revisions: number;
  readonly attachments: number;
}

/** How many stay: the newest ones, and the last of so many days, weeks and months that have any. */
export const keptBackups = { recent: 10, days: 14, weeks: 8, months: 12 } as const;

/** A journal only grows. One that lost more than this part of itself may have lost it to damage. */
const largestShrink = 0.2;

/**
 * The names of those that may go, once `made` was made: the newest, whatever the clock said when others were. None goes
 * where it is suspiciously small, or is not among them, and the newest verified one never goes. A backup that was not
 * verified stands for no day: it stays only while it is one of the newest. Those from after it were made while a clock
 * stood ahead: they are thinned out among themselves, and take no place from any other.
 */
export function outlived(backups: readonly KnownBackup[], made: string): readonly string[] {
  const newest = backups.find(({ name }) => name === made);
  if (!newest || hasShrunk(newest, backups)) return [];
  const isAhead = ({ at }: KnownBackup) => at > newest.at;
  const kept = new Set([
    ...stayingOf(backups.filter((backup) => !isAhead(backup))),
    ...stayingOf(backups.filter(isAhead)),
  ]);
  return backups.filter((backup) => !kept.has(backup)).map(({ name }) => name);
}

function stayingOf(backups: readonly KnownBackup[]): readonly KnownBackup[] {
  const newestFirst = backups.toSorted((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
  const verified = newestFirst.filter((backup) => backup.verified);
  return [
    ...newestFirst.slice(0, keptBackups.recent),
    ...verified.slice(0, keptBackups.recent),
    ...lastOfEach(verified, keptBackups.days, ({ at }) => dayOf(at)),
    ...lastOfEach(verified, keptBackups.weeks, ({ at }) => `week ${weekOf(at)}`),
    ...lastOfEach(verified, keptBackups.months, ({ at }) => dayOf(at).slice(0, -3)),
  ];
}

/** Whether the newest holds clearly less than some other. */
export function hasShrunk(newest: KnownBackup, backups: readonly KnownBackup[]): boolean {
  const least = 1 - largestShrink;
  return backups.some(
    ({ verified, revisions, attachments }) =>
      verified && (newest.revisions < revisions * least || newest.attachments < attachments * least),
  );
}

function lastOfEach(
  newestFirst: readonly KnownBackup[],
  count: number,
  spanOf: (backup: KnownBackup) => string,
): readonly KnownBackup[] {
  const spans = new Map<string, KnownBackup>();
  for (const backup of newestFirst) {
    const span = spanOf(backup);
    if (!spans.has(span)) spans.set(span, backup);
  }
  return [...spans.values()].slice(0, count);
}

/** Weeks begin on Monday; 1 January 1970 was a Thursday. */
function weekOf(at: number): number {
  return Math.floor((dayNumber(dayOf(at)) + 3) / 7);
}
