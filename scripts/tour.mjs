// Walks through every place of the app on a hidden display, as a person would, and keeps what it saw.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildOrExit } from './build.mjs';
import { runPlaywright } from './playwright.mjs';
import { root, say } from './run.mjs';
import { setUp } from './setup.mjs';

await setUp();
await buildOrExit();
const code = await runPlaywright(['--project=tour']);

const folder = join(root, 'out/tour');
const kept = existsSync(folder) ? readdirSync(folder) : [];
for (const [ending, what] of [
  ['.png', 'Pictures of every page'],
  ['.stringwalk', 'The share it exported'],
]) {
  const names = kept.filter((name) => name.endsWith(ending));
  if (names.length > 0)
    say(`${what}: ${folder} (${names.length > 3 ? `${names.length} files` : names.join(', ')})`);
}
process.exitCode = code;
