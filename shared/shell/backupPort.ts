/** @file What goes through the port between the backup worker and the shell: bytes, past the page and its bridge. */

/** The calls of the contract that carry the bytes of backups and photos. */
export const portCalls = ['readAttachment', 'readBackup', 'readUpgradeCopy', 'writeBackup'] as const;
export type PortCall = (typeof portCalls)[number];

/**
 * Each request is answered once, in any order. What broke the contract is answered with nothing, what could not be done
 * with `couldNot`; either ends the work.
 */
export interface PortRequest {
  readonly errand: number;
  readonly name: PortCall;
  readonly input: unknown;
}
export interface PortAnswer {
  readonly errand: number;
  readonly output: unknown;
}

/** The message by which the preload hands the port to the page, followed by the token it was asked for with. */
export const portMessage = 'stringwalk backup port ';
/** The same from the shell to the preload. */
export const portChannel = 'backupPort';
