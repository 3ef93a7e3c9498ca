// npm run torture [-- --only NAME --times N]: the full numbers of cruelty. Takes hours; leave the machine alone meanwhile.
import { buildOrExit, buildTools } from './build.mjs';
import { runPlaywrightScript } from './playwright.mjs';
import { setUp } from './setup.mjs';

await setUp();
await buildOrExit();
// With it a full disk begins with the entries of years.
await buildTools();
process.exitCode = await runPlaywrightScript('tests/torture/torture.ts', process.argv.slice(2));
