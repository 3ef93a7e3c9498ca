/** @file From an unlocked vault to an open journal: what is stored, read in the order in which people need it. */
import type { Random } from '#shared/base/ids.ts';
import { newRecordId, newReplicaId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Clock, Day } from '#shared/base/time.ts';
import type { PersonId } from '#shared/domain/record.ts';
import { openChunk, type Standing, writeCheckpoint } from './checkpoint.ts';
import type { CheckpointChunk, Database, SaveProblem } from './db.ts';
import { save } from './db.ts';
import { leftBehind } from './drafts.ts';
import { type Change, type Identity, Journal } from './journal.ts';
import { openRow, sealRow } from './sealing.ts';
import type { Vault } from './vault.ts';

const identityPlace = { store: 'meta', id: 'replica' } as const;
const fromTheBeginning: Standing = { throughRow: 0, lamport: 0, seq: 0 };

/** After this many rows that no checkpoint covers, a new one is made when there is time. */
const rowsWorthACheckpoint = 200;

export type OpenProblem =
  /** There is a key, and pages, but nothing says whose copy this is, or it does not open with this key. */
  'not-this-journal';

export interface Surroundings {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Random;
  /** Gives the page a moment to paint. */
  readonly breathe: () => Promise<void>;
}

/** What is read before the vault is open, while the page's code still loads. */
export interface Prefetched {
  readonly firstChunk: CheckpointChunk | undefined;
  readonly identity: Uint8Array<ArrayBuffer> | undefined;
  readonly drafts: number;
}

export async function prefetch(db: Database): Promise<Prefetched> {
  const [firstChunk, identity, drafts] = await Promise.all([
    db.checkpoint.get(0),
    db.meta.get('replica'),
    db.drafts.count(),
  ]);
  return { firstChunk, identity: identity?.sealed, drafts };
}

/**
 * Opens the journal far enough for the first page. The rest is read by `readOn`, behind it; only after a crash that
 * left drafts is everything read first, so that nobody writes on top of what was being written.
 */
export async function openJournal(
  vault: Vault,
  around: Surroundings,
  prefetched: Prefetched,
): Promise<Result<Journal, OpenProblem>> {
  if (!prefetched.identity) return err('not-this-journal');
  const identity = openRow(prefetched.identity, identityPlace, vault);
  if (!identity.ok) return err('not-this-journal');
  const journal = new Journal({ ...around, vault, identity: identity.value as Identity });
  const first = await openChunk(prefetched.firstChunk, vault);
  if (first) journal.view.restore(first.records);
  await journal.readRowsAfter(first?.standing ?? fromTheBeginning);
  if (!first || first.chunks === 1) journal.complete.set(true);
  const rest = () => readRest(journal, around, vault, first?.generation, first?.chunks ?? 1);
  if (prefetched.drafts > 0) {
    await rest();
    await recoverDrafts(journal, around.db, vault);
  } else pending.set(journal, rest);
  return ok(journal);
}

const pending = new WeakMap<Journal, () => Promise<void>>();

/** Reads what the first page did not need, and renews the checkpoint if it is worth it. Call once, after painting. */
export async function readOn(
  journal: Journal,
  parts: Surroundings & { readonly vault: Vault },
): Promise<void> {
  await pending.get(journal)?.();
  pending.delete(journal);
  const covered =
    (await parts.db.checkpoint.get(0)) !== undefined ? await coveredRows(parts.db, parts.vault) : 0;
  if (journal.standing.throughRow - covered < rowsWorthACheckpoint) return;
  await renewCheckpoint(journal, parts);
}

/** Seals the view as it stands, so that the next start is quick. */
export async function renewCheckpoint(
  journal: Journal,
  parts: Surroundings & { readonly vault: Vault },
): Promise<void> {
  if (!journal.complete.get()) return;
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

async function recoverDrafts(journal: Journal, db: Database, vault: Vault): Promise<void> {
  for (const { rowId, draft } of await leftBehind(db, vault)) {
    try {
      await journal.recover(draft, rowId);
    } catch {
      // It stays in its row. A draft that cannot become a revision must not keep the whole journal shut.
    }
  }
}

/** What the welcome page asks. */
export interface Beginning {
  readonly myName: string;
  readonly buddyName: string;
  readonly since: Day;
  readonly usualWalk: string;
}

/** A new journal with its first three records. The ground is clear (see `ground.ts`), the slots are written. */
export function beginJournal(
  vault: Vault,
  around: Surroundings,
  beginning: Beginning,
): Promise<Result<Journal, SaveProblem>> {
  const me = newRecordId('person', around.random);
  return beginWith(vault, around, me, [firstRecords(around.random, me, beginning)]);
}

/** A new journal of `me` with what is written into it, one write after another. */
export async function beginWith(
  vault: Vault,
  around: Surroundings,
  me: PersonId,
  writes: readonly (readonly Change[])[],
): Promise<Result<Journal, SaveProblem>> {
  const { db, random } = around;
  const identity: Identity = { me, replica: newReplicaId(random) };
  const journal = new Journal({ ...around, vault, identity });
  for (const changes of writes) {
    const written = await journal.write(changes);
    if (!written.ok) return written;
  }
  // Whose copy this is comes last, in the place of the mark that it may go: now there is a journal, and all of it.
  const sealed = sealRow(identity, identityPlace, vault, random);
  const kept = await save(() =>
    db.transaction('rw', db.meta, async () => {
      await db.meta.clear();
      await db.meta.put({ key: 'replica', sealed });
    }),
  );
  if (!kept.ok) return kept;
  journal.complete.set(true);
  return ok(journal);
}

function firstRecords(random: Random, me: PersonId, beginning: Beginning): readonly Change[] {
  const buddy = newRecordId('person', random);
  const { since, usualWalk } = beginning;
  return [
    { op: 'put', kind: 'person', id: me, body: { name: beginning.myName } },
    { op: 'put', kind: 'person', id: buddy, body: { name: beginning.buddyName } },
    {
      op: 'put',
      kind: 'buddyship',
      id: newRecordId('buddyship', random),
      body: { people: [me, buddy], since, usualWalk, state: 'active' },
    },
  ];
}
