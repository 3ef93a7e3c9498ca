/** @file What the page says of backups. Pure. */
import { unreachable } from '#shared/base/assert.ts';
import { hasShrunk } from '#shared/share/rotation.ts';
import type {
  BackupFacts,
  BackupFolder,
  BackupFolderProblem,
  BackupList,
  BackupPlace,
  UpgradeCopy,
} from '#shared/shell/backupContract.ts';
import type { BackupProblem, BackupState } from '../../journal/backup/backups.ts';
import { knownIn } from '../../journal/backup/known.ts';
import { photosInWords } from '../../journal/counts.ts';

/** One backup, wherever it lies. */
export interface BackupLine {
  readonly name: string;
  readonly at: number;
  readonly bytes: number;
  readonly places: readonly BackupPlace[];
  /** Where it was found damaged. */
  readonly damagedIn: readonly BackupPlace[];
  /** Of the copy that is best to rely on, */
  readonly facts: BackupFacts | undefined;
  /** and where that lies. */
  readonly place: BackupPlace;
}

/** Newest first; a copy in the second folder is the same backup. */
export function backupLines({ files }: BackupList): readonly BackupLine[] {
  const lines = new Map<string, BackupLine>();
  for (const { name, at, bytes, place, facts } of files) {
    const key = `${name} ${bytes}`;
    const known = lines.get(key);
    const best = known && trustIn(known.facts) >= trustIn(facts) ? known : { facts, place };
    lines.set(key, {
      name,
      at,
      bytes,
      places: [...(known?.places ?? []), place],
      damagedIn: [...(known?.damagedIn ?? []), ...(facts?.damagedAt === undefined ? [] : [place])],
      facts: best.facts,
      place: best.place,
    });
  }
  return [...lines.values()].toSorted((a, b) => b.at - a.at);
}

function trustIn(facts: BackupFacts | undefined): number {
  if (facts?.verifiedAt !== undefined) return 2;
  return facts?.damagedAt === undefined ? 1 : 0;
}

/** What to do about a backup that was found damaged; undefined where none of its copies was. */
export function damageWords({ places, damagedIn }: BackupLine): string | undefined {
  if (damagedIn.length === 0) return undefined;
  if (damagedIn.length < places.length) {
    return damagedIn.includes('own')
      ? 'The copy on this computer is damaged. The one in the second folder is used instead.'
      : 'The copy in the second folder is damaged. The one on this computer is used instead.';
  }
  return 'It no longer counts. Your journal is as it was: back up now, and read the others back. If another is damaged, choose a second folder on another disk.';
}

/** What to make of a newest backup that holds clearly less than another; undefined where it does not. */
export function shrunkWords(list: BackupList): string | undefined {
  const known = knownIn(list, 'own').filter(({ verified }) => verified);
  const [newest] = known.toSorted((a, b) => b.at - a.at);
  if (!newest || !hasShrunk(newest, known)) return undefined;
  return 'The newest backup holds over a fifth fewer entries or photos than an earlier one. If you erased that much for good, all is as it should be. If not, restore the larger one: it brings back what is missing here. Until then no backup is removed.';
}

export function secondFolder({ folders }: BackupList): BackupFolder | undefined {
  return folders.find(({ place }) => place === 'second');
}

/** "1,204 entries, 3 photos". */
export function holdsInWords(facts: BackupFacts | undefined): string {
  if (!facts) return 'Not looked into yet';
  const entries = `${facts.records.toLocaleString()} ${facts.records === 1 ? 'entry' : 'entries'}`;
  return [entries, photosInWords(facts.attachments)].filter(Boolean).join(', ');
}

export function placesInWords(places: readonly BackupPlace[]): string {
  if (places.length > 1) return 'Both folders';
  return places[0] === 'second' ? 'Second folder' : 'This computer';
}

/** What came next, where something was copied before it: "Before Stringwalk 0.2.0 opened this journal". */
export function upgradeInWords({ to }: UpgradeCopy): string {
  const browser = /^chromium-(.+)$/.exec(to)?.[1];
  return browser === undefined
    ? `Before Stringwalk ${to} opened this journal`
    : `Before another browser inside Stringwalk (Chromium ${browser}) opened this journal`;
}

/** Sizes as file managers say them: in thousands. */
export function sizeInWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const size = bytes / 1000 ** step;
  return `${size.toLocaleString(undefined, { maximumFractionDigits: size < 10 && step > 0 ? 1 : 0 })} ${units[step]}`;
}

export const doingWords: Readonly<Record<Exclude<BackupState['doing'], 'nothing'>, string>> = {
  writing: 'Writing the backup',
  checking: 'Reading it back to its last word',
  copying: 'Copying it to the second folder',
};

/** Why a backup that was looked into is none to rely on. */
export function unreadBackWords(problem: BackupProblem | 'cannot-read'): string {
  switch (problem) {
    case 'damaged':
      return 'This one does not open with your journal’s key: it is damaged, or another journal’s.';
    case 'cannot-read':
      return 'This one could not be read to its end. Is its folder still where it was?';
    default:
      return 'This one could not be read back just now. It is as it was; try again.';
  }
}

export function folderProblemWords(problem: BackupFolderProblem): string {
  switch (problem) {
    case 'absent':
      return 'This folder is not there just now. Backups go on beside your journal, and are copied here again once it is back.';
    case 'no-room':
      return 'There is no room left in this folder. Backups go on beside your journal.';
    case 'cannot-read':
      return 'This folder cannot be read just now. Backups go on beside your journal.';
    case 'no-answer':
      return 'This folder does not answer: its disk or network is busy, or gone. Backups go on beside your journal, and are copied here again once it does.';
    case 'cannot-write':
      return 'This folder cannot be written to just now. Backups go on beside your journal.';
    default:
      return unreachable(problem);
  }
}
