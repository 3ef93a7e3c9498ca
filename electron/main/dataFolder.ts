import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { journalFormat } from '#shared/shell/format.ts';
import { dataFolderName } from './identity.ts';
import { currentMarker, readMarker } from './services/marker.ts';

export interface DataFolder {
  readonly path: string;
  readonly writable: boolean;
  /** Last written by a newer Chromium: an older one would delete its database (electron/electron#24882). */
  readonly isRefused: boolean;
  /** Last written by a Stringwalk with a newer format: it is read, and nothing in it is touched. */
  readonly isFromNewer: boolean;
}

/**
 * Fixes where everything is kept; must run before `ready` and before the instance lock, which lies in that folder.
 * Where it cannot be written, or must not be opened, Chromium gets a passing one, so that the app can open and say so. That one holds nothing of
 * the journal and is left to the system to clear: removing it while Chromium still writes there can hang the way out.
 */
export function chooseDataFolder(): DataFolder {
  const asked = app.commandLine.getSwitchValue('user-data-dir');
  const path = asked === '' ? join(app.getPath('appData'), dataFolderName) : resolve(asked);
  const writable = isWritable(path);
  const marker = readMarker(path);
  const isRefused = marker !== undefined && marker.chromium > currentMarker().chromium;
  app.setPath('userData', writable && !isRefused ? path : mkdtempSync(join(tmpdir(), 'stringwalk-')));
  const isFromNewer = marker !== undefined && marker.format > journalFormat;
  return { path, writable, isRefused, isFromNewer };
}

/**
 * Tried, not asked: permission bits say nothing about read-only mounts. A full disk can be written once there is room:
 * the journal opens, and says so.
 */
function isWritable(folder: string): boolean {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(probe, 'probe');
    rmSync(probe);
    return true;
  } catch (problem) {
    const isFull = problem instanceof Error && 'code' in problem && problem.code === 'ENOSPC';
    if (isFull) rmSync(probe, { force: true });
    return isFull;
  }
}
