import { dayOf } from '#shared/base/time.ts';
import { useBackupState, useBackups } from '../../journal/backup/useBackups.ts';
import { Button } from '../../ui/Button.tsx';
import { useDayWords } from '../../ui/days.ts';
import { toast } from '../../ui/Toast.tsx';
import { type BackupLine, damageWords, unreadBackWords } from './backupsView.ts';

export interface ReadBackProps {
  readonly line: BackupLine;
  /** When it was made, in words. */
  readonly when: string;
  readonly onChanged: () => Promise<void>;
}

/** Whether a backup was found whole and when, and the way to find out once more. */
export function ReadBack({ line, when, onChanged }: ReadBackProps) {
  const { words } = useDayWords();
  const backups = useBackups();
  const { doing } = useBackupState();
  const { name, bytes, places, facts } = line;
  const on = (at: number) => words(dayOf(at), 'short');
  const isDamaged = facts?.damagedAt !== undefined;
  const again = facts?.verifiedAt === undefined && !isDamaged ? 'Not yet: read it back' : 'Read back again';

  /** Each copy of it: they lie on different disks. */
  const check = async () => {
    let problem: Parameters<typeof unreadBackWords>[0] | undefined;
    for (const place of places) {
      const checked = await backups.check(place, { file: { place, name }, size: bytes });
      if (checked.ok) continue;
      problem = checked.error;
      // The next one may be whole all the same.
      if (problem !== 'damaged' && problem !== 'cannot-read') break;
    }
    await onChanged();
    if (problem === undefined) toast({ message: `The backup of ${when} is whole: every word was read.` });
    // What is known to be ours and damaged is said where it stands.
    else if (problem !== 'cancelled' && !(problem === 'damaged' && facts)) {
      toast({ message: unreadBackWords(problem) });
    }
  };

  return (
    <div className="backups-read-back">
      {facts?.verifiedAt === undefined ? null : <span>Whole on {on(facts.verifiedAt)}</span>}
      {isDamaged ? <strong className="backups-damaged">Damaged, {on(facts.damagedAt ?? 0)}</strong> : null}
      <Damage line={line} />
      <Button
        size="s"
        look="plain"
        aria-label={`${again}, the backup of ${when}`}
        isDisabled={doing !== 'nothing'}
        onPress={() => void check()}
      >
        {again}
      </Button>
    </div>
  );
}

function Damage({ line }: Pick<ReadBackProps, 'line'>) {
  const words = damageWords(line);
  return words === undefined ? null : <p className="backups-unread">{words}</p>;
}
