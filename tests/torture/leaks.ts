import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { BackupsPage } from '../e2e/pages/backups.ts';
import { Goals } from '../e2e/pages/goals.ts';
import { unlockWith } from '../e2e/pages/lock.ts';
import { Sessions } from '../e2e/pages/sessions.ts';
import { layTimeline } from '../e2e/pages/timelines.ts';
import { Welcome } from '../e2e/pages/welcome.ts';
import { Stringwalk } from '../support/stringwalk.ts';
import type { Ground } from './ground.ts';
import { canReadMemory, foundInMemory, kindOf, processesOf } from './memory.ts';
import { Count, type Outcome } from './outcome.ts';

const passphrase = 'lantern otter seven plaid';

/** As many words as records; each is searched for on the whole disk. */
export async function searchForWords(ground: Ground, records: number): Promise<Outcome> {
  const count = new Count(records, ground.progress);
  const words = Array.from({ length: records }, (_, n) => `canary${n}q${randomBytes(8).toString('hex')}`);
  const [dataFolder, temporary] = [join(ground.folder, 'journal'), join(ground.folder, 'tmp')];
  await seeThatSearchFinds(join(ground.folder, 'control'), words[0] ?? '');
  await mkdir(temporary);
  const env = { TMPDIR: temporary, TMP: temporary };
  const stringwalk = await Stringwalk.launch({ dataFolder, env });
  const { page } = stringwalk;
  const welcome = new Welcome(page);
  await welcome.fill(`Judith ${words[0]}`, `Kofi ${words[1 % records]}`);
  await welcome.protectWith(passphrase);
  await welcome.beginAndPutOff();
  const writers: readonly ((word: string) => Promise<unknown>)[] = [
    (word) => new Sessions(page).create({ title: `A walk ${word}`, where: `The ${word} woods` }),
    async (word) => {
      const sessions = new Sessions(page);
      await sessions.create({ title: 'A walk with notes' });
      await page
        .getByRole('textbox', { name: /^Notes by / })
        .first()
        .click();
      await page.keyboard.type(`Said ${word} twice`);
    },
    (word) => new Goals(page).create(`A goal ${word}`),
    (word) => layTimeline(page, `A string ${word}`),
    async (word) => {
      await page
        .getByRole('navigation', { name: 'Journal' })
        .getByRole('link', { name: 'Questions' })
        .click();
      await page.getByRole('button', { name: 'New question' }).click();
      await page.getByRole('textbox', { name: 'The question' }).fill(`Why ${word}?`);
      await page.getByRole('button', { name: 'Keep the question' }).click();
      await page.getByRole('heading', { level: 1, name: word }).waitFor();
    },
    async (word) => {
      await page.getByRole('navigation', { name: 'Journal' }).getByRole('link', { name: 'Today' }).click();
      await page.getByRole('textbox', { name: 'Quick note' }).fill(`Noted: ${word}`);
      await page.getByRole('button', { name: 'Keep this note' }).click();
    },
  ];
  for (const [n, word] of words.entries()) await writers[n % writers.length]?.(word);
  // What is typed there is to leave no trace either.
  await findEach(page, words);
  const backups = new BackupsPage(stringwalk);
  await backups.goTo();
  await backups.backUpNow();
  // A draft that never became a revision, and a process that had no time to tidy up.
  await writers.at(-1)?.(words.at(-1) ?? '');
  await page.getByRole('textbox', { name: 'Quick note' }).fill(`Typed last: ${words[0]}`);
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved/ })
    .waitFor();
  await stringwalk.killGroup();

  const killed = await filesBelow(dataFolder, temporary);
  if (killed.length < 20) throw new Error('Hardly any files lie there');
  const again = await Stringwalk.launch({ dataFolder, env });
  const remembered = await openAndLock(again, ground.progress);
  const locked = await filesBelow(dataFolder, temporary);
  // Only now: what goes by way of Playwright to the page is left in the memory that was read.
  await unlockWith(again.page, passphrase);
  await findEach(again.page, words);
  await again.close();
  const moments = Object.entries({ 'after the kill': killed, 'after locking': locked });
  for (const word of words) {
    await count.try(async () => ({
      lost: [
        ...moments.flatMap(([when, files]) =>
          files.filter((file) => holds(file, word)).map(({ path }) => `${word} lies open in ${path} ${when}`),
        ),
        ...(remembered.get(word) ?? []).map(
          (kind) => `${word} is in the memory of the ${kind} after locking`,
        ),
      ],
    }));
  }
  for (const kind of remembered.get(aKey) ?? []) {
    await count.try(async () => ({ lost: [`a key is in the memory of the ${kind} after locking`] }));
  }
  return count.outcome;
}

/** Words, and the kinds of process that have them. */
type Remembered = ReadonlyMap<string, readonly string[]>;

const wordOrKey = /canary\d+q[0-9a-f]{16}|AGE-SECRET-KEY-1[0-9A-Z]{58}/g;
const aKey = 'a key';
/** A key is the longest. */
const longest = 80;

/**
 * Opens a journal in fresh processes, shows what is in it, locks it, and reads the memory of every process that is
 * still there, where that can be read: the words, and the kinds of process that remember them. No word goes by way of
 * Playwright here, which would leave it in the shell on its way to the page.
 */
async function openAndLock(stringwalk: Stringwalk, progress: (line: string) => void): Promise<Remembered> {
  await unlockWith(stringwalk.page, passphrase);
  const { page } = stringwalk;
  for (const name of ['Sessions', 'Questions', 'Goals', 'Today']) {
    await page.getByRole('navigation', { name: 'Journal' }).getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
  // A text that has the cursor in it is told to the shell, for input methods.
  await page.getByRole('textbox', { name: 'Quick note' }).click();
  await page.keyboard.press('End');
  const opened = await stringwalk.pageProcess();
  if (canReadMemory && (await foundInMemory(opened, wordOrKey, longest)).length === 0)
    throw new Error('The search of memory finds nothing');
  await stringwalk.lockedWindow(() => page.getByRole('button', { name: 'Lock' }).click());
  await stringwalk.page.getByRole('button', { name: 'Unlock' }).waitFor();
  const remembered = new Map<string, string[]>();
  if (!canReadMemory) return remembered;
  const running = await processesOf(stringwalk.app.process().pid ?? 0);
  if (running.includes(opened)) throw new Error('The process that showed the words outlived the lock');
  for (const pid of running) {
    const kind = await kindOf(pid);
    progress(`the memory of the ${kind} is read`);
    for (const found of await foundInMemory(pid, wordOrKey, longest)) {
      const word = found.startsWith('canary') ? found : aKey;
      remembered.set(word, [...(remembered.get(word) ?? []), kind]);
    }
  }
  return remembered;
}

/** Whether each is in a record: nothing that was not kept could lie open anywhere. */
async function findEach(page: Page, words: readonly string[]): Promise<void> {
  await page.keyboard.press('Control+k');
  for (const word of words) {
    await page.getByRole('combobox', { name: 'Search' }).fill(word);
    await page.getByRole('option', { name: word }).first().waitFor();
  }
  await page.keyboard.press('Escape');
}

interface Laid {
  readonly path: string;
  readonly bytes: Buffer;
}

/** The keys of the database are UTF-16 with the larger byte first, its values with the smaller. */
function spellings(word: string): readonly Buffer[] {
  const [utf16, swapped] = [Buffer.from(word, 'utf16le'), Buffer.from(word, 'utf16le').swap16()];
  return [Buffer.from(word), utf16, swapped];
}

function holds({ path, bytes }: Laid, word: string): boolean {
  return path.includes(word) || spellings(word).some((each) => bytes.includes(each));
}

async function seeThatSearchFinds(folder: string, word: string): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, `named-${word}`), '');
  for (const [n, bytes] of spellings(word).entries())
    await writeFile(join(folder, `${n}`), Buffer.concat([Buffer.from('!'), bytes]));
  const files = await filesBelow(folder);
  if (!files.every((file) => holds(file, word))) throw new Error('The search itself finds nothing');
}

async function filesBelow(...folders: readonly string[]): Promise<readonly Laid[]> {
  const all = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  );
  const files = all.flat().filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      // Some come and go while the app is open.
      return { path, bytes: await readFile(path).catch(() => Buffer.alloc(0)) };
    }),
  );
}
