import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode, root, run, runNpm, say, stop } from './run.mjs';

// This file and run.mjs run on a bare machine: Node 20 and nothing installed. Everything else may use packages.

/**
 * Installs what the lockfile names where that is not what is there, and sees to it that the calling script runs
 * on the project's own Node: if it does not, the script is started again on it and this call never returns.
 */
export async function setUp() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Stringwalk needs Node 20.19 or newer to set itself up; this is ${process.versions.node}.`);
  }
  if (!installed()) await install();
  if (existsSync(projectNode) && process.execPath !== projectNode && major < 22) {
    process.exit(await run(projectNode, process.argv.slice(1)));
  }
}

async function install() {
  say('Installing the packages named in package-lock.json (a few minutes the first time).');
  const code = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) stop('npm could not install the packages; its own words are above.');
}

/** Whether `node_modules` holds the versions of the lockfile. Compared by content: file times mean little after a checkout. */
function installed() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    const found = present[path];
    return found ? found.version === version : optional === true;
  });
}

function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(join(root, lockfile), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
