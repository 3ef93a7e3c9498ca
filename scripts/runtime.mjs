import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTool, say, stop } from './run.mjs';
import { makeStandIn, standInFolder, standInVersion } from './standIn.mjs';

const packageFolder = join(root, 'node_modules/electron');
/** Long enough for a slow line, short enough to notice a dead one. */
const downloadLimitMs = 15 * 60_000;
const probeLimitMs = 4_000;

/**
 * The folder of an Electron to run: the one the lockfile names, fetched if it can be, else the stand-in.
 * @returns {Promise<{ folder: string, program: string, standIn: boolean }>}
 */
export async function findRuntime() {
  if (!shippedProgram() && (await downloadPossible())) {
    say('Fetching Electron (about 110 MB).');
    const code = await runTool('electron/install.js', [], { timeoutMs: downloadLimitMs });
    if (code !== 0) say('Electron could not be fetched.');
  }
  const shipped = shippedProgram();
  if (shipped) return { folder: join(packageFolder, 'dist'), program: shipped, standIn: false };

  if (process.platform !== 'linux' || process.arch !== 'x64') {
    stop(
      'Electron is missing and could not be fetched from GitHub. With a mirror, set ELECTRON_MIRROR and try again.',
    );
  }
  const folder = existsSync(standInFolder()) ? standInFolder() : await makeStandIn();
  announceStandIn();
  return { folder, program: join(folder, 'electron'), standIn: true };
}

/** What the tools that start Electron by themselves (Playwright, electron-vite, the `electron` package) look at. */
export function runtimeEnvironment(runtime) {
  return {
    ELECTRON_EXEC_PATH: runtime.program,
    ...(runtime.standIn ? { ELECTRON_OVERRIDE_DIST_PATH: runtime.folder } : {}),
  };
}

/**
 * `--no-sandbox` where Chromium cannot build its sandbox on this machine: as root, and where a user may not make
 * namespaces. For runs from a checkout only; what is packaged never carries the switch.
 */
export function sandboxArguments() {
  if (process.platform !== 'linux') return [];
  const reason = noSandboxReason();
  if (!reason) return [];
  say(`${reason}, so this run passes --no-sandbox. An installed Stringwalk never does.`);
  return ['--no-sandbox'];
}

function noSandboxReason() {
  if (process.getuid() === 0) return 'Chromium has no sandbox for root';
  const kernel = (name) => {
    try {
      return readFileSync(`/proc/sys/kernel/${name}`, 'utf8').trim();
    } catch {
      return undefined;
    }
  };
  if (
    kernel('unprivileged_userns_clone') === '0' ||
    kernel('apparmor_restrict_unprivileged_userns') === '1'
  ) {
    return 'This system lets no ordinary program make the namespaces of the sandbox';
  }
  return undefined;
}

function shippedProgram() {
  try {
    const program = join(packageFolder, 'dist', readFileSync(join(packageFolder, 'path.txt'), 'utf8'));
    return existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}

/** A closed network shows itself in seconds here, instead of in the minutes a download may take to give up. */
async function downloadPossible() {
  if (process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror) return true;
  try {
    await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(probeLimitMs),
    });
    return true;
  } catch {
    return false;
  }
}

function announceStandIn() {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const lines = [
    `GitHub is out of reach: running on a stand-in, Electron ${standInVersion}, instead of Electron ${version}.`,
    'It is for running and testing from a checkout only, and is never packaged for anybody.',
  ];
  const width = Math.max(...lines.map((line) => line.length)) + 4;
  console.log(`\n\x1b[33m${'='.repeat(width)}`);
  for (const line of lines) console.log(`  ${line}`);
  console.log(`${'='.repeat(width)}\x1b[0m\n`);
}
