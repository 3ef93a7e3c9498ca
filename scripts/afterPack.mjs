import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Electron's own default app runs any folder it is given. It has no place beside an installed Stringwalk. */
export default async function afterPack({ packager, appOutDir }) {
  await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
}
