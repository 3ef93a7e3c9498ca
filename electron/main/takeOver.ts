import type { DataFolder } from './dataFolder.ts';
import { copyBeforeUpgrade } from './services/backups/beforeUpgrade.ts';
import { currentMarker, readMarker, writeMarker } from './services/marker.ts';

/**
 * Takes over what another version wrote, before the page opens the database: from then on an older Chromium would
 * delete it, and must find that out from the marker. What is there is copied first. A first start has nothing to take over.
 */
export async function takeOver({ path, writable, isRefused }: DataFolder): Promise<void> {
  const before = readMarker(path);
  if (!before || !writable || isRefused) return;
  const now = currentMarker();
  const from = before.app === now.app ? `chromium-${before.chromium}` : before.app;
  const to = before.app === now.app ? `chromium-${now.chromium}` : now.app;
  await copyBeforeUpgrade(path, { from, to });
  // Where it cannot be written now, it is tried again once the first page stands.
  await writeMarker(path).catch(() => undefined);
}
