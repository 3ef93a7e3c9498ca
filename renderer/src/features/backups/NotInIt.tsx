import type { BackupFacts } from '#shared/shell/backupContract.ts';
import { unreadWords } from '../../parts/unreadWords.ts';

/** Says so where a backup could not hold everything: what was damaged when it was made. */
export function NotInIt({ facts }: { readonly facts: BackupFacts | undefined }) {
  const words = facts && unreadWords(facts, 'this backup');
  return words ? <p className="backups-unread">{words}</p> : null;
}
