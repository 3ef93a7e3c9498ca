import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { app, type Session } from 'electron';
import { dataFolderName } from './identity.ts';

/**
 * Whether the browser may keep what it compiles of the page's code, for a start some 10 ms shorter. Nothing proves that
 * what it finds was made of our code, and it runs beside the keys: so it never lies in the data folder, which may be
 * synced, or have come from elsewhere. What belongs to the usual folder lies where this user's programs keep such things.
 * Any other folder has none: two programs at once must not share one.
 */
export function keepsCompiledCode(): boolean {
  return app.commandLine.getSwitchValue('user-data-dir') === '';
}

/** Must run before the first page loads. */
export function placeCompiledCode(own: Session): void {
  if (!keepsCompiledCode()) return;
  const folder = cacheFolder(process.platform, process.env, homedir());
  own.setCodeCachePath(join(folder, dataFolderName, 'Code Cache'));
}

/** Where the programs of this user keep what they can make again. */
export function cacheFolder(
  platform: NodeJS.Platform,
  { LOCALAPPDATA: local, XDG_CACHE_HOME: cache }: NodeJS.ProcessEnv,
  home: string,
): string {
  switch (platform) {
    case 'win32':
      return local || join(home, 'AppData', 'Local');
    case 'darwin':
      return join(home, 'Library', 'Caches');
    default:
      return cache && isAbsolute(cache) ? cache : join(home, '.cache');
  }
}
