/**
 * The names of every call from the window to the shell, and of every message the shell sends the window.
 * The preload exposes exactly these. What each carries is in `contract.ts`.
 */
export const callNames = [
  'getStart',
  'readSlots',
  'writeSlot',
  'removeSlot',
  'logState',
  'verifyLog',
  'appendRows',
  'readLog',
  'rewriteLog',
  'setLogAside',
  'clearLog',
  'writeDraft',
  'removeDrafts',
  'readDrafts',
  'giveUpBallast',
  'noteEvent',
  'readEvents',
  'wrapKey',
  'unwrapKey',
  'writeAttachment',
  'readAttachment',
  'chooseShareToOpen',
  'readOfferedShare',
  'saveFile',
  'getSettings',
  'changeSettings',
  'openLink',
  'relock',
  'settled',
  'painted',
  'listBackups',
  'listAttachments',
  'beginBackup',
  'writeBackup',
  'finishBackup',
  'dropBackup',
  'readBackup',
  'noteBackup',
  'copyBackup',
  'removeBackup',
  'chooseBackupFolder',
  'forgetBackupFolder',
  'chooseBackup',
] as const;
export type CallName = (typeof callNames)[number];

export const messageNames = ['command', 'settle', 'shareOffered', 'settingsChanged'] as const;
export type MessageName = (typeof messageNames)[number];
