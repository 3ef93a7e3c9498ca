import { execFile } from 'node:child_process';
import { chmod, cp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { BackupsPage } from '../e2e/pages/backups.ts';
import { Photos } from '../e2e/pages/photos.ts';
import { Sessions } from '../e2e/pages/sessions.ts';
import { flipped } from '../hostile/damage.ts';
import { hillPng } from '../support/png.ts';
import type { Ground } from './ground.ts';
import { Count, type Outcome } from './outcome.ts';
import { Refusal, Writer } from './writer.ts';

/** What undoes it, where it would be in the way. */
type Damage = (path: string, n: number) => Promise<void | (() => Promise<void>)>;

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
    // Root writes such a file all the same, and not one that is immutable; not every file system knows those.
    const made = await run('chattr', ['+i', path]).catch(() => undefined);
    return made && (async () => void (await run('chattr', ['-i', path])));
  },
};

const run = promisify(execFile);

/** A place that is another one for every n, and the same in every run. */
function somewhere(n: number, size: number): number {
  return ((n + 1) * 7919) % Math.max(1, size);
}

/** These have many places to happen in. */
const placed = ['a changed byte', 'cut short'];
/** These leave a file that is there, and is not what it was. */
const changing = [...placed, 'emptied'];
const aBackup = /^backups\/stringwalk-.*\.age$/;

/** Each file of a closed journal, harmed in each way, one at a time; then here and there in each, as often as asked. */
export async function harmFiles(ground: Ground, times: number): Promise<Outcome> {
  const count = new Count(times, ground.progress);
  const writer = await Writer.begin(join(ground.folder, 'journal'));
  const { dataFolder } = writer.stringwalk;
  for (let n = 0; n < 3; n += 1) await writer.write();
  await addPhoto(writer);
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
      const undo = await damage(join(dataFolder, file), n);
      const found = await openAndLook(writer, backups, aBackup.test(file) && changing.includes(name)).finally(
        undo ?? (async () => undefined),
      );
      if (found.refused === undefined || !undo) return told(`${file}, ${name}`, found);
      // What could not be written then is whole once it can be.
      await writer.start();
      const lost = await writer.missing();
      await writer.close();
      return told(`${file}, ${name}, and writable again`, { ...found, lost });
    });
  }
  return count.outcome;
}

const besidePhoto = 'A kingfisher went by, twice.';

/** Harmed like all the rest: without it every word is there, too. */
async function addPhoto({ page }: Writer): Promise<void> {
  const sessions = new Sessions(page);
  await sessions.create({ title: 'Along the river' });
  const label = 'Notes by Tom';
  const photos = new Photos(page, sessions.notes('First half', 'Tom'), label);
  await sessions.write('First half', 'Tom', besidePhoto);
  await photos.add({ name: 'hill.png', mimeType: 'image/png', buffer: hillPng(300, 200) });
  await photos.shown.first().waitFor();
  await sessions.saved();
}

interface Found {
  readonly lost: readonly string[];
  readonly refused?: string;
}

const told = (where: string, { lost, refused }: Found): Found => ({
  lost: lost.map((text) => `${where}: ${text}`),
  ...(refused === undefined ? {} : { refused: `${where}: ${refused}` }),
});

/** Whether the journal opens, with every text; and, where a backup was harmed, whether it is refused. */
async function openAndLook(writer: Writer, backups: BackupsPage, isBackup: boolean): Promise<Found> {
  try {
    await writer.start();
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    await writer.close();
    return { lost: [], refused: problem.message };
  }
  const lost = [...(await writer.missing())];
  await new Sessions(writer.page).goToList();
  const beside = writer.page.getByRole('main').getByText(besidePhoto);
  await beside.waitFor({ timeout: 10_000 }).catch(() => lost.push(besidePhoto));
  if (isBackup) {
    await backups.goTo();
    await backups.lines
      .first()
      .getByRole('button', { name: /^Restore/ })
      .click();
    const preview = backups.page.getByRole('heading', { name: 'What comes back' });
    const refusal = backups.page.getByRole('main').getByRole('alert');
    await preview.or(refusal).first().waitFor();
    if (await preview.isVisible()) lost.push('a harmed backup that was taken for whole');
    lost.push(...(await writer.missing()));
  }
  await writer.close();
  return { lost };
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
