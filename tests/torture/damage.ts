import { chmod, cp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { BackupsPage } from '../e2e/pages/backups.ts';
import { flipped } from '../hostile/damage.ts';
import type { Ground } from './ground.ts';
import { Count, type Outcome } from './outcome.ts';
import { Refusal, Writer } from './writer.ts';

type Damage = (path: string, n: number) => Promise<void>;

/** Read-only files are tried by `chmod` where that holds anybody back; root writes them all the same. */
const damages: Readonly<Record<string, Damage>> = {
  'a changed byte': async (path, n) => {
    const bytes = new Uint8Array(await readFile(path));
    await writeFile(path, flipped(bytes, somewhere(n, bytes.length), 0x10));
  },
  'cut short': async (path, n) => truncate(path, somewhere(n, (await stat(path)).size)),
  emptied: (path) => truncate(path, 0),
  deleted: (path) => rm(path),
  'read-only': async (path) => {
    await chmod(path, 0o400);
  },
};

/** A place that is another one for every n, and the same in every run. */
function somewhere(n: number, size: number): number {
  return ((n + 1) * 7919) % Math.max(1, size);
}

/** These have many places to happen in. */
const placed = ['a changed byte', 'cut short'];

/** Each file of a closed journal, harmed in each way, one at a time; then here and there in each, as often as asked. */
export async function harmFiles(ground: Ground, times: number): Promise<Outcome> {
  const count = new Count(times, ground.progress);
  const writer = await Writer.begin(join(ground.folder, 'journal'));
  const { dataFolder } = writer.stringwalk;
  for (let n = 0; n < 3; n += 1) await writer.write();
  const backups = new BackupsPage(writer.stringwalk);
  await backups.goTo();
  await backups.backUpNow();
  await writer.close();
  const whole = join(ground.folder, 'whole');
  await cp(dataFolder, whole, { recursive: true });
  const files = await filesOf(whole);
  const all = Object.entries(damages);
  const manyPlaced = all.filter(([name]) => placed.includes(name));
  for (let n = 0; n < times; n += 1) {
    const ways = n < files.length * all.length ? all : manyPlaced;
    // A short run meets every way, and files from everywhere.
    const [round, way] = [Math.floor(n / ways.length), n % ways.length];
    const [name, damage] = ways[way] ?? ['', async () => undefined];
    const file = files[(round + way * Math.ceil(files.length / ways.length)) % files.length] ?? '';
    await count.try(async () => {
      await rm(dataFolder, { recursive: true, force: true });
      await cp(whole, dataFolder, { recursive: true });
      await damage(join(dataFolder, file), n);
      try {
        await writer.start();
      } catch (problem) {
        if (!(problem instanceof Refusal)) throw problem;
        await writer.close();
        return { refused: `${file}, ${name}: ${problem.message}` };
      }
      const lost = await writer.missing();
      await writer.close();
      return { lost: lost.map((text) => `${file}, ${name}: ${text}`) };
    });
  }
  return count.outcome;
}

/** What a journal consists of, without Chromium's caches and what only takes up room. */
async function filesOf(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const part of ['IndexedDB', 'journal', 'backups']) {
    const entries = await readdir(join(folder, part), { recursive: true, withFileTypes: true });
    for (const entry of entries)
      if (entry.isFile() && entry.name !== 'ballast.bin')
        found.push(relative(folder, join(entry.parentPath, entry.name)));
  }
  return found.sort();
}
