import './backups.css';
import { useBackupState, useBackups, useLastBackup } from '../../journal/backup/useBackups.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { BackupTable } from './BackupTable.tsx';
import { backupLines, doingWords, problemWords, secondFolder } from './backupsView.ts';
import { KeyNotice } from './KeyNotice.tsx';
import { SecondFolder } from './SecondFolder.tsx';
import { useBackupList } from './useBackupList.ts';

/** Every backup there is, and the ways to more of them. */
export function BackupsPage() {
  const backups = useBackups();
  const state = useBackupState();
  const { list, refresh } = useBackupList();
  return (
    <div className="backups">
      <PageHeader
        title="Backups"
        eyebrow="Settings"
        actions={
          <Button look="primary" isDisabled={state.doing !== 'nothing'} onPress={() => void backups.make()}>
            Back up now
          </Button>
        }
      >
        Made by themselves: on the first day you write, then every hour in which something changed. Each is
        locked with your journal’s key, and read back to its last word before it counts.
      </PageHeader>
      <KeyNotice />
      <Outcome />
      {state.doing === 'nothing' ? null : (
        <Progress label={doingWords[state.doing]} value={state.done} onCancel={() => backups.cancel()} />
      )}
      {list ? (
        <>
          <SecondFolder folder={secondFolder(list)} onChanged={refresh} />
          <BackupTable lines={backupLines(list)} path={list.folders[0]?.path} onChanged={refresh} />
        </>
      ) : null}
    </div>
  );
}

/** Why the last one was not made. */
function Outcome() {
  const last = useLastBackup();
  const { doing } = useBackupState();
  if (!last || last.ok || doing !== 'nothing') return null;
  return <Notice look={last.error === 'cancelled' ? 'info' : 'problem'}>{problemWords(last.error)}</Notice>;
}
