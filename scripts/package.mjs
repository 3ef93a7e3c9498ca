// npm run package [-- ELECTRON-BUILDER ARGUMENTS]: what people install, in out/package.
import { buildOrExit } from './build.mjs';
import { runTool, say, stop } from './run.mjs';
import { findRuntime } from './runtime.mjs';
import { setUp } from './setup.mjs';
import { standInVersion } from './standIn.mjs';

await setUp();
const runtime = await findRuntime();
const args = process.argv.slice(2);
if (runtime.standIn && !args.includes('dir')) {
  stop(
    'The stand-in Electron is for trying out only: with it, just `npm run package -- --linux dir` is allowed.',
  );
}
await buildOrExit();
say('Packaging Stringwalk into out/package.');
process.exitCode = await runTool('electron-builder/cli.js', [
  ...args,
  '--publish=never',
  `-c.electronDist=${runtime.folder}`,
  ...(runtime.standIn ? [`-c.electronVersion=${standInVersion}`] : []),
]);
