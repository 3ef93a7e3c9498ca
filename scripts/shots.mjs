// npm run shots [-- NAMES]: every page, light and dark, in both window sizes, into out/shots; and the README's pictures.
import { buildOrExit } from './build.mjs';
import { runPlaywrightScript } from './playwright.mjs';
import { setUp } from './setup.mjs';

await setUp();
await buildOrExit();
process.exitCode = await runPlaywrightScript('tests/shots/shots.ts', process.argv.slice(2));
