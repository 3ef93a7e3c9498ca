import { existsSync } from 'node:fs';
import { output, run, say, stop } from './run.mjs';

/** Debian's and Ubuntu's names of what Electron links to; newer releases call some of them `…t64`. */
const electronPackages = [
  'libasound2',
  'libatk-bridge2.0-0',
  'libatk1.0-0',
  'libatspi2.0-0',
  'libcairo2',
  'libcups2',
  'libdbus-1-3',
  'libdrm2',
  'libgbm1',
  'libglib2.0-0',
  'libgtk-3-0',
  'libnss3',
  'libpango-1.0-0',
  'libx11-6',
  'libxcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxext6',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
];

/** Programs, and the packages they come in. */
export const displayPrograms = { 'xvfb-run': 'xvfb', Xvfb: 'xvfb', xauth: 'xauth' };
/** The second opinions on a share file that the tests ask. */
export const testPrograms = { age: 'age', unzip: 'unzip' };

/**
 * Sees to it that Electron's libraries and the named programs are there (Linux only): installs them where apt and
 * the rights for it exist, else ends with one line that says what to install.
 */
export async function ensureLibraries(runtimeProgram, programs = {}) {
  if (process.platform !== 'linux') return;
  const missing = new Set(missingPrograms(programs));
  if ((await missingLibraries(runtimeProgram)).length > 0)
    for (const name of electronPackages) missing.add(name);
  if (missing.size === 0) return;

  const command = `apt-get install -y --no-install-recommends ${[...missing].join(' ')}`;
  const apt = existsSync('/usr/bin/apt-get');
  if (!apt)
    stop(`Please install these with your system's package manager and try again: ${[...missing].join(' ')}`);
  if (process.getuid() !== 0) stop(`Please install what is missing and try again: sudo ${command}`);

  say(`Installing system libraries: ${[...missing].join(' ')}`);
  const quietly = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-qq'], quietly);
  const names = await Promise.all([...missing].map(nameHere));
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], quietly);

  const still = [...missingPrograms(programs), ...(await missingLibraries(runtimeProgram))];
  if (still.length > 0) stop(`Still missing after the installation: ${still.join(' ')}. By hand: ${command}`);
}

function missingPrograms(programs) {
  const folders = (process.env.PATH ?? '').split(':');
  return Object.entries(programs)
    .filter(([program]) => !folders.some((folder) => existsSync(`${folder}/${program}`)))
    .map(([, name]) => name);
}

/** The shared objects the loader does not find, asked of the loader itself. */
async function missingLibraries(program) {
  const list = (await output('ldd', [program])) ?? '';
  return [...list.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name]) => name);
}

async function nameHere(name) {
  const newer = `${name}t64`;
  return (await output('apt-cache', ['show', newer])) ? newer : name;
}
