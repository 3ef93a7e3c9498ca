import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { app, dialog } from 'electron';
import { journalFormat } from '#shared/shell/format.ts';
import { dataFolderName } from './identity.ts';
import { makePassingFolder, type Unwritable, whyUnwritable } from './places.ts';
import { currentMarker, readMarker } from './services/marker.ts';

export interface DataFolder {
  readonly path: string;
  readonly unwritable: Unwritable | undefined;
  /** Last written by a newer Chromium: an older one would delete its database (electron/electron#24882). */
  readonly isRefused: boolean;
  /** Last written by a Stringwalk with a newer format: it is read, and nothing in it is touched. */
  readonly isFromNewer: boolean;
  /** Neither there nor anywhere else can anything be written: there is no window without that. */
  readonly isNowhere: boolean;
}

/**
 * Fixes where everything is kept; must run before `ready` and before the instance lock, which lies in that folder.
 * Where it cannot be written, or must not be opened, Chromium gets a passing one, so that the app can open and say so.
 * That one holds nothing of the journal and is left to the system to clear: removing it while Chromium still writes
 * there can hang the way out.
 */
export function chooseDataFolder(): DataFolder {
  const asked = app.commandLine.getSwitchValue('user-data-dir');
  const path = asked === '' ? join(app.getPath('appData'), dataFolderName) : resolve(asked);
  const unwritable = whyUnwritable(path);
  const marker = readMarker(path);
  const isRefused = marker !== undefined && marker.chromium > currentMarker().chromium;
  const profile = unwritable === undefined && !isRefused ? path : makePassingFolder();
  // Also where there is none Chromium must not come near the journal.
  app.setPath('userData', profile ?? join(tmpdir(), `stringwalk-${randomUUID()}`));
  const isFromNewer = marker !== undefined && marker.format > journalFormat;
  return { path, unwritable, isRefused, isFromNewer, isNowhere: profile === undefined };
}

/** Says why nothing opens, where not even a window can be had. */
export async function explainNowhere({ path }: DataFolder): Promise<void> {
  await app.whenReady();
  dialog.showErrorBox(
    'Stringwalk cannot open just now',
    'This computer lets it write nothing, neither into its own folder nor among the passing files that a window needs. ' +
      'The disk may be full, or open for reading only. Nothing was changed, and nothing that was saved is lost.\n\n' +
      `Make room on the disk or restart the computer, and open Stringwalk again.\n\nThe journal in question: ${path}`,
  );
}
