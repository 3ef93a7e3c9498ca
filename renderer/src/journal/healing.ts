/**
 * @file The database and the log hold the same rows. Where they came to differ (the database vanished, a disk was
 * full, a file was damaged), each is given what only the other has. Nothing is ever removed to make them agree.
 */
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { LogRow, LogState } from '#shared/shell/contract.ts';
import { type Database, type SaveProblem, type SealedRow, save } from './db.ts';
import type { Log } from './log.ts';
import { rowPages } from './rows.ts';
import { isSameTally, noRows, readTally, type Tally, tallyBytes, withRows } from './tally.ts';
import { knowsKey, type Vault } from './vault.ts';

export interface HealingParts {
  readonly db: Database;
  readonly log: Log;
  readonly vault: Vault;
}

/** What was done, for the person to be told. */
export interface Healed {
  readonly rowsToDatabase: number;
  readonly rowsToLog: number;
  /** `foreign`: it belonged to another journal and was set aside, or left where it is if there is nothing else. */
  readonly log: 'whole' | 'begun' | 'cut' | 'rescued' | 'foreign' | 'renewed';
  /** Nothing was done: the disk has too little room for the database. */
  readonly waitsForRoom: boolean;
  /** Both places were damaged, so neither vouches for the other: something may be missing. */
  readonly isInDoubt: boolean;
}

export const nothingDone: Healed = {
  rowsToDatabase: 0,
  rowsToLog: 0,
  log: 'whole',
  waitsForRoom: false,
  isInDoubt: false,
};

/** By row id, the key it is sealed under. */
type Held = Map<string, string>;

export interface Healing {
  /** 0 to 1. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Ends it with `not-saved` within a page of rows. */
  readonly signal?: AbortSignal | undefined;
  /** Looks at every row, also where both places say they hold the same. */
  readonly isThorough?: boolean;
}

/** Makes the two places one again. Safe to be cut short anywhere: the next time goes on. */
export async function heal(
  parts: HealingParts,
  { onProgress = () => undefined, signal, isThorough = false }: Healing = {},
): Promise<Result<Healed, SaveProblem>> {
  const { db, log, vault } = parts;
  try {
    const found = await log.state();
    if (found.room === 'low') return ok({ ...nothingDone, waitsForRoom: true });
    const tally = readTally((await db.meta.get('rows'))?.sealed);
    if (!isThorough && tally && isSameTally(tally, found))
      return ok({ ...nothingDone, log: mendedNow(found) });
    // Damage in its middle shows only now, and a damaged log is set aside before anything takes its place.
    const state = await log.verify();
    const held: Held = new Map();
    for await (const rows of rowPages(db)) for (const { id, keyId } of rows) held.set(id, keyId);
    const wasEmpty = held.size === 0;
    let logged: Held = new Map();
    for await (const rows of log.pages()) for (const { id, keyId } of rows) logged.set(id, keyId);
    const isOurs = (rows: Held) => [...rows.values()].some((keyId) => knowsKey(vault, keyId));
    const isForeign = logged.size > 0 && !isOurs(logged);
    // A key that opens neither place is itself the foreign one: nothing here changes for its sake.
    if (logged.size + held.size > 0 && !isOurs(logged) && !isOurs(held))
      return ok({ ...nothingDone, log: isForeign ? 'foreign' : mendedNow(state) });
    if (isForeign) {
      if (!(await log.setAside())) return err('not-saved');
      logged = new Map();
    }
    const isBegun = logged.size === 0 && !isForeign;
    const toDatabase = await fillDatabase(parts, held, logged, { onProgress, signal });
    if (!toDatabase.ok) return toDatabase;
    const toLog = await fillLog(parts, held, logged);
    if (!toLog.ok) return toLog;
    // A torn last line is an unfinished write; after a database that is gone altogether it may be more.
    const isInDoubt =
      toDatabase.value > 0 && (state.mended === 'rescued' || (state.mended === 'cut' && wasEmpty));
    return ok({
      ...nothingDone,
      isInDoubt,
      rowsToDatabase: toDatabase.value,
      rowsToLog: toLog.value.rows,
      log: isForeign ? 'foreign' : isBegun ? 'begun' : toLog.value.isRenewed ? 'renewed' : mendedNow(state),
    });
  } catch {
    return err('not-saved');
  }
}

/** Gives the database what only the log has; a row sealed anew under the present key takes the place of the old. */
async function fillDatabase(
  { db, log, vault }: HealingParts,
  held: Held,
  logged: Held,
  {
    onProgress,
    signal,
  }: { readonly onProgress: (done: number) => void; readonly signal?: AbortSignal | undefined },
): Promise<Result<number, SaveProblem>> {
  const isWanted = ({ id, keyId }: LogRow) => {
    const present = held.get(id);
    return present === undefined || (present !== keyId && keyId === vault.keyId);
  };
  const wanted = [...logged].filter(([id, keyId]) => isWanted({ id, keyId } as LogRow)).length;
  let done = 0;
  if (wanted > 0) {
    for await (const page of log.pages()) {
      if (signal?.aborted) return err('not-saved');
      const rows = page.filter(isWanted);
      const outcome = await save(() => replaceRows(db, rows as SealedRow[], held));
      if (!outcome.ok) return outcome;
      for (const { id, keyId } of rows) held.set(id, keyId);
      done += rows.length;
      onProgress(Math.min(1, done / wanted));
    }
  }
  const tally = tallyBytes(withRows(noRows, entries(held)));
  const kept = await save(() =>
    db.transaction('rw', db.rows, db.meta, async () => {
      // It can vanish meanwhile, and must not then be taken for whole.
      if ((await db.rows.count()) !== held.size) throw new Error('The database changed while it was filled');
      await db.meta.put({ key: 'rows', sealed: tally });
    }),
  );
  return kept.ok ? ok(done) : kept;
}

async function replaceRows(db: Database, rows: readonly SealedRow[], held: Held): Promise<void> {
  if (rows.length === 0) return;
  await db.transaction('rw', db.rows, db.checkpoint, async () => {
    // It may cover rows by numbers that are given out anew.
    await db.checkpoint.clear();
    const known = rows.filter(({ id }) => held.has(id));
    for (const { id, keyId, sealed } of known) await db.rows.where('id').equals(id).modify({ keyId, sealed });
    const seen = new Set(known.map(({ id }) => id));
    // One id twice in the log is one row.
    const fresh = rows.filter(({ id }) => !seen.has(id) && seen.add(id));
    await db.rows.bulkAdd(fresh.map(({ id, keyId, sealed }) => ({ id, keyId, sealed })));
  });
}

/** Gives the log what only the database has; where it holds what is outdated, or twice, it is written anew. */
async function fillLog(
  { db, log }: HealingParts,
  held: Held,
  logged: Held,
): Promise<Result<{ readonly rows: number; readonly isRenewed: boolean }, SaveProblem>> {
  const missing = [...held.keys()].filter((id) => !logged.has(id));
  const isOutdated = [...logged].some(([id, keyId]) => held.get(id) !== keyId);
  if (missing.length > 0 && !isOutdated) {
    for await (const page of rowPages(db)) {
      const rows = page.filter(({ id }) => !logged.has(id));
      if (rows.length === 0) continue;
      const outcome = await log.append(rows.map(asLogRow));
      if (!outcome.ok) return outcome;
    }
  }
  const tally = withRows(noRows, entries(held));
  if (isSameTally(tally, await log.state())) return ok({ rows: missing.length, isRenewed: false });
  return (await log.rewrite(counted(logPages(db), tally)))
    ? ok({ rows: missing.length, isRenewed: true })
    : err('not-saved');
}

function mendedNow({ mended }: LogState): Healed['log'] {
  return mended === 'no' ? 'whole' : mended;
}

/** What waits for room in the database. */
export async function rowsOnlyInLog({
  db,
  log,
}: Pick<HealingParts, 'db' | 'log'>): Promise<readonly LogRow[]> {
  const seen = new Set<string>();
  for await (const rows of rowPages(db)) for (const { id } of rows) seen.add(id);
  const found: LogRow[] = [];
  for await (const rows of log.pages()) found.push(...rows.filter(({ id }) => !seen.has(id) && seen.add(id)));
  return found;
}

/** Every row of the database as the log takes it, page by page. */
export async function* logPages(db: Database): AsyncIterable<readonly LogRow[]> {
  for await (const rows of rowPages(db)) yield rows.map(asLogRow);
}

/** Fails at the end where these are other rows than were counted: a database can vanish while it is read. */
export async function* counted(
  pages: AsyncIterable<readonly LogRow[]>,
  expected: Tally,
): AsyncIterable<readonly LogRow[]> {
  let tally = noRows;
  for await (const rows of pages) {
    tally = withRows(tally, rows);
    yield rows;
  }
  if (!isSameTally(tally, expected)) throw new Error('The rows changed while they were read');
}

function asLogRow({ id, keyId, sealed }: SealedRow): LogRow {
  return { id, keyId, sealed };
}

function* entries(held: Held): Iterable<{ readonly id: string; readonly keyId: string }> {
  for (const [id, keyId] of held) yield { id, keyId };
}
