import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const electron = join(
  process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules/electron/dist'),
  'electron',
);

export interface Started {
  /** From the start of the process to the moment it says that it is painted. */
  readonly paintedAfterMs: number;
  /** What the shell's files answered meanwhile, as JSON; nothing from a window that is not Stringwalk's. */
  readonly files: string;
  readonly pid: number;
  readonly end: () => Promise<void>;
}

/**
 * Starts an app folder with no driver attached, and waits until it says PAINTED. Chromium itself falls over now and
 * then where there is no graphics hardware: that is tried once more, and said.
 * @param files What the shell's files answered in an earlier start: then they are not looked at in this one.
 */
export async function startApp(folder: string, dataFolder: string, files?: string): Promise<Started> {
  try {
    return await startOnce(folder, dataFolder, files);
  } catch (problem) {
    process.stdout.write(`${problem instanceof Error ? problem.message : 'A start failed'}; once more.\n`);
    return startOnce(folder, dataFolder, files);
  }
}

async function startOnce(folder: string, dataFolder: string, files?: string): Promise<Started> {
  const before = performance.now();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    electron,
    [join(root, folder), `--user-data-dir=${dataFolder}`, '--lang=en-GB', ...sandbox],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
      env: { ...process.env, ...(files !== undefined && { STRINGWALK_BENCH_FILES: files }) },
    },
  );
  const said = await saysPainted(child);
  const paintedAfterMs = performance.now() - before;
  const pid = child.pid ?? 0;
  const end = () =>
    new Promise<void>((resolve) => {
      child.once('close', () => resolve());
      process.kill(-pid, 'SIGKILL');
    });
  return { paintedAfterMs, files: said, pid, end };
}

/** Answers what else stands on that line. */
function saysPainted(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const painted = /PAINTED(.*)\n/.exec(said)?.[1];
      if (painted !== undefined) resolve(painted.trim());
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`It ended with ${code} before it was painted`)));
  });
}

/** Memory of a process and all below it, in bytes. */
export interface Memory {
  /** Resident: pages that several of them share count in each. */
  readonly resident: number;
  /** Proportional: shared pages count once. What the system would have back if they all ended. */
  readonly proportional: number;
}

export async function memoryOf(pid: number): Promise<Memory> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    const stat = /^\d+$/.test(name) ? await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '') : '';
    const parent = /\) \S (\d+)/.exec(stat)?.[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const isBelow = (id: number): boolean => {
    for (let at: number | undefined = id; at; at = parents.get(at)) if (at === pid) return true;
    return false;
  };
  let [resident, proportional] = [0, 0];
  for (const id of parents.keys()) {
    if (!isBelow(id)) continue;
    const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
    resident += Number(/^Rss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
    proportional += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
  }
  return { resident, proportional };
}
