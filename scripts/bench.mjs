// npm run bench [-- --only PART]: what people wait for, measured on a journal of ten years. Leave the machine alone meanwhile.
import { buildOrExit, buildTools } from './build.mjs';
import { runPlaywrightScript } from './playwright.mjs';
import { setUp } from './setup.mjs';

await setUp();
await buildOrExit();
await buildTools();
process.exitCode = await runPlaywrightScript('tests/bench/bench.ts', process.argv.slice(2));
