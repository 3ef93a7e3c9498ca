import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
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

/** Several at once on one folder, every fourth time while another one is on its way out: one writes, the others go. */
export async function startTwice(ground: Ground, times: number): Promise<Outcome> {
  const count = new Count(times, ground.progress);
  const writer = await Writer.begin(join(ground.folder, 'journal'));
  for (let n = 0; n < times; n += 1) {
    await count.try(async () => {
      await writer.write();
      const leaving =
        n % 4 === 3 ? writer.stringwalk.endedBy((app) => app.process().kill('SIGTERM')) : writer.close();
      if (n % 4 !== 3) await leaving;
      const started = Array.from({ length: atOnce }, () => startAlone(writer.stringwalk.dataFolder));
      await leaving;
      const rest = () => started.filter((child) => !hasEnded(child));
      for (let waited = 0; rest().length > 1 && waited < answerLimitMs; waited += 100) await wait(100);
      const [left, failed] = [rest(), started.filter(({ exitCode }) => exitCode !== null && exitCode !== 0)];
      for (const child of left) await end(child, 'SIGKILL');
      await writer.start();
      if (left.length === 0 && n % 4 !== 3) throw new Error('none of them stayed');
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

/** In the first seconds of a version that finds what an older one wrote. */
export async function killWhileUpgrading(ground: Ground, times: number): Promise<Outcome> {
  const count = new Count(times, ground.progress);
  const writer = await Writer.begin(join(ground.folder, 'journal'));
  for (let n = 0; n < times; n += 1) {
    await count.try(async () => {
      await writer.write();
      await writer.close();
      const older = { chromium: 1 + n, app: `0.0.${n}`, format: n % 2 };
      await writeFile(join(writer.stringwalk.dataFolder, 'journal', 'marker.json'), JSON.stringify(older));
      const upgrading = startAlone(writer.stringwalk.dataFolder);
      await wait(moment(n, 50, 3000));
      await end(upgrading, 'SIGKILL');
      await writer.start();
      return { lost: await writer.missing() };
    });
  }
  await writer.close();
  return count.outcome;
}
