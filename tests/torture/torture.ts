/**
 * @file Every cruelty of the issue, with its full numbers, into a table and `out/torture.json`. Takes hours; run one
 * with `npm run torture -- --only kill-typing --times 5`.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Act, acts } from './acts.ts';
import { makeGround } from './ground.ts';
import { type Outcome, type Row, table } from './outcome.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, times: { type: 'string' } } });
const chosen = acts.filter(({ name }) => values.only === undefined || name === values.only);
if (chosen.length === 0) {
  process.stderr.write(
    `There is no "${values.only}". There are: ${acts.map(({ name }) => name).join(', ')}\n`,
  );
  process.exit(2);
}

const rows: Row[] = [];
// An old row must not stand in for an act that does not come to its end.
await keep(rows);
for (const act of chosen) {
  const folder = await mkdtemp(join(tmpdir(), `stringwalk-${act.name}-`));
  const startedAt = Date.now();
  const { notes, ...outcome } = await outcomeOf(act, folder);
  for (const note of notes) process.stdout.write(`${act.name}: ${note}\n`);
  process.stdout.write(`${act.name} took ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
  rows.push({ name: act.name, ...outcome });
  await keep(rows);
  // What went wrong is to be understood.
  if (outcome.lost + outcome.crashed > 0) process.stdout.write(`${act.name}: its folder stays, ${folder}\n`);
  else await rm(folder, { recursive: true, force: true });
}

process.stdout.write(`\n${table(rows)}\n`);
const untried = rows.filter(({ tried }) => tried === 0).map(({ name }) => name);
if (untried.length > 0) process.stdout.write(`Nothing was tried by: ${untried.join(', ')}\n`);
const isBad = untried.length > 0 || rows.some(({ lost, crashed }) => lost + crashed > 0);
// At once: what an act that broke off left running would be waited for.
process.exit(isBad ? 1 : 0);

/** What is thrown outside any try ends the act, and not those after it. */
async function outcomeOf({ name, times, run }: Act, folder: string): Promise<Outcome> {
  const progress = (line: string) => process.stdout.write(`${name}, ${line}\n`);
  try {
    return await run(makeGround(folder, progress), Number(values.times ?? times));
  } catch (problem) {
    const why = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
    return { tried: 0, lost: 0, refused: 0, crashed: 1, notes: [`broke off: ${why}`] };
  }
}

/** Whoever runs one act at a time has the others' rows beside it; whoever runs all has each as soon as it is done. */
async function keep(done: readonly Row[]): Promise<void> {
  const out = join(import.meta.dirname, '../../out');
  await mkdir(out, { recursive: true });
  const path = join(out, 'torture.json');
  const others = (await earlier(path)).filter((row) => !chosen.some(({ name }) => name === row.name));
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
