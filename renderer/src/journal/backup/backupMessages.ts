/** @file What the page and the worker that makes and reads backups say to one another. */
import type { Result } from '#shared/base/result.ts';
import type { BackupManifest } from '#shared/share/backupManifest.ts';
import type { Contract } from '#shared/shell/contract.ts';
import type { Keyring } from '../vault.ts';
import type { BackupOrder, MadeBackup } from './makeBackup.ts';
import type { OpenProblem } from './openBackup.ts';
import type { LooseRow, Restored, RestoreOrder, RestorePreview, RestoreProblem } from './restoring.ts';
import type { UpgradeCopyToRead } from './upgradeCopy.ts';

/** Which file: the shell knows where it lies. */
export type BackupFile = Contract['readBackup']['input']['file'];

export interface SizedFile {
  readonly file: BackupFile;
  readonly size: number;
}

/** What is brought back: a backup, or what was copied before an upgrade. */
export type RestoreSource = SizedFile | UpgradeCopyToRead;

/** What the page wants done. One at a time. */
export type Order =
  | { readonly work: 'make'; readonly order: BackupOrder }
  | ({ readonly work: 'verify'; readonly keyring: Keyring } & SizedFile)
  | { readonly work: 'open'; readonly order: RestoreOrder; readonly source: RestoreSource }
  | { readonly work: 'take' }
  | { readonly work: 'photos'; readonly which: 'lost' | 'all' }
  | { readonly work: 'rows' };

/** What comes of it. */
export interface Outcomes {
  readonly make: MadeBackup;
  readonly verify: Result<BackupManifest, OpenProblem>;
  readonly open: Result<RestorePreview, RestoreProblem>;
  readonly take: Restored;
  readonly photos: Result<undefined, RestoreProblem>;
  readonly rows: undefined;
}

/** What the worker asks of the page: where something goes is the page's to say. */
export interface Errands {
  readonly keepAttachment: {
    readonly input: { readonly id: string; readonly sealed: Uint8Array<ArrayBuffer> };
    readonly output: undefined;
  };
  readonly keepRows: { readonly input: { readonly rows: readonly LooseRow[] }; readonly output: undefined };
}

export type Errand = {
  [Name in keyof Errands]: { readonly name: Name; readonly input: Errands[Name]['input'] };
}[keyof Errands];

/** Ways to the shell for bytes: of backups, of photos, and of what is written. */
export interface BackupPorts {
  readonly read: MessagePort;
  readonly photos: MessagePort;
  readonly write: MessagePort;
}

/** An errand that could not be run is not answered: the page ends the worker. */
export type FromPage =
  | { readonly say: 'do'; readonly order: Order }
  /** They come first. */
  | { readonly say: 'ports'; readonly ports: BackupPorts }
  | { readonly say: 'done'; readonly errand: number; readonly output: unknown };

export type FromWorker =
  | { readonly say: 'errand'; readonly errand: number; readonly ask: Errand }
  | { readonly say: 'progress'; readonly done: number }
  /** The shell would not write on. */
  | { readonly say: 'refused'; readonly why: string }
  | { readonly say: 'outcome'; readonly outcome: Outcomes[Order['work']] };
