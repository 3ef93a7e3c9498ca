// npm run decade -- --user-data-dir=DIR [--years 10] [--photos N]: a pair's journal of ten years, for measuring.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildTools } from './build.mjs';
import { runPlaywrightScript } from './playwright.mjs';
import { stop } from './run.mjs';
import { setUp } from './setup.mjs';

const { values } = parseArgs({
  options: {
    'user-data-dir': { type: 'string' },
    years: { type: 'string', default: '10' },
    photos: { type: 'string', default: '0' },
  },
});
const folder = values['user-data-dir'];
if (!folder) stop('Say where the journal shall lie: npm run decade -- --user-data-dir=DIR');

await setUp();
await buildTools();
process.exitCode = await runPlaywrightScript('tests/bench/makeDecade.ts', [
  resolve(folder),
  values.years,
  values.photos,
]);
