import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BackupsPage, RestoreDoor } from '../e2e/pages/backups.ts';
import { Photos } from '../e2e/pages/photos.ts';
import { Recovery } from '../e2e/pages/recovery.ts';
import { Sessions } from '../e2e/pages/sessions.ts';
import { hillPng } from '../support/png.ts';
import { missingPrograms } from '../support/sharePrograms.ts';
import { Stringwalk } from '../support/stringwalk.ts';
import { type ByHand, decrypted } from './byHand.ts';
import type { Ground } from './ground.ts';
import { Count, moment, type Outcome } from './outcome.ts';
import { Writer } from './writer.ts';

async function backupsIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => /^stringwalk-.*\.age$/.test(name)).sort();
}

/**
 * While a backup is made, and, every second time, while old ones make room for it: a whole one is there at any time,
 * and every one is whole.
 */
export async function killWhileBackingUp(ground: Ground, times: number): Promise<Outcome> {
  const count = new Count(times, ground.progress);
  if (missingPrograms().length > 0) {
    ground.progress('skipped: age or unzip is missing');
    return count.outcome;
  }
  const writer = await Writer.begin(join(ground.folder, 'journal'));
  writer.isOnlyKilled = true;
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
      const backUp = () => backups.button('Back up now').click();
      if (n % 2 === 0) {
        await backUp();
        await wait(moment(n, 0, 1500));
      } else {
        const letGo = await writer.untilAsked('removeBackup', backUp);
        letGo();
        await wait(moment(n, 20, 200));
      }
      const due = await writer.kill();
      await writer.start();
      const lost = [...(await writer.missing(due))];
      const names = await backupsIn(own);
      if (!old.areAllIn(names)) thinnedOut += 1;
      if (!names.includes(newest)) lost.push('the newest backup that was whole');
      // To open all of them takes long: once, at the end.
      const looked = n === times - 1 && !ground.isShort ? names : [newest, ...names.slice(-3)];
      lost.push(...(await brokenOf(own, looked, dataFolder, words)));
      return { lost };
    });
  }
  await writer.close();
  ground.progress(`${thinnedOut} of ${times} came as far as making room`);
  if (thinnedOut < times / 4 && !ground.isShort)
    await count.try(() => Promise.reject(new Error(`old backups made room only ${thinnedOut} times`)));
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
    const why = await decrypted(join(folder, name), key, zip).then(
      ({ text }) => (text.includes(words) ? undefined : 'without the words'),
      String,
    );
    if (why !== undefined) broken.push(`what is in ${name}: ${why}`);
    await rm(zip, { force: true });
  }
  return broken;
}

const title = 'Along the river';
const besidePhoto = 'A kingfisher went by, twice.';

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
  const sessions = new Sessions(page);
  await sessions.create({ title });
  const photos = new Photos(page, sessions.notes('First half', 'Tom'), 'Notes by Tom');
  await sessions.write('First half', 'Tom', besidePhoto);
  await photos.add({ name: 'hill.png', mimeType: 'image/png', buffer: hillPng(300, 200) });
  await photos.shown.first().waitFor();
  await sessions.saved();
  await writer.goToToday();
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
    ...Object.entries(keys).map(([way, key]) => async () => {
      const read = await decrypted(join(own, name), key, join(ground.folder, `${way}-${place}`));
      return missingIn(read, due[place]);
    }),
    async () => broughtBack(ground, join(own, name), paper, due[place] ?? [], place),
  ]);
  for (let n = 0; n < Math.min(times, ways.length); n += 1) {
    await count.try(async () => ({ lost: (await ways[n]?.()) ?? [] }));
  }
  return count.outcome;
}

function missingIn({ text, photos }: ByHand, due: readonly string[] = []): readonly string[] {
  const missing = [...due, title, besidePhoto].filter((each) => !text.includes(each));
  return photos > 0 ? missing : [...missing, 'the photo'];
}

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
  const missing = [...(await writer.missing(due))];
  const sessions = new Sessions(fresh.page);
  await sessions.open(new RegExp(title));
  const notes = sessions.notes('First half', 'Tom');
  await notes.getByText(besidePhoto).waitFor();
  // It is decrypted and drawn, or it has no size.
  if ((await new Photos(fresh.page, notes, 'Notes by Tom').size()).includes(0)) missing.push('the photo');
  await writer.close();
  return missing;
}
