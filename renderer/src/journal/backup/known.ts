/** @file What this journal knows of its backups. Pure. */
import type { BackupManifest } from '#shared/share/backupManifest.ts';
import type { KnownBackup } from '#shared/share/rotation.ts';
import type { BackupFacts, BackupList, BackupPlace } from '#shared/shell/backupContract.ts';

/** What is noted of a backup, by what it says of itself. */
export function factsOf(
  { revisions, records, attachments, unreadable, unreadablePhotos }: BackupManifest,
  of: Pick<BackupFacts, 'bytes' | 'rows' | 'tally' | 'verifiedAt'>,
): BackupFacts {
  return { ...of, revisions, records, attachments, unreadable, unreadablePhotos };
}

/** Those in a folder that this journal knows. */
export function knownIn({ files }: BackupList, place: BackupPlace): readonly KnownBackup[] {
  return files.flatMap(({ place: where, name, at, facts }): readonly KnownBackup[] => {
    if (where !== place || !facts) return [];
    const { revisions, attachments, unreadable, unreadablePhotos, verifiedAt } = facts;
    const verified = verifiedAt !== undefined;
    return [{ name, at, verified, revisions, attachments, unreadable, unreadablePhotos }];
  });
}
