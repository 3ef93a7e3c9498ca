import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { BackupsPage, RestoreDoor } from '../e2e/pages/backups.ts';
import { Photos } from '../e2e/pages/photos.ts';
import { Recovery } from '../e2e/pages/recovery.ts';
import { Sessions } from '../e2e/pages/sessions.ts';
import { Settings } from '../e2e/pages/settings.ts';
import { flipped } from '../hostile/damage.ts';
import { pressBegin } from '../support/begin.ts';
import { hillPng } from '../support/png.ts';
import { isRoot, Stringwalk } from '../support/stringwalk.ts';
import type { Ground } from './ground.ts';
import { Count, type Outcome } from './outcome.ts';
import { Refusal, Writer } from './writer.ts';

/** What undoes it, where it would be in the way. */
type Damage = (path: string, n: number) => Promise<void | (() => Promise<void>)>;

const run = promisify(execFile);

const damages: Readonly<Record<string, Damage>> = {
  'a changed byte': async (path, n) => {
    const bytes = new Uint8Array(await readFile(path));
    await writeFile(path, flipped(bytes, somewhere(n, bytes.length), 0x10));
  },
  'cut short': async (path, n) => truncate(path, somewhere(n, (await stat(path)).size)),
  emptied: (path) => truncate(path, 0),
  deleted: (path) => rm(path, { recursive: true }),
  'read-only': async (path) => {
    await run('chmod', ['-R', 'a-w', path]);
    // Root writes such a file all the same, and not one that is immutable.
    if (isRoot) await run('chattr', ['-R', '+i', path]);
    return async () => {
      if (isRoot) await run('chattr', ['-R', '-i', path]);
      await run('chmod', ['-R', 'u+w', path]);
    };
  },
};

/** Whether a file can be made read-only at all here: not every file system knows immutable ones. */
async function canBeReadOnly(folder: string): Promise<boolean> {
  const file = join(folder, 'try');
  await writeFile(file, '');
  try {
    const undo = await damages['read-only']?.(file, 0);
    await undo?.();
    return true;
  } catch {
    return false;
  }
}

/** A place that is another one for every n, and the same in every run. */
function somewhere(n: number, size: number): number {
  return ((n + 1) * 7919) % Math.max(1, size);
}

/** These have many places to happen in. */
const placed = ['a changed byte', 'cut short'];
/** These leave a file that is there, and is not what it was. */
const changing = [...placed, 'emptied'];
const aBackup = /^journal\/backups\/stringwalk-.*\.age$/;
const theLog = /^journal\/journal\/log\/rows\.log$/;

const passphrase = 'lantern otter seven plaid';

/** A journal as it lay there when its process was killed, a draft in it. It is copied for each try. */
interface Whole {
  /** With the data folder and the second folder for backups in it. */
  readonly folder: string;
  readonly passphrase: string | undefined;
  readonly paper: string;
  /** All that was called saved. */
  readonly due: readonly string[];
  /** As much of that as the newest backup holds: the draft came after it. */
  readonly backedUp: readonly string[];
}

interface Harm {
  readonly whole: Whole;
  readonly file: string;
  readonly way: string;
}

const dataFolderIn = (folder: string) => join(folder, 'journal');
const secondIn = (folder: string) => join(folder, 'stick');
/** With a passphrase these are others; all the rest is the same sort of file, and takes longer to open. */
const opening = /^journal\/journal\/(slots|spare|drafts)\//;
/** What can go as a whole. */
const folders = ['IndexedDB', 'journal', 'journal/log', 'journal/slots', 'journal/drafts', 'backups'];

/**
 * Each file of a journal, harmed in each way, one at a time, and each folder gone or read-only as a whole; then here
 * and there in each file, as often as asked.
 */
export async function harmFiles(ground: Ground, times: number): Promise<Outcome> {
  const count = new Count(times, ground.progress);
  const live = join(ground.folder, 'live');
  const [writer, open] = await writeOpen(live, join(ground.folder, 'open'));
  const isReadOnlyTried = await canBeReadOnly(ground.folder);
  if (!isReadOnlyTried) ground.progress('read-only is skipped: this file system knows no immutable files');
  const ways = Object.keys(damages).filter((way) => way !== 'read-only' || isReadOnlyTried);
  const files = (await filesOf(open.folder)).map((file) => ({ whole: open, file }));
  if (!ground.isShort) {
    const locked = await protect(writer, open, live, join(ground.folder, 'locked'));
    const others = (await filesOf(locked.folder)).filter((file) => opening.test(file));
    files.push(...others.map((file) => ({ whole: locked, file })));
  }
  const wholes = folders.map((name) => ({ whole: open, file: `journal/${name}` }));
  const onFolders = ways.filter((way) => ['deleted', 'read-only'].includes(way));
  const harms = [
    ...spread(files, ways),
    ...wholes.flatMap((each) => onFolders.map((way): Harm => ({ ...each, way }))),
  ];
  const again = spread(files, placed);
  for (let n = 0; n < times; n += 1) {
    const harm = harms[n] ?? again[(n - harms.length) % again.length];
    if (!harm) continue;
    await count.try(() => oneHarm(writer, live, harm, n));
    // What failed half-way stands open in the way of the next.
    await writer.stringwalk.killGroup().catch(() => undefined);
  }
  return count.outcome;
}

/** Every way for every file. A short run meets every way, and files from everywhere. */
function spread(files: readonly Omit<Harm, 'way'>[], ways: readonly string[]): readonly Harm[] {
  const step = Math.ceil(files.length / ways.length);
  return files.flatMap((_, round) =>
    ways.flatMap((way, place) => {
      const file = files[(round + place * step) % files.length];
      return file ? [{ ...file, way }] : [];
    }),
  );
}

async function oneHarm(writer: Writer, live: string, { whole, file, way }: Harm, n: number): Promise<Found> {
  await rm(live, { recursive: true, force: true });
  await cp(whole.folder, live, { recursive: true, verbatimSymlinks: true });
  writer.passphrase = whole.passphrase;
  const undo = await damages[way]?.(join(live, file), n);
  const harmed = {
    isBackup: aBackup.test(file) && changing.includes(way),
    isLog: theLog.test(file) && [...changing, 'deleted'].includes(way),
  };
  const found = await openAndLook(writer, whole.due, harmed).finally(undo ?? (async () => undefined));
  if (found.refused === undefined) return told(`${file}, ${way}`, found);
  if (undo) {
    // What could not be written then is whole once it can be.
    await writer.stringwalk.close();
    await writer.start();
    const lost = await writer.missing(whole.due);
    await writer.close();
    return told(`${file}, ${way}, and writable again`, { ...found, lost });
  }
  return told(`${file}, ${way}, and brought back`, { ...found, lost: await broughtBack(writer, whole) });
}

/** A journal without a passphrase: words, a photo, backups in two folders, and a draft in the middle of a sentence. */
async function writeOpen(live: string, folder: string): Promise<readonly [Writer, Whole]> {
  await mkdir(secondIn(live), { recursive: true });
  const stringwalk = await Stringwalk.launch({ dataFolder: dataFolderIn(live) });
  await pressBegin(stringwalk.page);
  const recovery = new Recovery(stringwalk.page);
  const { text: paper } = await recovery.read();
  await recovery.later.click();
  const writer = await Writer.on(stringwalk);
  for (let n = 0; n < 3; n += 1) await writer.write();
  await addPhoto(writer);
  const backups = new BackupsPage(stringwalk);
  await backups.goTo();
  await stringwalk.openFrom(secondIn(live));
  await backups.button('Choose a second folder').click();
  await backups.lines.first().getByText('Both folders').waitFor();
  return [writer, await leaveDraft(writer, { folder, passphrase: undefined, paper }, live)];
}

/** The same journal, sealed anew for a passphrase. */
async function protect(writer: Writer, open: Whole, live: string, folder: string): Promise<Whole> {
  await writer.start();
  const settings = new Settings(writer.page);
  await settings.open();
  await settings.chooseFirstPassphrase(passphrase);
  writer.passphrase = passphrase;
  const backups = new BackupsPage(writer.stringwalk);
  await backups.goTo();
  await backups.backUpNow();
  return leaveDraft(writer, { folder, passphrase, paper: open.paper }, live);
}

async function leaveDraft(
  writer: Writer,
  whole: Omit<Whole, 'due' | 'backedUp'>,
  live: string,
): Promise<Whole> {
  const backedUp = writer.promises;
  await writer.goToToday();
  await writer.write();
  await writer.kill();
  await cp(live, whole.folder, { recursive: true, verbatimSymlinks: true });
  const drafts = await readdir(join(dataFolderIn(whole.folder), 'journal', 'drafts'));
  if (drafts.length === 0) throw new Error('No draft lies there to be harmed');
  return { ...whole, due: writer.promises, backedUp };
}

/** By the door that the refusal itself shows, with a backup that nobody harmed. */
async function broughtBack(writer: Writer, { folder, paper, backedUp }: Whole): Promise<readonly string[]> {
  const { page, stringwalk } = writer;
  const own = join(dataFolderIn(folder), 'backups');
  const newest =
    (await readdir(own))
      .filter((name) => name.endsWith('.age'))
      .sort()
      .at(-1) ?? '';
  const door = new RestoreDoor(stringwalk);
  await door.choose(join(own, newest));
  const [label, typed] =
    writer.passphrase === undefined
      ? (['Recovery key', paper] as const)
      : (['Passphrase', writer.passphrase] as const);
  const asked = page.getByLabel(label, { exact: true });
  await door.whatComesBack.or(asked).first().waitFor();
  if (await asked.isVisible()) {
    await door.open(label, typed);
    await door.whatComesBack.waitFor();
    const chosen = page.getByLabel('New passphrase', { exact: true });
    if (await chosen.isVisible()) {
      await chosen.fill(passphrase);
      await page.getByLabel('New passphrase again').fill(passphrase);
      writer.passphrase = passphrase;
    }
  }
  await door.bringBack();
  await writer.close();
  await writer.start();
  const lost = await writer.missing(backedUp);
  await writer.close();
  return lost;
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

/**
 * Whether the journal opens, with every text; where the log was harmed, whether that is said; and where a backup was,
 * whether that is refused. A journal that is refused is left standing there.
 */
async function openAndLook(
  writer: Writer,
  due: readonly string[],
  harmed: { readonly isBackup: boolean; readonly isLog: boolean },
): Promise<Found> {
  try {
    await writer.start();
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    return { lost: [], refused: problem.message };
  }
  const lost = [...(await writer.missing(due))];
  if (harmed.isLog) {
    const said = writer.page.getByText(/^(Something was put right|Not everything may have come back)\.$/);
    await said.waitFor({ timeout: 10_000 }).catch(() => lost.push('the word that something was put right'));
  }
  await new Sessions(writer.page).goToList();
  const beside = writer.page.getByRole('main').getByText(besidePhoto);
  await beside.waitFor({ timeout: 10_000 }).catch(() => lost.push(besidePhoto));
  if (harmed.isBackup) {
    const backups = new BackupsPage(writer.stringwalk);
    await backups.goTo();
    await backups.lines
      .first()
      .getByRole('button', { name: /^Restore/ })
      .click();
    const preview = backups.page.getByRole('heading', { name: 'What comes back' });
    const refusal = backups.page.getByRole('main').getByRole('alert');
    await preview.or(refusal).first().waitFor();
    if (await preview.isVisible()) lost.push('a harmed backup that was taken for whole');
    lost.push(...(await writer.missing(due)));
  }
  await writer.close();
  return { lost };
}

/** What a journal consists of, without Chromium's caches and what only takes up room. */
async function filesOf(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const part of ['journal/IndexedDB', 'journal/journal', 'journal/backups', 'stick']) {
    const entries = await readdir(join(folder, part), { recursive: true, withFileTypes: true });
    for (const entry of entries)
      if (entry.isFile() && entry.name !== 'ballast.bin')
        found.push(relative(folder, join(entry.parentPath, entry.name)));
  }
  return found.sort();
}
