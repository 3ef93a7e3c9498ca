import './backups.css';
import { useState } from 'react';
import { Link } from 'wouter';
import { useBackupState, useBackups } from '../../journal/backup/useBackups.ts';
import { shell } from '../../journal/shell.ts';
import { BackupProblem } from '../../parts/BackupProblem.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { toast } from '../../ui/Toast.tsx';
import { BackupTable } from './BackupTable.tsx';
import { backupLines, doingWords, secondFolder, shrunkWords } from './backupsView.ts';
import { KeyNotice } from './KeyNotice.tsx';
import { RestorePage, type RestorePageProps } from './RestorePage.tsx';
import { SecondFolder } from './SecondFolder.tsx';
import { UpgradeCopies } from './UpgradeCopies.tsx';
import { useBackupList } from './useBackupList.ts';

/** What is being restored: a file of one of the folders, or one that was chosen. */
type Restoring = Omit<RestorePageProps, 'onEnd'>;

/** Every backup there is, the way to more of them, and the way back from one. */
export function BackupsPage() {
  const [restoring, setRestoring] = useState<Restoring>();
  if (restoring) return <RestorePage {...restoring} onEnd={() => setRestoring(undefined)} />;
  return <Overview onRestore={setRestoring} />;
}

function Overview({ onRestore }: { readonly onRestore: (restoring: Restoring) => void }) {
  const backups = useBackups();
  const state = useBackupState();
  const { list, refresh } = useBackupList();
  const isBusy = state.doing !== 'nothing';
  const shrunk = list && shrunkWords(list);

  const chooseFile = async () => {
    const chosen = await shell.chooseBackup();
    if (chosen.ok) onRestore({ source: { file: 'chosen', size: chosen.bytes }, title: chosen.name });
    else if (chosen.error !== 'cancelled') toast({ message: 'That file could not be read.' });
  };

  return (
    <div className="backups">
      <PageHeader
        title="Backups"
        eyebrow={<Link href="/settings">Settings</Link>}
        actions={
          <>
            <Button icon="import" onPress={() => void chooseFile()}>
              Restore a file
            </Button>
            <Button look="primary" isDisabled={isBusy} onPress={() => void backups.make()}>
              Back up now
            </Button>
          </>
        }
      >
        Made by themselves: when you first write on a day, then every hour in which something changed. Each is
        locked with your journal’s key, and read back to its last word before it counts.
      </PageHeader>
      <KeyNotice />
      <BackupProblem saysStopped />
      {shrunk ? <Notice look="warn">{shrunk}</Notice> : null}
      {state.doing === 'nothing' ? null : (
        <Progress label={doingWords[state.doing]} value={state.done} onCancel={() => backups.cancel()} />
      )}
      {list ? (
        <>
          <SecondFolder folder={secondFolder(list)} onChanged={refresh} />
          <BackupTable
            lines={backupLines(list)}
            path={list.folders[0]?.path}
            onChanged={refresh}
            onRestore={onRestore}
          />
          <UpgradeCopies copies={list.upgrades} onRestore={onRestore} />
        </>
      ) : null}
    </div>
  );
}
