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
const folder = await mkdtemp(join(tmpdir(), 'stringwalk-bench-'));
const [decade, year] = [join(folder, 'ten-years'), join(folder, 'one-year')];
const withPhotos = join(folder, 'ten-years-with-photos');
const parts = {
  starting: () => measureStart(decade),
  searching: () => measureSearch(decade),
  saving: () => measureSave(decade, year),
  vault: () => measureVault(decade, withPhotos, folder),
  'backing-up': () => measureBackup(withPhotos),
  bundle: () => measureBundle(decade),
};
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = Object.entries(parts).filter(([name]) => values.only === undefined || name === values.only);
if (chosen.length === 0) {
  process.stderr.write(`There is no "${values.only}". There are: ${Object.keys(parts).join(', ')}\n`);
  process.exit(2);
}

try {
  process.stdout.write('Writing journals of ten years and of one.\n');
  await makeDecade(decade, 10, 0);
  await makeDecade(year, 1, 0);
  await makeDecade(withPhotos, 10, 300);
  for (const journal of [decade, year, withPhotos]) await backUpOnce(journal);
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

/** None where nothing was measured before, or where that run was cut short while it wrote. */
async function earlier(path: string): Promise<readonly Row[]> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as readonly Row[];
  } catch {
    return [];
  }
}
