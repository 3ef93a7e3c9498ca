import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Stringwalk } from '../support/stringwalk.ts';
import type { DecadeOrder } from './decade/decade.ts';

const root = join(import.meta.dirname, '../..');
const corpusFile = join(root, '../shared/corpus/pepys-decade.ndjson');

/** Real writing, where it lies beside the project; otherwise none, and the decade is invented. */
async function corpus(): Promise<DecadeOrder['corpus']> {
  const text = await readFile(corpusFile, 'utf8').catch(() => '');
  if (text === '') process.stdout.write('The corpus is not here, so the words are invented.\n');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** Fills a fresh data folder with a decade; refuses one that holds a journal. Gives the number of records. */
export async function makeDecade(folder: string, years: number, photos: number): Promise<number> {
  const taken = await access(join(folder, 'journal/slots/open.txt')).then(
    () => true,
    () => false,
  );
  if (taken) throw new Error(`${folder} holds a journal already`);
  const stringwalk = await Stringwalk.launch({ dataFolder: folder, appFolder: join(root, 'out/tools') });
  try {
    await stringwalk.page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
    const order: DecadeOrder = { years, photos, corpus: await corpus() };
    return await stringwalk.page.evaluate(async (given) => {
      const tools = 'app://stringwalk/tools/decade.js';
      const { buildDecade } = (await import(tools)) as typeof import('./decade/decade.ts');
      return buildDecade(given);
    }, order);
  } finally {
    await stringwalk.close();
  }
}
