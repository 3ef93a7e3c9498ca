import { err } from '#shared/base/result.ts';
import type { Handlers } from '../../answers.ts';
import type { Dialogs } from '../dialogs.ts';
import type { Backups } from './backups.ts';
import type { SeparateJournal } from './separate.ts';

type Answers = Pick<
  Handlers,
  | 'listBackups'
  | 'beginBackup'
  | 'writeBackup'
  | 'finishBackup'
  | 'dropBackup'
  | 'readBackup'
  | 'readUpgradeCopy'
  | 'noteBackup'
  | 'copyBackup'
  | 'stopCopy'
  | 'removeBackup'
  | 'chooseBackupFolder'
  | 'forgetBackupFolder'
  | 'chooseBackup'
  | 'chooseSeparateFolder'
  | 'writeSeparateRows'
  | 'writeSeparateAttachment'
  | 'finishSeparate'
  | 'dropSeparate'
  | 'openSeparate'
>;

/** What the shell does about backups when the page asks. */
export function backupAnswers(backups: Backups, separate: SeparateJournal, dialogs: Dialogs): Answers {
  return {
    listBackups: ({ second }) => backups.list(second),
    beginBackup: () => backups.begin(),
    writeBackup: ({ value }) => backups.write(value),
    finishBackup: () => backups.finish(),
    dropBackup: async () => {
      await backups.drop();
      return undefined;
    },
    readBackup: (asked) => backups.read(asked),
    readUpgradeCopy: ({ name, from }) => backups.readUpgradeCopy(name, from),
    noteBackup: (noted) => backups.note(noted),
    copyBackup: ({ name }) => backups.copy(name),
    stopCopy: () => {
      backups.stopCopy();
    },
    removeBackup: ({ place, name }) => backups.remove(place, name),
    chooseBackupFolder: async ({ label }) => {
      const parent = await dialogs.chooseFolder('Keep a second copy of every backup here');
      return parent === undefined ? err('cancelled') : backups.chooseSecond(parent, label);
    },
    forgetBackupFolder: () => backups.forgetSecond(),
    chooseBackup: async () => {
      const path = await dialogs.chooseBackup();
      return path === undefined ? err('cancelled') : backups.choose(path);
    },
    chooseSeparateFolder: async () => {
      const folder = await dialogs.chooseFolder('An empty folder for a journal of its own');
      return folder === undefined ? err('cancelled') : separate.choose(folder);
    },
    writeSeparateRows: ({ rows }) => separate.writeRows(rows),
    writeSeparateAttachment: ({ id, value }) => separate.writeAttachment(id, value),
    finishSeparate: () => separate.finish(),
    dropSeparate: async () => {
      await separate.drop();
      return undefined;
    },
    openSeparate: () => {
      separate.open();
    },
  };
}
