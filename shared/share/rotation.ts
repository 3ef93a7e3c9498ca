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
  /** Rows and photos that did not open when it was made, and are not in it; */
  readonly unreadable: number;
  /** the photos among them, where that was noted. */
  readonly unreadablePhotos?: readonly string[] | undefined;
}

/** How many stay: the newest ones, and the last of so many days, weeks and months that have any. */
export const keptBackups = { recent: 10, days: 14, weeks: 8, months: 12 } as const;

/** A journal only grows. One that lost more than this part of itself may have lost it to damage. */
const largestShrink = 0.2;

/**
 * The names of those that may go, once `made` was made: the newest, whatever the clock said when others were. None goes
 * where it is suspiciously small, or is not among them, and the newest verified one never goes. A backup that was not
 * verified stands for no day: it stays only while it is one of the newest. Those from after it were made while a clock
 * stood ahead: they are thinned out among themselves, and take no place from any other. While something is damaged that
 * was whole in earlier backups, the newest of those stay, however old they grow.
 */
export function outlived(backups: readonly KnownBackup[], made: string): readonly string[] {
  const newest = backups.find(({ name }) => name === made);
  if (!newest || hasShrunk(newest, backups)) return [];
  const isAhead = ({ at }: KnownBackup) => at > newest.at;
  const kept = new Set([
    ...[backups.filter((backup) => !isAhead(backup)), backups.filter(isAhead)].flatMap((side) => [
      ...stayingOf(side),
      ...holdersOf(newest, side),
    ]),
  ]);
  return backups.filter((backup) => !kept.has(backup)).map(({ name }) => name);
}

/**
 * Those that may hold what the newest could not read. Several, and not only the last: what harmed one file may have
 * harmed others. Nor all: what no backup ever held must not fill the disk.
 */
function holdersOf(newest: KnownBackup, backups: readonly KnownBackup[]): readonly KnownBackup[] {
  if (newest.unreadable === 0) return [];
  const holders = newestFirst(backups)
    .filter(({ verified }) => verified)
    .map((backup) => ({ backup, ...unreadIn(backup) }));
  const those = (holds: (holder: ReturnType<typeof unreadIn>) => boolean) =>
    holders.filter(holds).slice(0, keptBackups.recent);
  const { rows, photos } = unreadIn(newest);
  return [
    ...those((holder) => holder.rows < rows),
    ...[...photos].flatMap((photo) => those((holder) => holder.isNoted && !holder.photos.has(photo))),
  ].map(({ backup }) => backup);
}

function unreadIn({ unreadable, unreadablePhotos }: KnownBackup) {
  const photos = new Set(unreadablePhotos);
  const isNoted = unreadable === 0 || unreadablePhotos !== undefined;
  return { rows: unreadable - photos.size, photos, isNoted };
}

function newestFirst(backups: readonly KnownBackup[]): readonly KnownBackup[] {
  return backups.toSorted((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
}

function stayingOf(backups: readonly KnownBackup[]): readonly KnownBackup[] {
  const sorted = newestFirst(backups);
  const verified = sorted.filter((backup) => backup.verified);
  return [
    ...sorted.slice(0, keptBackups.recent),
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
  sorted: readonly KnownBackup[],
  count: number,
  spanOf: (backup: KnownBackup) => string,
): readonly KnownBackup[] {
  const spans = new Map<string, KnownBackup>();
  for (const backup of sorted) {
    const span = spanOf(backup);
    if (!spans.has(span)) spans.set(span, backup);
  }
  return [...spans.values()].slice(0, count);
}

/** Weeks begin on Monday; 1 January 1970 was a Thursday. */
function weekOf(at: number): number {
  return Math.floor((dayNumber(dayOf(at)) + 3) / 7);
}
