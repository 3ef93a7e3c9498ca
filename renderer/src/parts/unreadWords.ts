import type { BackupFacts } from '#shared/shell/backupContract.ts';
import { photosInWords } from '../journal/counts.ts';

export type Unread = Pick<BackupFacts, 'unreadable' | 'unreadablePhotos'>;

/** What could not be read when a backup was made, so that it is not in it; undefined where all could. */
export function unreadWords(
  { unreadable, unreadablePhotos }: Unread,
  backup: 'this backup' | 'the newest backup',
): string | undefined {
  if (unreadable === 0) return undefined;
  const isOne = unreadable === 1;
  const them = isOne ? 'it' : 'them';
  return `${thingsInWords(unreadable, unreadablePhotos)} could not be read and ${isOne ? 'is' : 'are'} not in ${backup}. An earlier backup may still have ${them}.`;
}

function thingsInWords(unreadable: number, photos: readonly string[] | undefined): string {
  // Whoever made it did not note which.
  if (!photos) return unreadable === 1 ? '1 entry or photo' : `${unreadable} entries or photos`;
  const entries = unreadable - photos.length;
  const entriesInWords = entries === 0 ? '' : entries === 1 ? '1 entry' : `${entries} entries`;
  return [entriesInWords, photosInWords(photos.length)].filter(Boolean).join(' and ');
}
