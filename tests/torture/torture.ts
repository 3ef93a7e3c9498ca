/**
 * @file Every cruelty of the issue, with its full numbers, into a table and `out/torture.json`. Takes hours; run one
 * with `npm run torture -- --only kill-typing --times 5`.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { acts } from './acts.ts';
import { makeGround } from './ground.ts';
import { type Row, table } from './outcome.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, times: { type: 'string' } } });
const chosen = acts.filter(({ name }) => values.only === undefined || name === values.only);
if (chosen.length === 0) {
  process.stderr.write(
    `There is no "${values.only}". There are: ${acts.map(({ name }) => name).join(', ')}\n`,
  );
  process.exit(2);
}

const rows: Row[] = [];
for (const { name, times, run } of chosen) {
  const folder = await mkdtemp(join(tmpdir(), `stringwalk-${name}-`));
  const startedAt = Date.now();
  const progress = (line: string) => process.stdout.write(`${name}, ${line}\n`);
  const { notes, ...outcome } = await run(makeGround(folder, progress), Number(values.times ?? times));
  for (const note of notes) process.stdout.write(`${name}: ${note}\n`);
  process.stdout.write(`${name} took ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
  rows.push({ name, ...outcome });
  await keep(rows);
  // What went wrong is to be understood.
  if (outcome.lost + outcome.crashed > 0) process.stdout.write(`${name}: its folder stays, ${folder}\n`);
  else await rm(folder, { recursive: true, force: true });
}

process.stdout.write(`\n${table(rows)}\n`);
process.exitCode = rows.some(({ lost, crashed }) => lost + crashed > 0) ? 1 : 0;

/** Whoever runs one act at a time has the others' rows beside it; whoever runs all has each as soon as it is done. */
async function keep(done: readonly Row[]): Promise<void> {
  const out = join(import.meta.dirname, '../../out');
  await mkdir(out, { recursive: true });
  const path = join(out, 'torture.json');
  const others = (await earlier(path)).filter(({ name }) => !done.some((row) => row.name === name));
  const places = acts.map(({ name }) => name);
  const all = [...others, ...done].toSorted((a, b) => places.indexOf(a.name) - places.indexOf(b.name));
  await writeFile(path, `${JSON.stringify(all, undefined, 2)}\n`);
}

/** None where there was no run before, or one that was cut short while it wrote. */
async function earlier(path: string): Promise<readonly Row[]> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as readonly Row[];
  } catch {
    return [];
  }
}
