import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTool, say } from './run.mjs';

const sources = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
/** Outside `out/app`, which is packaged as it is. */
const stamp = join(root, 'out/built');

/** Builds `out/app` where a source is newer than the last build, and gives the exit code. */
export async function build() {
  const startedAt = new Date();
  if (existsSync(stamp) && newestOf(sources) <= statSync(stamp).mtimeMs) return 0;
  say('Building Stringwalk.');
  const code = await runTool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']);
  if (code === 0) {
    writeFileSync(stamp, '');
    // What changed while it was built must count as newer.
    utimesSync(stamp, startedAt, startedAt);
  }
  return code;
}

/** Builds `out/tools`: the same app for the benchmarks, with the module that writes a decade. Never packaged. */
export async function buildTools() {
  say('Building Stringwalk for the benchmarks.');
  const env = { STRINGWALK_TOOLS: '1' };
  const code = await runTool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'], { env });
  if (code !== 0) process.exit(code);
  const { name, productName, version, type } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const manifest = { name, productName, version, type, main: 'main/main.js' };
  writeFileSync(join(root, 'out/tools/package.json'), JSON.stringify(manifest));
}

/** For commands that cannot go on without a build. */
export async function buildOrExit() {
  const code = await build();
  if (code !== 0) process.exit(code);
}

/** Folders count too: a removed file leaves no time of its own. */
function newestOf(paths) {
  return Math.max(
    ...paths.map((path) => {
      const entry = statSync(join(root, path));
      if (!entry.isDirectory()) return entry.mtimeMs;
      const inside = readdirSync(join(root, path)).map((name) => join(path, name));
      return Math.max(entry.mtimeMs, inside.length > 0 ? newestOf(inside) : 0);
    }),
  );
}
