import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median, type Row, row } from './figures.ts';
import { type Memory, memoryOf, startApp } from './processes.ts';

const runs = 10;
/** Long enough for the older years to be read and for what was only needed at start to be let go. */
const settledMs = 6000;

/** Start and memory of the app on a ten-year journal, in turns with a bare window, and with itself without its log. */
export async function measureStart(decade: string): Promise<readonly Row[]> {
  const bareFolder = await mkdtemp(join(tmpdir(), 'bare-'));
  const [bare, app, alone]: [number[], number[], number[]] = [[], [], []];
  let files = '';
  const started = async (which: 'app' | 'alone') => {
    const app = await startApp('tests/bench/traced', decade, which === 'alone' ? files : undefined);
    if (which === 'app') files = app.files;
    await pause(500);
    await app.end();
    return app.paintedAfterMs;
  };
  for (let run = -1; run < runs; run += 1) {
    const first = await startApp('tests/bench/bare', bareFolder);
    await first.end();
    // The first round only warms the file cache, and says what the files answer.
    const isAppFirst = run % 2 !== 0;
    const before = await started(isAppFirst ? 'app' : 'alone');
    const after = await started(isAppFirst ? 'alone' : 'app');
    if (run < 0) continue;
    bare.push(first.paintedAfterMs);
    // Whichever comes second finds more of the decade in the file cache: each does as often as the other.
    app.push(isAppFirst ? before : after);
    alone.push(isAppFirst ? after : before);
  }
  const [bareMemory, appMemory] = [
    await settledMemory('tests/bench/bare', bareFolder),
    await settledMemory('tests/bench/traced', decade),
  ];
  const megabytes = (of: readonly Memory[], which: keyof Memory) =>
    median(of.map((memory) => memory[which])) / 1e6;
  const memory = (name: string, which: keyof Memory, aim: string) =>
    row(name, megabytes(appMemory, which), 'MB', megabytes(bareMemory, which), aim);
  return [
    row('start', median(app), 'ms', median(bare), 'ratio at most 1.6'),
    row('start-log', median(app), 'ms', median(alone), 'ratio over the database alone at most 1.1'),
    memory('memory', 'resident', 'ratio at most 1.8'),
    memory('memory, shared once', 'proportional', 'ratio at most 1.8'),
  ];
}

async function settledMemory(folder: string, dataFolder: string): Promise<readonly Memory[]> {
  const samples: Memory[] = [];
  for (let run = 0; run < 7; run += 1) {
    const started = await startApp(folder, dataFolder);
    await pause(settledMs);
    samples.push(await memoryOf(started.pid));
    await started.end();
  }
  return samples;
}
