// npm run e2e [-- PLAYWRIGHT ARGUMENTS]: the end-to-end tests alone, on a build that is made if it is old.
import { buildOrExit } from './build.mjs';
import { runPlaywright } from './playwright.mjs';
import { setUp } from './setup.mjs';

await setUp();
await buildOrExit();
process.exitCode = await runPlaywright(process.argv.slice(2));
