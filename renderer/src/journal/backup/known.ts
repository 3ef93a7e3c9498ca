/** @file What this journal knows of its backups, and which of them may go for it. */
import type { BackupManifest } from '#shared/share/backupManifest.ts';
import { type KnownBackup, outlived } from '#shared/share/rotation.ts';
import type { BackupFacts, BackupList } from '#shared/shell/backupContract.ts';
import { shell } from '../shell.ts';

/** What is noted of a backup, by what it says of itself. */
export function factsOf(
  { revisions, records, attachments, unreadable, unreadablePhotos }: BackupManifest,
  of: Pick<BackupFacts, 'bytes' | 'rows' | 'tally' | 'verifiedAt'>,
): BackupFacts {
  return { ...of, revisions, records, attachments, unreadable, unreadablePhotos };
}

/** Removes what has had its time, in either folder. What this journal does not know stays. */
export async function letGo({ files }: BackupList, made: string): Promise<void> {
  for (const place of ['own', 'second'] as const) {
    const known = files.flatMap(({ place: where, name, at, facts }): readonly KnownBackup[] =>
      where === place && facts
        ? [
            {
              name,
              at,
              verified: facts.verifiedAt !== undefined,
              revisions: facts.revisions,
              attachments: facts.attachments,
              unreadable: facts.unreadable,
              unreadablePhotos: facts.unreadablePhotos,
            },
          ]
        : [],
    );
    for (const name of outlived(known, made)) await shell.removeBackup({ place, name });
  }
}
