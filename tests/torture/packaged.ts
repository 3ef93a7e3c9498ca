import { execFile } from 'node:child_process';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import type { Ground } from './ground.ts';
import { Count, type Outcome } from './outcome.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Debugging switches, Node's own switches, windows, navigation, frames, dropped files, prompts, loopback: as tests. */
const specs = ['shellPackage', 'shellSecurity', 'shellBounds'] as const;

/** What strangers try on the packaged app and on its page, by the tests that walk it. */
export async function attackPackage(ground: Ground, times: number): Promise<Outcome> {
  const count = new Count(specs.length * times, ground.progress);
  const program = process.platform === 'linux' ? await packageToWalk(ground.folder) : undefined;
  if (program === undefined) ground.progress('a package is walked on Linux only: the built app is');
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
        const env = { ...process.env, ...(program !== undefined && { STRINGWALK_PACKAGED: program }) };
        await run(process.execPath, command, { cwd: root, env }).catch(({ stdout, stderr }: Said) => {
          throw new Error(`${stdout}${stderr}`.slice(-6000));
        });
        return {};
      });
    }
  }
  return count.outcome;
}

interface Said {
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The app as people get it, but for what keeps Playwright out as it does everybody: one fuse, and a name that is no
 * Electron's.
 */
async function packageToWalk(folder: string): Promise<string> {
  await run(process.execPath, ['scripts/package.mjs', '--linux', 'dir', `-c.directories.output=${folder}`], {
    cwd: root,
  });
  const program = join(folder, 'linux-unpacked', 'electron');
  await rename(join(folder, 'linux-unpacked', 'stringwalk'), program);
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  return program;
}
