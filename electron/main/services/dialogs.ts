import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter, shell } from 'electron';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Contract } from '#shared/shell/contract.ts';
import { isOpenableLink } from '../policy.ts';
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
      const { canceled, filePaths } = await dialog.showOpenDialog(owner(window), {
        title: 'Import a share',
        defaultPath: lastFolder(),
        properties: ['openFile'],
        filters: [
          { name: filters.share.name, extensions: ['stringwalk', 'age'] },
          { name: 'All files', extensions: ['*'] },
        ],
      });
      const [path] = filePaths;
      if (canceled || path === undefined) return err('cancelled');
      remember(path);
      return readShare(path);
    },
    /** A backup to restore; undefined when none was chosen. */
    chooseBackup: async (): Promise<string | undefined> => {
      const { canceled, filePaths } = await dialog.showOpenDialog(owner(window), {
        title: 'Restore a backup',
        defaultPath: existsSync(backups) ? backups : lastFolder(),
        properties: ['openFile'],
        filters: [
          { name: 'Stringwalk backup', extensions: ['age'] },
          { name: 'All files', extensions: ['*'] },
        ],
      });
      const [path] = filePaths;
      if (canceled || path === undefined) return undefined;
      remember(path);
      return path;
    },
    /** A folder, new or not; undefined when none was chosen. */
    chooseFolder: async (title: string): Promise<string | undefined> => {
      const { canceled, filePaths } = await dialog.showOpenDialog(owner(window), {
        title,
        buttonLabel: 'Choose this folder',
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? undefined : filePaths[0];
    },
    save: async (
      kind: FileKind,
      name: string,
      value: Uint8Array,
    ): Promise<Result<string, 'cancelled' | 'cannot-write'>> => {
      const filter = filters[kind];
      const { canceled, filePath } = await dialog.showSaveDialog(owner(window), {
        defaultPath: join(lastFolder(), safeFileName(name, filter.extensions[0])),
        filters: [{ name: filter.name, extensions: [...filter.extensions] }],
      });
      if (canceled || filePath === '') return err('cancelled');
      remember(filePath);
      const written = await writeWhole(filePath, value);
      return written.ok ? ok(filePath) : written;
    },
    openLink: async (address: string): Promise<void> => {
      if (!isOpenableLink(address)) return;
      const { response } = await dialog.showMessageBox(owner(window), {
        type: 'question',
        message: 'Open this address outside Stringwalk?',
        detail: address,
        buttons: ['Open', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
      });
      if (response === 0) await shell.openExternal(address);
    },
  };
}

/** A share from a path the person gave, by dialog or on the command line. */
export async function readShare(path: string): Promise<ReadShare> {
  const read: Result<Uint8Array, ReadProblem> = await readWhole(path, largestShareBytes);
  return read.ok ? { ok: true, name: basename(path), value: read.value } : read;
}

function owner(window: () => BrowserWindow | undefined): BrowserWindow {
  const current = window();
  if (!current) throw new Error('A dialog needs the window that asked for it');
  return current;
}

/** Not every system names a Documents folder. */
function defaultFolder(): string {
  try {
    return app.getPath('documents');
  } catch {
    return homedir();
  }
}
