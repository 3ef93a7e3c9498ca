import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter, shell } from 'electron';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Contract } from '#shared/shell/contract.ts';
import { addressShown, openableLink } from '../policy.ts';
import { safeFileName } from './fileName.ts';
import { type ReadProblem, readWhole, writeWhole } from './files.ts';
import { readJson, writeJsonNow } from './json.ts';

type FileKind = Contract['saveFile']['input']['kind'] | 'pdf';
export type Dialogs = ReturnType<typeof openDialogs>;
export type ReadShare = Contract['chooseShareToOpen']['output'];

const largestShareBytes = 100 * 1024 * 1024;

const filters = {
  share: { name: 'Stringwalk share', extensions: ['stringwalk'] },
  svg: { name: 'SVG drawing', extensions: ['svg'] },
  csv: { name: 'CSV table', extensions: ['csv'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
} as const satisfies Record<FileKind, FileFilter>;

/** The system's dialogs. They start where the last one ended; newer systems would else forget it. */
export function openDialogs(dataFolder: string, window: () => BrowserWindow | undefined) {
  const backups = join(dataFolder, 'backups');
  const memory = join(dataFolder, 'last-folder.json');
  const lastFolder = () => {
    const kept = readJson(memory);
    return typeof kept === 'string' ? kept : defaultFolder();
  };
  const remember = (path: string) => writeJsonNow(memory, dirname(path));

  return {
    chooseShare: async (): Promise<ReadShare> => {
      const answer = await ask(window, (owner) =>
        dialog.showOpenDialog(owner, {
          title: 'Import a share',
          defaultPath: lastFolder(),
          properties: ['openFile'],
          filters: [
            { name: filters.share.name, extensions: ['stringwalk', 'age'] },
            { name: 'All files', extensions: ['*'] },
          ],
        }),
      );
      const [path] = answer?.filePaths ?? [];
      if (!answer || answer.canceled || path === undefined) return err('cancelled');
      remember(path);
      return readShare(path);
    },
    /** A backup to restore; undefined when none was chosen. */
    chooseBackup: async (): Promise<string | undefined> => {
      const answer = await ask(window, (owner) =>
        dialog.showOpenDialog(owner, {
          title: 'Restore a backup',
          defaultPath: existsSync(backups) ? backups : lastFolder(),
          properties: ['openFile'],
          filters: [
            { name: 'Stringwalk backup', extensions: ['age'] },
            { name: 'All files', extensions: ['*'] },
          ],
        }),
      );
      const [path] = answer?.filePaths ?? [];
      if (!answer || answer.canceled || path === undefined) return undefined;
      remember(path);
      return path;
    },
    /** A folder, new or not; undefined when none was chosen. */
    chooseFolder: async (title: string): Promise<string | undefined> => {
      const answer = await ask(window, (owner) =>
        dialog.showOpenDialog(owner, {
          title,
          buttonLabel: 'Choose this folder',
          properties: ['openDirectory', 'createDirectory'],
        }),
      );
      return !answer || answer.canceled ? undefined : answer.filePaths[0];
    },
    save: async (
      kind: FileKind,
      name: string,
      value: Uint8Array,
    ): Promise<Result<string, 'cancelled' | 'cannot-write'>> => {
      const filter = filters[kind];
      const answer = await ask(window, (owner) =>
        dialog.showSaveDialog(owner, {
          defaultPath: join(lastFolder(), safeFileName(name, filter.extensions[0])),
          filters: [{ name: filter.name, extensions: [...filter.extensions] }],
        }),
      );
      if (!answer || answer.canceled || answer.filePath === '') return err('cancelled');
      const { filePath } = answer;
      remember(filePath);
      const written = await writeWhole(filePath, value);
      return written.ok ? ok(filePath) : written;
    },
    openLink: async (asked: string): Promise<void> => {
      const address = openableLink(asked);
      if (address === undefined) return;
      const answer = await ask(window, (owner) =>
        dialog.showMessageBox(owner, {
          type: 'question',
          message: 'Open this address outside Stringwalk?',
          detail: addressShown(address),
          buttons: ['Open', 'Cancel'],
          defaultId: 1,
          cancelId: 1,
        }),
      );
      if (answer?.response === 0) await shell.openExternal(address);
    },
  };
}

/** A share from a path the person gave, by dialog or on the command line. */
export async function readShare(path: string): Promise<ReadShare> {
  const read: Result<Uint8Array, ReadProblem> = await readWhole(path, largestShareBytes);
  return read.ok ? { ok: true, name: basename(path), value: read.value } : read;
}

/**
 * Asks in front of the window that wanted to know. Undefined where it is gone by the time of the answer: the journal
 * was locked meanwhile, and whoever answers may be somebody else.
 */
async function ask<Answer>(
  window: () => BrowserWindow | undefined,
  show: (owner: BrowserWindow) => Promise<Answer>,
): Promise<Answer | undefined> {
  const owner = window();
  if (!owner) throw new Error('A dialog needs the window that asked for it');
  const answer = await show(owner);
  return owner.isDestroyed() ? undefined : answer;
}

/** Not every system names a Documents folder. */
function defaultFolder(): string {
  try {
    return app.getPath('documents');
  } catch {
    return homedir();
  }
}
