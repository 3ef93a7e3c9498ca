import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import electronPath from 'electron';
import { isRoot, launchSettings } from '../support/stringwalk.ts';
import type { Ground } from './ground.ts';
import { Count, moment, type Outcome } from './outcome.ts';
import { Writer } from './writer.ts';

const atOnce = 4;
/** A first one that is slow to answer is explained to the others by a dialog, which nobody closes here. */
const answerLimitMs = 20_000;

/** A start that nobody drives, in a process group of its own. */
function startAlone(dataFolder: string): ChildProcess {
  const { args, cwd, env } = launchSettings({ dataFolder, args: isRoot ? ['--no-sandbox'] : [] });
  return spawn(String(electronPath), args, {
    cwd,
    env,
    stdio: 'ignore',
    detached: process.platform !== 'win32',
  });
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  if (signal === 'SIGKILL' && process.platform !== 'win32') process.kill(-(child.pid ?? 0), signal);
  else child.kill(signal);
  await ended;
}

/** How many of them hold the database of the journal open. Only Linux tells. */
async function countOfWriters(started: readonly ChildProcess[]): Promise<number> {
  const open = await Promise.all(
    started.map(async ({ pid }) => {
      const folder = `/proc/${pid}/fd`;
      const names = await readdir(folder).catch(() => []);
      return Promise.all(names.map((name) => readlink(join(folder, name)).catch(() => '')));
    }),
  );
  return open.filter((paths) => paths.some((path) => path.includes('IndexedDB'))).length;
}

/** The most that ever wrote at once, until one of them is left and has begun to. */
async function mostWriters(running: readonly ChildProcess[]): Promise<number> {
  const alive = () => running.filter((child) => !hasEnded(child)).length;
  const isOver = (most: number) =>
    alive() === 0 || (alive() === 1 && (most > 0 || process.platform !== 'linux'));
  let most = 0;
  for (let waited = 0; waited < answerLimitMs && !isOver(most); waited += 100) {
    most = Math.max(most, await countOfWriters(running));
    await wait(100);
  }
  return most;
}

const waysBefore = {
  closed: (writer: Writer) => writer.close(),
  /** Its lock is left over. */
  killed: (writer: Writer) => writer.stringwalk.kill(),
  leaving: (writer: Writer) => writer.stringwalk.endedBy((app) => app.process().kill('SIGTERM')),
} as const;

/**
 * Several at once on one folder: after a careful end, over the lock of a crash, or while another one is on its way out.
 * One writes, the others go.
 */
export async function startTwice(ground: Ground, times: number): Promise<Outcome> {
  const count = new Count(times, ground.progress);
  const writer = await Writer.begin(join(ground.folder, 'journal'));
  writer.isOnlyKilled = true;
  const ways = ['closed', 'killed', 'closed', 'leaving'] as const;
  for (let n = 0; n < times; n += 1) {
    await count.try(async () => {
      await writer.write();
      const before = ways[n % ways.length] ?? 'closed';
      const leaving = writer.stringwalk.app.process();
      const ended = waysBefore[before](writer);
      if (before !== 'leaving') await ended;
      const started = Array.from({ length: atOnce }, () => startAlone(writer.stringwalk.dataFolder));
      const [writers] = await Promise.all([mostWriters([leaving, ...started]), ended]);
      const left = started.filter((child) => !hasEnded(child));
      const failed = started.filter(({ exitCode }) => exitCode !== null && exitCode !== 0);
      for (const child of left) await end(child, 'SIGKILL');
      await writer.start();
      if (writers > 1) throw new Error(`${writers} wrote at once`);
      if (left.length > 0 && writers === 0 && process.platform === 'linux')
        throw new Error('nobody was seen to write');
      if (left.length === 0 && before !== 'leaving') throw new Error('none of them stayed');
      if (failed.length > 0) throw new Error(`ended with ${failed.map(({ exitCode }) => exitCode)}`);
      const lost = await writer.missing();
      return left.length > 1 ? { lost, refused: `${left.length - 1} were told to wait` } : { lost };
    });
  }
  await writer.close();
  return count.outcome;
}

const waysOut = {
  SIGTERM: (writer: Writer) => writer.stringwalk.endedBy((app) => app.process().kill('SIGTERM')),
  'closing the window': (writer: Writer) =>
    writer.stringwalk.endedBy((app) =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    ),
  quitting: (writer: Writer) =>
    writer.stringwalk.endedBy((app) => app.evaluate(({ app: shell }) => shell.quit())),
} as const;

/** Every careful way out, in the middle of a sentence: not a letter is missing. */
export async function leaveWhileTyping(ground: Ground, times: number): Promise<Outcome> {
  const count = new Count(times, ground.progress);
  const writer = await Writer.begin(join(ground.folder, 'journal'));
  writer.isOnlyKilled = true;
  const ways = Object.values(waysOut);
  for (let n = 0; n < times; n += 1) {
    await count.try(async () => {
      await writer.type(3 + (n % 7), 5);
      const due = writer.mustBeThere(Number.POSITIVE_INFINITY);
      await ways[n % ways.length]?.(writer);
      await writer.start();
      return { lost: await writer.missing(due) };
    });
  }
  await writer.close();
  return count.outcome;
}

/** In the first seconds of a version that finds what an older one wrote: what that wrote is copied before, once. */
export async function killWhileUpgrading(ground: Ground, times: number): Promise<Outcome> {
  const count = new Count(times, ground.progress);
  const writer = await Writer.begin(join(ground.folder, 'journal'));
  writer.isOnlyKilled = true;
  const { dataFolder } = writer.stringwalk;
  const marker = join(dataFolder, 'journal', 'marker.json');
  const killed = { before: 0, after: 0 };
  for (let n = 0; n < times; n += 1) {
    await count.try(async () => {
      await writer.write();
      await writer.close();
      const log = await readFile(join(dataFolder, 'journal', 'log', 'rows.log'));
      const older = JSON.stringify({ chromium: 1 + n, app: `0.0.${n}`, format: n % 2 });
      await writeFile(marker, older);
      const upgrading = startAlone(dataFolder);
      await wait(moment(n, 50, 3000));
      await end(upgrading, 'SIGKILL');
      killed[(await readFile(marker, 'utf8')) === older ? 'before' : 'after'] += 1;
      await writer.start();
      const lost = await writer.missing();
      const backups = join(dataFolder, 'backups');
      const copies = (await readdir(backups)).filter((name) =>
        name.startsWith(`before-upgrade-0.0.${n}-to-`),
      );
      const [copy = ''] = copies;
      if (copies.length !== 1 || copy.endsWith('.part'))
        throw new Error(`the copies are: ${copies.join(', ')}`);
      const copied = await readFile(join(backups, copy, 'log', 'rows.log'));
      return { lost: copied.equals(log) ? lost : [...lost, `the log as it was before, in ${copy}`] };
    });
  }
  await writer.close();
  ground.progress(`${killed.before} times it had not taken over yet, ${killed.after} times it had`);
  if (!ground.isShort && Math.min(killed.before, killed.after) === 0)
    await count.try(() => Promise.reject(new Error('every kill fell on the same side of taking over')));
  return count.outcome;
}
