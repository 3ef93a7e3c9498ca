import type { Start } from '#shared/shell/contract.ts';
import type { DataFolder } from './dataFolder.ts';
import { copyBeforeUpgrade } from './services/backups/beforeUpgrade.ts';
import { currentMarker, readMarker, writeMarker } from './services/marker.ts';

/**
 * Takes over what another version wrote, before the page opens the database: from then on an older Chromium would
 * delete it, and must find that out from the marker. What is there is copied first; answers why it could not be. A first
 * start has nothing to take over, and what a newer version wrote is only read.
 */
export async function takeOver(folder: DataFolder): Promise<Start['notCopied']> {
  const { path, unwritable, isRefused, isFromNewer } = folder;
  const before = readMarker(path);
  if (!before || unwritable || isRefused || isFromNewer) return undefined;
  const now = currentMarker();
  const from = before.app === now.app ? `chromium-${before.chromium}` : before.app;
  const to = before.app === now.app ? `chromium-${now.chromium}` : now.app;
  const copied = await copyBeforeUpgrade(path, { from, to });
  // Where it cannot be written now, it is tried again once the first page stands.
  await writeMarker(path).catch(() => undefined);
  return copied === 'no-room' || copied === 'cannot-write' ? copied : undefined;
}
