import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { BackupsPage, RestoreDoor } from '../e2e/pages/backups.ts';
import { Recovery } from '../e2e/pages/recovery.ts';
import { missingPrograms, testZip, unzipMember } from '../support/sharePrograms.ts';
import { Stringwalk } from '../support/stringwalk.ts';
import type { Ground } from './ground.ts';
import { Count, moment, type Outcome } from './outcome.ts';
import { Writer } from './writer.ts';

const run = promisify(execFile);

async function backupsIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => /^stringwalk-.*\.age$/.test(name)).sort();
}

/** The ZIP in a backup, by `age` and the key alone. Rejects where it is not whole. */
async function decrypted(backup: string, key: string, zip: string): Promise<string> {
  await run('age', ['-d', '-i', key, '-o', zip, backup]);
  if (!(await testZip(zip)).includes('No errors detected')) throw new Error(`${backup} holds no whole ZIP`);
  return unzipMember(zip, 'journal.md');
}

/** While a backup is made and old ones make room for it: a whole one is there at any time, and every one is whole. */
export async function killWhileBackingUp(ground: Ground, times: number): Promise<Outcome> {
  const count = new Count(times, ground.progress);
  if (missingPrograms().length > 0)
    ground.progress('what is in a backup is not looked at: age or unzip is missing');
  const writer = await Writer.begin(join(ground.folder, 'journal'));
  const { dataFolder } = writer.stringwalk;
  const own = join(dataFolder, 'backups');
  const backups = new BackupsPage(writer.stringwalk);
  const words = await writer.write();
  await backups.goTo();
  await backups.backUpNow();
  const old = await OldBackups.of(own, ground.folder);
  let thinnedOut = 0;
  for (let n = 0; n < times; n += 1) {
    await count.try(async () => {
      await writer.kill();
      const newest = await old.layThere();
      await writer.start();
      await writer.goToToday();
      await writer.write();
      await backups.goTo();
      await backups.button('Back up now').click();
      await wait(moment(n, 0, 1500));
      const due = await writer.kill();
      await writer.start();
      const lost = [...(await writer.missing(due))];
      const names = await backupsIn(own);
      if (!old.areAllIn(names)) thinnedOut += 1;
      if (!names.includes(newest)) lost.push('the newest backup that was whole');
      const looked = missingPrograms().length === 0 ? [newest, ...names.slice(-3)] : [];
      lost.push(...(await brokenOf(own, looked, dataFolder, words)));
      return { lost };
    });
  }
  await writer.close();
  ground.progress(`${thinnedOut} of ${times} came as far as making room`);
  if (thinnedOut === 0 && !ground.isShort)
    await count.try(() => Promise.reject(new Error('old backups never made room')));
  return count.outcome;
}

/** As much of the shell's own index of backups as is written here. */
interface Index {
  readonly own: Readonly<Record<string, { readonly verifiedAt?: number }>>;
}

/** Whole backups of as many days as rotation thins out with the next one: copies of the first. */
class OldBackups {
  readonly #names: readonly string[];
  readonly #own: string;
  readonly #file: string;
  readonly #facts: Index['own'][string];

  private constructor(own: string, file: string, facts: Index['own'][string]) {
    const days = Array.from({ length: 28 }, (_, day) => String(day + 1).padStart(2, '0'));
    this.#names = days.map((day) => `stringwalk-2025-02-${day}T10-00-00.age`);
    this.#own = own;
    this.#file = file;
    this.#facts = facts;
  }

  /** The one backup there is so far; rotation may take it, so a copy is kept elsewhere. */
  static async of(own: string, elsewhere: string): Promise<OldBackups> {
    const [first = ''] = await backupsIn(own);
    const facts = (await indexIn(own)).own[first];
    if (facts?.verifiedAt === undefined) throw new Error('The first backup was not read back');
    const file = join(elsewhere, 'first.age');
    await copyFile(join(own, first), file);
    return new OldBackups(own, file, facts);
  }

  /** While the journal is closed. Answers with the newest whole backup, which nothing may take away. */
  async layThere(): Promise<string> {
    for (const name of this.#names) await copyFile(this.#file, join(this.#own, name));
    const index = await indexIn(this.#own);
    const known = { ...index.own, ...Object.fromEntries(this.#names.map((name) => [name, this.#facts])) };
    await writeFile(join(this.#own, 'index.json'), JSON.stringify({ ...index, own: known }));
    const there = await backupsIn(this.#own);
    return there.findLast((name) => known[name]?.verifiedAt !== undefined) ?? '';
  }

  areAllIn(names: readonly string[]): boolean {
    return this.#names.every((name) => names.includes(name));
  }
}

async function indexIn(own: string): Promise<Index> {
  return JSON.parse(await readFile(join(own, 'index.json'), 'utf8')) as Index;
}

async function brokenOf(
  folder: string,
  names: readonly string[],
  dataFolder: string,
  words: string,
): Promise<readonly string[]> {
  const broken: string[] = [];
  const zip = join(dataFolder, 'looked-at.zip');
  for (const name of names) {
    const key = join(dataFolder, 'journal', 'slots', 'open.txt');
    const text = await decrypted(join(folder, name), key, zip).catch(() => '');
    if (!text.includes(words)) broken.push(`what is in ${name}`);
    await rm(zip, { force: true });
  }
  return broken;
}

/** The newest and the oldest backup, by the journal's own key and by the paper's: with `age` alone, and in the app. */
export async function restore(ground: Ground, times: number): Promise<Outcome> {
  const count = new Count(times, ground.progress);
  if (missingPrograms().length > 0) {
    ground.progress('skipped: age or unzip is missing');
    return count.outcome;
  }
  const stringwalk = await Stringwalk.launch({ dataFolder: join(ground.folder, 'journal') });
  const { page } = stringwalk;
  await page.getByLabel('Your name', { exact: true }).fill('Tom');
  await page.getByLabel("Your buddy's name").fill('Maya');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  const recovery = new Recovery(page);
  const { text: paper } = await recovery.read();
  await recovery.later.click();
  const writer = await Writer.on(stringwalk);
  const backups = new BackupsPage(stringwalk);
  const due: (readonly string[])[] = [];
  for (let n = 0; n < 2; n += 1) {
    await writer.write();
    due.push(writer.promises);
    await backups.goTo();
    await backups.backUpNow();
    await writer.goToToday();
  }
  await writer.close();
  const own = join(stringwalk.dataFolder, 'backups');
  const names = (await backupsIn(own)).slice(0, 2);
  const keys = {
    own: join(stringwalk.dataFolder, 'journal', 'slots', 'open.txt'),
    paper: join(ground.folder, 'paper'),
  };
  await writeFile(keys.paper, `${paper}\n`);
  const ways = names.flatMap((name, place) => [
    async () =>
      missingIn(await decrypted(join(own, name), keys.own, join(ground.folder, `own-${place}`)), due[place]),
    async () =>
      missingIn(
        await decrypted(join(own, name), keys.paper, join(ground.folder, `paper-${place}`)),
        due[place],
      ),
    async () => broughtBack(ground, join(own, name), paper, due[place] ?? [], place),
  ]);
  for (let n = 0; n < Math.min(times, ways.length); n += 1) {
    await count.try(async () => ({ lost: (await ways[n]?.()) ?? [] }));
  }
  return count.outcome;
}

const missingIn = (text: string, due: readonly string[] = []) => due.filter((each) => !text.includes(each));

/** On a fresh computer with nothing but the file and the paper. */
async function broughtBack(
  ground: Ground,
  backup: string,
  paper: string,
  due: readonly string[],
  place: number,
): Promise<readonly string[]> {
  const stick = join(ground.folder, `stick-${place}`);
  await mkdir(stick);
  const file = join(stick, 'stringwalk-2026-11-22T10-00-00.age');
  await copyFile(backup, file);
  const fresh = await Stringwalk.launch({ dataFolder: join(ground.folder, `fresh-${place}`) });
  const door = new RestoreDoor(fresh);
  await door.choose(file);
  await door.open('Recovery key', paper);
  await fresh.page.getByLabel('New passphrase', { exact: true }).fill('lantern otter seven plaid');
  await fresh.page.getByLabel('New passphrase again').fill('lantern otter seven plaid');
  await door.bringBack();
  const writer = await Writer.on(fresh, 'lantern otter seven plaid');
  const missing = await writer.missing(due);
  await writer.close();
  return missing;
}
