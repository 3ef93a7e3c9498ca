// npm run check: everything that can be known without starting the app.
import { build } from './build.mjs';
import { run, runTool, say } from './run.mjs';
import { setUp } from './setup.mjs';

const biome = 'node_modules/@biomejs/biome/bin/biome';

/** In the order in which they find the plainest mistakes first. Each gives an exit code. */
export const checkSteps = [
  { name: 'types', run: () => runTool('typescript/bin/tsc', ['-b']) },
  { name: 'lint', run: () => run(process.execPath, [biome, 'ci', '.']) },
  { name: 'dead code', run: () => runTool('knip/bin/knip.js') },
  { name: 'unit', run: (extra = []) => runTool('vitest/vitest.mjs', ['run', '--project', 'unit', ...extra]) },
  { name: 'build', run: () => build() },
];

if (process.argv[1] === import.meta.filename) {
  await setUp();
  for (const step of checkSteps) {
    say(`Checking: ${step.name}`);
    const code = await step.run();
    if (code !== 0) process.exit(code);
  }
}
