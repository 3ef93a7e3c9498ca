import { displayPrograms, ensureLibraries, testPrograms } from './libraries.mjs';
import { nodePath, run } from './run.mjs';
import { findRuntime, runtimeEnvironment } from './runtime.mjs';

/** Runs Playwright against the built app; on Linux always on a display of its own, so that no window gets in the way. */
export function runPlaywright(args, env = {}) {
  return runOnDisplay(['node_modules/@playwright/test/cli.js', 'test', ...args], env);
}

/** Runs a script that drives the built app through Playwright's library. */
export function runPlaywrightScript(file, args = []) {
  return runOnDisplay([file, ...args]);
}

async function runOnDisplay(nodeArgs, env = {}) {
  const runtime = await findRuntime();
  await ensureLibraries(runtime.program, { ...displayPrograms, ...testPrograms });
  const command = [nodePath(), ...nodeArgs];
  const environment = { ...runtimeEnvironment(runtime), ...env };
  if (process.platform !== 'linux') return run(command[0], command.slice(1), { env: environment });
  // -noreset: otherwise the display starts anew, and refuses for a moment, whenever the last window has closed.
  // -s 0: otherwise its screen saver counts as a locked screen after ten minutes, and every journal locks itself.
  // Without these Electron would choose the Wayland session it was started from over the hidden X display.
  const x11 = { WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'x11' };
  return run('xvfb-run', ['-a', '-s', '-screen 0 1600x1200x24 -noreset -s 0', ...command], {
    env: { ...environment, ...x11 },
  });
}
