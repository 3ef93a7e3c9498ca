import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupsPage } from '../e2e/pages/backups.ts';
import { Goals } from '../e2e/pages/goals.ts';
import { Sessions } from '../e2e/pages/sessions.ts';
import { layTimeline } from '../e2e/pages/timelines.ts';
import { Welcome } from '../e2e/pages/welcome.ts';
import { Stringwalk } from '../support/stringwalk.ts';
import type { Ground } from './ground.ts';
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
  for (const word of words) {
    await count.try(async () => ({
      lost: contents
        .filter(([, bytes]) => holds(bytes, word))
        .map(([path]) => `${word} lies open in ${path}`),
    }));
  }
  return count.outcome;
}

function holds(bytes: Buffer, word: string): boolean {
  return bytes.includes(Buffer.from(word, 'utf8')) || bytes.includes(Buffer.from(word, 'utf16le'));
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
