/**
 * @file Measures what people wait for, as ratios within one run, into `out/bench.json` and a table. One part of it with
 * `npm run bench -- --only saving`; the others' rows are left as they were.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { backUpOnce, measureBackup } from './backup.ts';
import { measureBundle } from './bundle.ts';
import { makeDecade } from './decadeFolder.ts';
import { type Row, table } from './figures.ts';
import { measureStart } from './start.ts';
import { measureSave, measureSearch } from './typing.ts';
import { measureVault } from './vault.ts';

const out = join(import.meta.dirname, '../../out');
/** Written once, and only where what is measured needs it. */
const journals = {
  decade: journal('ten-years', 10, 0),
  year: journal('one-year', 1, 0),
  withPhotos: journal('ten-years-with-photos', 10, 300),
};
const parts = {
  starting: async () => measureStart(await journals.decade()),
  searching: async () => measureSearch(await journals.decade()),
  saving: async () => measureSave(await journals.decade(), await journals.year()),
  vault: async () => measureVault(await journals.decade(), await journals.withPhotos(), folder),
  'backing-up': async () => measureBackup(await journals.withPhotos()),
  bundle: async () => measureBundle(await journals.decade()),
};
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = Object.entries(parts).filter(([name]) => values.only === undefined || name === values.only);
if (chosen.length === 0) {
  process.stderr.write(`There is no "${values.only}". There are: ${Object.keys(parts).join(', ')}\n`);
  process.exit(2);
}
const folder = await mkdtemp(join(tmpdir(), 'stringwalk-bench-'));

try {
  const path = join(out, 'bench.json');
  await mkdir(out, { recursive: true });
  let rows: readonly Row[] = values.only === undefined ? [] : await earlier(path);
  for (const [name, measure] of chosen) {
    process.stdout.write(`Measuring ${name}.\n`);
    const measured = await measure();
    process.stdout.write(`${table(measured)}\n\n`);
    rows = [...rows.filter((row) => !measured.some(({ name }) => name === row.name)), ...measured];
    await writeFile(path, `${JSON.stringify(rows, undefined, 2)}\n`);
  }
  process.stdout.write(`${table(rows)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

function journal(name: string, years: number, photos: number): () => Promise<string> {
  const make = async () => {
    process.stdout.write(`Writing a journal: ${name}.\n`);
    const path = join(folder, name);
    await makeDecade(path, years, photos);
    await backUpOnce(path);
    return path;
  };
  let made: Promise<string> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** None where nothing was measured before, or where that run was cut short while it wrote. */
async function earlier(path: string): Promise<readonly Row[]> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as readonly Row[];
  } catch {
    return [];
  }
}
