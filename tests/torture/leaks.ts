import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
  await writeFile(join(ground.folder, 'control'), Buffer.from(`${words[0]} `, 'utf16le'));
  await mkdir(temporary);
  const stringwalk = await Stringwalk.launch({ dataFolder, env: { TMPDIR: temporary, TMP: temporary } });
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
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search' }).fill(word);
      await page.keyboard.press('Escape');
    },
    async (word) => {
      await page.getByRole('navigation', { name: 'Journal' }).getByRole('link', { name: 'Today' }).click();
      await page.getByRole('textbox', { name: 'Quick note' }).fill(`Noted: ${word}`);
      await page.getByRole('button', { name: 'Keep this note' }).click();
    },
  ];
  for (const [n, word] of words.entries()) await writers[n % writers.length]?.(word);
  const backups = new BackupsPage(stringwalk);
  await backups.goTo();
  await backups.backUpNow();
  // A draft that never became a revision, and a process that had no time to tidy up.
  await writers[6]?.(words.at(-1) ?? '');
  await page.getByRole('textbox', { name: 'Quick note' }).fill(`Typed last: ${words[0]}`);
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved/ })
    .waitFor();
  await stringwalk.killGroup();

  const files = [...(await filesBelow(dataFolder)), ...(await filesBelow(temporary))];
  const control = await readFile(join(ground.folder, 'control'));
  if (!holds(control, words[0] ?? '') || files.length < 20)
    throw new Error('The search itself finds nothing');
  const contents = await Promise.all(files.map(async (path) => [path, await readFile(path)] as const));
  const remembered: Remembered = canReadMemory
    ? await rememberedAfterLocking(dataFolder, ground.progress)
    : new Map();
  for (const word of words) {
    await count.try(async () => ({
      lost: [
        ...contents.filter(([, bytes]) => holds(bytes, word)).map(([path]) => `${word} lies open in ${path}`),
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
 * still there: the words, and the kinds of process that remember them. No word goes by way of Playwright here, which
 * would leave it in the shell on its way to the page.
 */
async function rememberedAfterLocking(
  dataFolder: string,
  progress: (line: string) => void,
): Promise<Remembered> {
  const stringwalk = await Stringwalk.launch({ dataFolder });
  try {
    await unlockWith(stringwalk.page, passphrase);
    const { page } = stringwalk;
    for (const name of ['Sessions', 'Questions', 'Goals', 'Today']) {
      await page
        .getByRole('navigation', { name: 'Journal' })
        .getByRole('link', { name, exact: true })
        .click();
      await page.getByRole('heading', { level: 1 }).waitFor();
    }
    // A text that has the cursor in it is told to the shell, for input methods.
    await page.getByRole('textbox', { name: 'Quick note' }).click();
    await page.keyboard.press('End');
    const opened = await stringwalk.pageProcess();
    if ((await foundInMemory(opened, wordOrKey, longest)).length === 0)
      throw new Error('The search of memory finds nothing');
    await stringwalk.lockedWindow(() => page.getByRole('button', { name: 'Lock' }).click());
    await stringwalk.page.getByRole('button', { name: 'Unlock' }).waitFor();
    const remembered = new Map<string, string[]>();
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
  } finally {
    await stringwalk.close();
  }
}

function holds(bytes: Buffer, word: string): boolean {
  return bytes.includes(Buffer.from(word, 'utf8')) || bytes.includes(Buffer.from(word, 'utf16le'));
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
