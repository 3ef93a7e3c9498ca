/** @file How pages see and make backups of the open journal. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import { invariant } from '#shared/base/assert.ts';
import type { BackupState, Backups, MadeOutcome } from './backups.ts';

export const BackupsContext = createContext<Backups | undefined>(undefined);

export function useBackups(): Backups {
  const backups = useContext(BackupsContext);
  invariant(backups !== undefined, 'backups are made while the journal is open');
  return backups;
}

export function useBackupState(): BackupState {
  const { state } = useBackups();
  return useSyncExternalStore(state.subscribe, state.get);
}

/** What came of the last one of this run. */
export function useLastBackup(): MadeOutcome | undefined {
  const { last } = useBackups();
  return useSyncExternalStore(last.subscribe, last.get);
}
