// npm run dev [-- ARGUMENTS OF THE APP]: the app with hot reload.
import { ensureLibraries } from './libraries.mjs';
import { runTool } from './run.mjs';
import { findRuntime, runtimeEnvironment, sandboxArguments } from './runtime.mjs';
import { setUp } from './setup.mjs';

await setUp();
const runtime = await findRuntime();
await ensureLibraries(runtime.program);
const args = [...sandboxArguments(), ...process.argv.slice(2)];
process.exitCode = await runTool('electron-vite/bin/electron-vite.js', ['dev', '--watch', '--', ...args], {
  env: runtimeEnvironment(runtime),
});
