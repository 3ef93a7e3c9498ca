import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ground } from './ground.ts';
import { Count, type Outcome } from './outcome.ts';

const root = join(import.meta.dirname, '../..');

/** Where files from strangers, damaged files, scripts of losses and the laws of merging are tried. */
const folders = [
  'tests/hostile',
  'tests/unit/renderer/journal/laws.test.ts',
  'tests/unit/shared/revisions/laws.test.ts',
  'tests/unit/shared/share/laws.test.ts',
];

/** As much of vitest's report as is read here. */
interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** The tests of hostile files and the laws once more, with their full numbers. A test that fails counts as a crash. */
export async function tryFormats(ground: Ground, times: number): Promise<Outcome> {
  const count = new Count(times, ground.progress);
  let tried = 0;
  for (let n = 0; n < times; n += 1) {
    await count.try(async () => {
      const [counts, report] = [join(ground.folder, `counts-${n}`), join(ground.folder, `report-${n}.json`)];
      const command = [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--testTimeout=7200000',
        '--reporter=json',
        `--outputFile=${report}`,
        ...folders,
      ];
      const child = spawn(process.execPath, command, {
        cwd: root,
        stdio: 'ignore',
        env: { ...process.env, STRINGWALK_FULL_COUNTS: counts },
      });
      await once(child, 'exit');
      for (const line of (await readFile(counts, 'utf8')).split('\n')) tried += Number(line);
      const { testResults } = JSON.parse(await readFile(report, 'utf8')) as Report;
      const failed = testResults
        .flatMap(({ assertionResults }) => assertionResults)
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages.join('; ').slice(0, 4000)}`);
      if (failed.length > 0) throw new Error(failed.join('\n'));
      if (child.exitCode !== 0) throw new Error(`the tests ended with ${child.exitCode}`);
      return {};
    });
  }
  return { ...count.outcome, tried };
}
