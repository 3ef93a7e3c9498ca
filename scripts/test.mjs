// npm test: set-up, `npm run check`, then the end-to-end tests. Its last line is `N passed, N failed`.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkSteps } from './check.mjs';
import { displayPrograms, ensureLibraries, testPrograms } from './libraries.mjs';
import { runPlaywright } from './playwright.mjs';
import { root, say } from './run.mjs';
import { findRuntime } from './runtime.mjs';
import { setUp } from './setup.mjs';

await setUp();

const total = { passed: 0, failed: 0 };
// However it ends, the last line says how it went.
process.on('exit', (code) => {
  if (code !== 0 && total.failed === 0) total.failed = 1;
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
});

// Before anything long: what is missing should be known at once.
const runtime = await findRuntime();
await ensureLibraries(runtime.program, { ...displayPrograms, ...testPrograms });

const results = join(root, 'out/results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const unitResults = join(results, 'unit.json');
const e2eResults = join(results, 'e2e.json');

let built = false;
for (const step of checkSteps) {
  say(`Checking: ${step.name}`);
  if (step.name === 'unit') {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitResults}`];
    count(await step.run(reporters), vitestCounts(read(unitResults)));
    continue;
  }
  const code = await step.run();
  if (step.name === 'build') built = code === 0;
  count(code, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
}

if (built) {
  say('End-to-end tests in the real app.');
  const code = await runPlaywright(['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eResults });
  count(code, playwrightCounts(read(e2eResults)));
}

process.exitCode = total.failed > 0 ? 1 : 0;

/** A run that failed without a failed test (it could not start, a file did not load) is a failure of its own. */
function count(code, { passed, failed }) {
  total.passed += passed;
  total.failed += code !== 0 && failed === 0 ? 1 : failed;
}

function vitestCounts(report) {
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
}

function playwrightCounts(report) {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  if (flaky > 0) say(`${flaky} needed a second try: look for "flaky" above.`);
  return { passed: expected + flaky, failed: unexpected };
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
