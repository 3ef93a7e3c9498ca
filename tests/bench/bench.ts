/** @file Measures what people wait for, as ratios within one run, into `out/bench.json` and a table. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
try {
  process.stdout.write('Writing journals of ten years and of one.\n');
  await makeDecade(decade, 10, 0);
  await makeDecade(year, 1, 0);
  await makeDecade(withPhotos, 10, 300);
  for (const journal of [decade, year, withPhotos]) await backUpOnce(journal);
  const rows: Row[] = [];
  const steps = [
    ['starting', () => measureStart(decade)],
    ['searching', () => measureSearch(decade)],
    ['saving', () => measureSave(decade, year)],
    ['sealing anew and unlocking', () => measureVault(decade, withPhotos, folder)],
    ['backing up', () => measureBackup(withPhotos)],
    ['what is loaded', () => measureBundle(decade)],
  ] as const;
  for (const [what, measure] of steps) {
    process.stdout.write(`Measuring ${what}.\n`);
    rows.push(...(await measure()));
  }
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'bench.json'), `${JSON.stringify(rows, undefined, 2)}\n`);
  process.stdout.write(`\n${table(rows)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
