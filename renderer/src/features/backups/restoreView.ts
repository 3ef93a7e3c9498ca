/** @file What the page says of a backup that is to be brought back. Pure. */
import type { RestoreTrouble } from '../../journal/backup/restore.ts';
import type { RestorePreview } from '../../journal/backup/restoring.ts';
import { countParts, photosInWords, unknownCount } from '../../journal/counts.ts';

/** What would come back, a line each; empty where all of it is here. */
export function comesBack({ fresh, changed, photos }: RestorePreview): readonly string[] {
  const versions = countParts(changed);
  const others = unknownCount(fresh);
  const lines = [
    ...countParts(fresh),
    photosInWords(photos.missing),
    photos.damaged === 0 ? '' : `${photosInWords(photos.damaged)}, damaged here and whole in the backup`,
    others === 0
      ? ''
      : `${others} ${others === 1 ? 'thing' : 'things'} that only a newer Stringwalk can show`,
    versions.length === 0 ? '' : `versions that are not here of ${versions.join(', ')}`,
  ].filter(Boolean);
  return lines.length > 0 ? lines : unnamedParts([fresh, changed]);
}

/** Turns, people and the like, which are told only where nothing else is. */
function unnamedParts(counts: readonly RestorePreview['fresh'][]): readonly string[] {
  const count = counts.flatMap((each) => Object.values(each)).reduce((sum, each) => sum + each, 0);
  return count === 0 ? [] : [`${count.toLocaleString()} other ${count === 1 ? 'thing' : 'things'}`];
}

/** What would go from here, and how to keep it; undefined where nothing would. */
export function wordsOnWhatGoes({ goes }: RestorePreview): string | undefined {
  if (goes === 0) return undefined;
  const [which, they] =
    goes === 1
      ? ['1 entry that is here was', 'it goes']
      : [`${goes.toLocaleString()} entries that are here were`, 'they go'];
  return `${which} erased for good in the copy of your journal that made this backup. If you bring it back, ${they} from here as well, with every version. To keep what is here, open the backup as a journal of its own instead.`;
}

/** Nothing in it is missing here. */
export function isAllHere({ added, photos }: RestorePreview): boolean {
  return added === 0 && photos.missing + photos.damaged === 0;
}

/** Where nothing in it is missing here. */
export function nothingBack({ isWhole, erased, refused }: RestorePreview): string {
  return isWhole && erased + refused === 0
    ? 'Everything in it is in your journal already.'
    : 'There is nothing in it to bring back.';
}

/** What of it does not come back, and why. Sentences. */
export function staysOut({ known, erased, refused, goes }: RestorePreview): string {
  return [
    known === 0
      ? ''
      : known === 1
        ? '1 of its entries and versions is here already and stays as it is.'
        : `${known.toLocaleString()} of its entries and versions are here already and stay as they are.`,
    `What ${goes === 0 ? '' : 'else '}you wrote or deleted since stays as it is${known === 0 ? '' : ', too'}.`,
    erased === 0
      ? ''
      : erased === 1
        ? '1 version of something you erased for good stays out.'
        : `${erased.toLocaleString()} versions of what you erased for good stay out.`,
    refused === 0
      ? ''
      : refused === 1
        ? '1 entry in it cannot be read and is left out.'
        : `${refused.toLocaleString()} entries in it cannot be read and are left out.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** What is said once it was joined: not all of it, where part of it could not be read. */
export function joinedWords({ isWhole, refused, unread }: RestorePreview): string {
  return isWhole && refused + unread.unreadable === 0
    ? 'What was missing is in your journal again. Nothing else was changed.'
    : 'What could be read of it is in your journal again. The rest is not in this backup; another one may still have it. Nothing else was changed.';
}

export const lastStepWords = 'The last step: it takes a moment, and cannot be stopped.';

export function restoreTroubleWords(trouble: RestoreTrouble): string {
  switch (trouble.why) {
    case 'empty':
      return 'This file is empty. Choose another backup.';
    case 'not-a-backup':
      return 'This file is not a backup from Stringwalk. Nothing was changed; choose another one.';
    case 'damaged':
      return 'This backup is damaged: part of it is missing or was changed. Nothing of it was used; choose another one.';
    case 'too-big':
      return 'Something in this file is larger than in any backup, so it was not opened. Nothing was changed; choose another one.';
    case 'wrong-key':
      return 'This backup does not open with the key you have here. It is another journal’s, or its beginning is damaged. Nothing was changed; choose another one.';
    case 'not-this-journals':
      return 'This file was made for your journal, and not by it. Nothing of it was used.';
    case 'another-persons':
      return `This is a backup of ${trouble.name || 'somebody else'}’s journal. It can be opened in a folder of its own, and never becomes part of yours.`;
    case 'too-new':
      return `This backup was made by a newer Stringwalk${trouble.app ? ` (${trouble.app})` : ''}. Update yours, then restore it.`;
    case 'cannot-read':
      return 'The file could not be read to its end. Is it still where it was?';
    case 'no-room':
      return 'There is too little room on the disk for it. Nothing was changed; free some room and try again.';
    case 'cannot-write':
    case 'not-kept':
      return 'It could not be written to the disk just now. Nothing was changed.';
    case 'half-kept':
      return 'Not all of it could be written to the disk just now. Nothing is lost: what lay here is still in the folder of this journal. Free some room if the disk is full, and restore once more. Where a passphrase is asked for, it is the one you have just typed, or else the one from before.';
    case 'read-only':
      return 'A newer Stringwalk wrote this journal, so nothing is added to it here. Nothing was changed. Update Stringwalk, then bring this backup back.';
    case 'other-pages':
      return 'The pages on this computer do not open with the keys of this backup, so they stay as they are. Nothing was changed. Try the newest backup, or bring this one back on its own: in an empty folder or on another computer.';
    case 'failed':
      return 'This backup could not be opened just now. Nothing was changed.';
    default:
      return 'Stopped. Nothing was added, and nothing is lost.';
  }
}
