/** @file From an unlocked vault to an open journal: what is stored, read in the order in which people need it. */
import type { Random } from '#shared/base/ids.ts';
import { newReplicaId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Clock } from '#shared/base/time.ts';
import { isOwn, type Revision } from '#shared/revisions/revision.ts';
import type { LogState } from '#shared/shell/contract.ts';
import { openChunk, type Standing, writeCheckpoint } from './checkpoint.ts';
import type { CheckpointChunk, Database } from './db.ts';
import { save } from './db.ts';
import { type Healed, type Healing, heal } from './healing.ts';
import { type Identity, Journal } from './journal.ts';
import type { Log } from './log.ts';
import { revisionsAfter } from './rows.ts';
import { openRow, sealRow } from './sealing.ts';
import { isSameTally, readTally, type Tally } from './tally.ts';
import type { Vault } from './vault.ts';

/** Where the identity lies, sealed. */
export const identityPlace = { store: 'meta', id: 'replica' } as const;
const fromTheBeginning: Standing = { throughRow: 0, lamport: 0, seq: 0 };

/** After this many rows that no checkpoint covers, a new one is made when there is time. */
const rowsWorthACheckpoint = 200;

export type OpenProblem =
  /** There is a key, and pages, but nothing says whose copy this is, or it does not open with this key. */
  | 'not-this-journal'
  /** Database and log differ, and could not be made one again just now. */
  | 'not-healed'
  /** They differ, and the disk has too little room to fill the database. */
  | 'no-room'
  /** Making them one again was stopped. What was made good by then stays. */
  | 'stopped';

export interface Surroundings {
  readonly db: Database;
  readonly log: Log;
  readonly clock: Clock;
  readonly random: Random;
  /** A newer Stringwalk wrote the journal: everything can be read, nothing is written. */
  readonly isReadOnly?: boolean;
  /** Gives the page a moment to paint. */
  readonly breathe: () => Promise<void>;
}

/** What is read before the vault is open, while the page's code still loads. */
export interface Prefetched {
  readonly firstChunk: CheckpointChunk | undefined;
  readonly identity: Uint8Array<ArrayBuffer> | undefined;
  readonly drafts: number;
  /** What the database says it holds. */
  readonly tally: Tally | undefined;
  readonly lastRow: number;
  /** A newer Stringwalk made its stores: they are read, not written. */
  readonly isFromNewer: boolean;
  readonly logged: LogState;
}

export async function prefetch({ db, log }: Pick<Surroundings, 'db' | 'log'>): Promise<Prefetched> {
  const [isFromNewer, firstChunk, identity, drafts, draftFiles, rows, last, logged] = await Promise.all([
    db.isFromNewer(),
    db.checkpoint.get(0),
    db.meta.get('replica'),
    db.drafts.count(),
    log.readDrafts(),
    db.meta.get('rows'),
    lastRow(db),
    log.state(),
  ]);
  return {
    firstChunk,
    identity: identity?.sealed,
    drafts: drafts + draftFiles.length,
    tally: readTally(rows?.sealed),
    lastRow: last,
    isFromNewer,
    logged,
  };
}

/** An open journal, and what had to be made good on the way. */
export interface OpenedJournal {
  readonly journal: Journal;
  readonly healed: Healed | undefined;
}

/**
 * Opens the journal far enough for the first page. The rest is read by `readOn`, behind it; only after a crash that
 * left drafts is everything read first, so that nobody writes on top of what was being written. Where database and
 * log differ they are made one again before anything is read; that can take seconds, and be stopped.
 */
export async function openJournal(
  vault: Vault,
  around: Surroundings,
  prefetched: Prefetched,
  healing: Pick<Healing, 'onProgress' | 'signal'> = {},
): Promise<Result<OpenedJournal, OpenProblem>> {
  const { isReadOnly = false } = around;
  let found = prefetched;
  let healed: Healed | undefined;
  if (!isReadOnly && !(found.tally && isSameTally(found.tally, found.logged))) {
    const outcome = await heal({ ...around, vault }, healing);
    if (!outcome.ok) return err(healing.signal?.aborted ? 'stopped' : 'not-healed');
    healed = outcome.value;
    if (healed.waitsForRoom && !found.identity) return err('no-room');
    found = await prefetch(around);
  }
  const identity = await identityFrom(found, vault, around);
  if (!identity.ok) return identity;
  const journal = new Journal({ ...around, vault, identity: identity.value });
  const first = await openChunk(found.firstChunk, vault);
  // One that covers rows which are not there was made of a database that has lost some since.
  const usable = first && first.standing.throughRow <= found.lastRow ? first : undefined;
  if (usable) journal.view.restore(usable.records);
  await journal.readRowsAfter(usable?.standing ?? fromTheBeginning);
  if (healed?.waitsForRoom) await journal.readLog();
  if (!usable || usable.chunks === 1) journal.complete.set(true);
  const rest = () => readRest(journal, around, vault, usable?.generation, usable?.chunks ?? 1);
  const drafts = found.drafts > 0 && !isReadOnly ? await journal.draftsLeft() : [];
  if (drafts.length > 0) {
    await rest();
    await journal.recoverDrafts(drafts);
  } else pending.set(journal, rest);
  return ok({ journal, healed });
}

async function lastRow(db: Database): Promise<number> {
  return (await db.rows.orderBy('seq').last())?.seq ?? 0;
}

/** Whose copy this is. Where the database lost it, its rows still tell: one's own words carry one's own mark. */
async function identityFrom(
  found: Prefetched,
  vault: Vault,
  { db, random, isReadOnly = false }: Surroundings,
): Promise<Result<Identity, 'not-this-journal' | 'not-healed'>> {
  const opened = found.identity ? openRow(found.identity, identityPlace, vault) : undefined;
  if (opened?.ok) return ok(opened.value as Identity);
  let latest: Revision | undefined;
  for await (const revision of revisionsAfter(db, vault, 0)) {
    if (!isOwn(revision, vault.tagKey)) continue;
    if (!latest || revision.lamport > latest.lamport) latest = revision;
  }
  if (!latest) return err('not-this-journal');
  // A copy of its own from now on: nobody knows which numbers the lost one had given away.
  const identity: Identity = { me: latest.author, replica: newReplicaId(random) };
  if (isReadOnly) return ok(identity);
  const sealed = sealRow(identity, identityPlace, vault, random);
  const kept = await save(() => db.meta.put({ key: 'replica', sealed }));
  return kept.ok ? ok(identity) : err('not-healed');
}

const pending = new WeakMap<Journal, () => Promise<void>>();
const reading = new WeakMap<Journal, Promise<void>>();

/** Reads what the first page did not need, and renews the checkpoint if it is worth it. Call once, after painting. */
export function readOn(journal: Journal, parts: Surroundings & { readonly vault: Vault }): Promise<void> {
  const read = readRestOf(journal, parts);
  reading.set(journal, read);
  return read;
}

/** Resolves once `readOn` neither reads nor writes any more. */
export async function whenRead(journal: Journal): Promise<void> {
  await reading.get(journal)?.catch(() => undefined);
}

async function readRestOf(journal: Journal, parts: Surroundings & { readonly vault: Vault }): Promise<void> {
  await pending.get(journal)?.();
  pending.delete(journal);
  const covered =
    (await parts.db.checkpoint.get(0)) !== undefined ? await coveredRows(parts.db, parts.vault) : 0;
  if (journal.isReadOnly || journal.standing.throughRow - covered < rowsWorthACheckpoint) return;
  // Large, and nothing depends on it: a nearly full disk is spared.
  if ((await parts.log.state()).room === 'ample') await renewCheckpoint(journal, parts);
}

/** Seals the view as it stands, so that the next start is quick. */
export async function renewCheckpoint(
  journal: Journal,
  parts: Surroundings & { readonly vault: Vault },
): Promise<void> {
  // One that ended was opened with keys that may have been replaced since.
  if (!journal.complete.get() || journal.isOver) return;
  await writeCheckpoint(parts.db, journal.view, journal.standing, parts.vault, parts.random, parts.breathe);
}

async function coveredRows(db: Database, vault: Vault): Promise<number> {
  return (await openChunk(await db.checkpoint.get(0), vault))?.standing.throughRow ?? 0;
}

async function readRest(
  journal: Journal,
  { db, breathe }: Surroundings,
  vault: Vault,
  generation: string | undefined,
  chunks: number,
): Promise<void> {
  const isRead = await readChunks(journal, { db, breathe, vault, generation, chunks }).catch(() => false);
  // A chunk that does not open: the rows hold everything, so they are read instead.
  if (!isRead) await journal.readAllAgain();
  journal.complete.set(true);
  journal.announce();
}

async function readChunks(
  journal: Journal,
  from: Pick<Surroundings, 'db' | 'breathe'> & {
    readonly vault: Vault;
    readonly generation: string | undefined;
    readonly chunks: number;
  },
): Promise<boolean> {
  for (let index = 1; index < from.chunks; index += 1) {
    await from.breathe();
    const opened = await openChunk(await from.db.checkpoint.get(index), from.vault, from.generation);
    if (!opened) return false;
    journal.view.restore(opened.records);
  }
  return true;
}
