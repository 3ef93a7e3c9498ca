import type { BackupFolder } from '#shared/shell/backupContract.ts';
import { useBackups } from '../../journal/backup/useBackups.ts';
import { shell } from '../../journal/shell.ts';
import { useJournal } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { toast } from '../../ui/Toast.tsx';
import { folderProblemWords } from './backupsView.ts';
import { useSlots } from './useSlots.ts';

export interface SecondFolderProps {
  readonly folder: BackupFolder | undefined;
  readonly onChanged: () => Promise<void>;
}

/** A folder on another disk, a stick or a synchronised one: what outlives this computer. */
export function SecondFolder({ folder, onChanged }: SecondFolderProps) {
  const { me } = useJournal();
  const backups = useBackups();
  const slots = useSlots();

  const choose = async () => {
    // Part of an id that is random anyway: two journals can share a folder without meeting.
    const chosen = await shell.chooseBackupFolder({ label: me.slice(-8) });
    if (chosen.ok) {
      await onChanged();
      void backups.make();
    } else if (chosen.error !== 'cancelled')
      toast({ message: 'That folder cannot be written to. Choose another one.' });
  };

  const forget = async () => {
    const forgotten = await shell.forgetBackupFolder();
    await onChanged();
    if (forgotten.ok)
      toast({ message: 'No more copies are made there. Those that are stay where they are.' });
  };

  return (
    <section className="backups-part" aria-labelledby="backups-second">
      <SectionHeading id="backups-second">A second folder</SectionHeading>
      {folder ? (
        <>
          <p>
            Every backup is copied to <code>{folder.path}</code>
            {slots?.passphrase || slots?.recovery ? ', with what it takes to open it' : ''}.
          </p>
          {folder.problem ? <Notice look="warn">{folderProblemWords(folder.problem)}</Notice> : null}
        </>
      ) : (
        <p>
          Backups beside your journal do not help when the disk breaks or the computer is gone. Choose a
          folder on another disk, a stick, or one that is synchronised; nobody can read them there without
          your key.
        </p>
      )}
      <div className="backups-actions">
        <Button icon="folder" onPress={() => void choose()}>
          {folder ? 'Choose another folder' : 'Choose a second folder'}
        </Button>
        {folder ? <Button onPress={() => void forget()}>Stop copying there</Button> : null}
      </div>
    </section>
  );
}
