import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Ground } from './ground.ts';
import { Count, type Outcome } from './outcome.ts';

const root = join(import.meta.dirname, '../..');

/** Debugging switches, Node's own switches, windows, navigation, frames, dropped files, prompts, loopback: as tests. */
const specs = ['shellPackage', 'shellSecurity', 'shellBounds'] as const;

/** What strangers try on the packaged app and on its page, by the tests that walk it. */
export async function attackPackage(ground: Ground, times: number): Promise<Outcome> {
  const count = new Count(specs.length * times, ground.progress);
  for (let n = 0; n < times; n += 1) {
    for (const spec of specs) {
      await count.try(async () => {
        const command = [
          'node_modules/@playwright/test/cli.js',
          'test',
          `tests/e2e/${spec}.spec.ts`,
          '--workers=1',
          '--reporter=line',
        ];
        await new Promise<void>((resolve, reject) => {
          execFile(process.execPath, command, { cwd: root }, (problem, said) =>
            problem ? reject(new Error(said.slice(-6000))) : resolve(),
          );
        });
        return {};
      });
    }
  }
  return count.outcome;
}
