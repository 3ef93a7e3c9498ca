// npm start [-- ARGUMENTS]: from a bare checkout to an open Stringwalk.
import { buildOrExit } from './build.mjs';
import { displayPrograms, ensureLibraries } from './libraries.mjs';
import { nodePath, root, run, say } from './run.mjs';
import { findRuntime, runtimeEnvironment, sandboxArguments } from './runtime.mjs';
import { setUp } from './setup.mjs';

await setUp();
const runtime = await findRuntime();
const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
await ensureLibraries(runtime.program, display ? {} : displayPrograms);
await buildOrExit();

if (display) {
  const switches = sandboxArguments();
  say('Opening Stringwalk.');
  process.exitCode = await run(runtime.program, [root, ...switches, ...process.argv.slice(2)], {
    env: runtimeEnvironment(runtime),
  });
} else {
  say('There is no display here, so Stringwalk walks through itself on a hidden one and takes pictures.');
  process.exitCode = await run(nodePath(), ['scripts/tour.mjs']);
}
