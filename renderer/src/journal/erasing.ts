/**
 * @file Erasing for good: every version of a record leaves the database and the log, and its photos with them. What
 * stays is an erasure (see `shared/domain/erasure.ts`), so that nothing brings it back. It is written first: from then
 * on the record is gone for whoever looks, and whatever a crash leaves undone the next start does.
 */
import type { RecordId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import { type SaveProblem, type SealedRow, save } from './db.ts';
import { counted, logPages } from './healing.ts';
import { type HistoryParts, historyOf } from './history.ts';
import type { Change, Journal } from './journal.ts';
import type { Log } from './log.ts';
import { mendRows } from './mendRows.ts';
import { isSameTally, readTally, tallyBytes, withoutRows } from './tally.ts';

export interface ErasingParts extends HistoryParts {
  readonly log: Log;
  readonly removeAttachments: (ids: readonly string[]) => Promise<boolean>;
  /** Seals the view as it stands, in the place of what was sealed before. */
  readonly renewCheckpoint: () => Promise<void>;
}

export type ErasingProblem =
  | SaveProblem
  /** It is gone from every page and stays away; some of its sealed bytes go at the next start. */
  | 'not-yet-removed';

export async function eraseForGood(
  journal: Journal,
  parts: ErasingParts,
  records: readonly RecordId[],
): Promise<Result<undefined, ErasingProblem>> {
  const id = journal.newId('erasure');
  const body = { day: journal.clock.today(), records: [...records] };
  const noted = await journal.write([{ op: 'put', kind: 'erasure', id, body } satisfies Change]);
  if (!noted.ok) return noted;
  const isFinished = await finishErasing(journal, parts).catch(() => false);
  return isFinished ? ok(undefined) : err('not-yet-removed');
}

/** Removes what still lies of erased records: after erasing, and at the start, should a crash have come between. */
export async function finishErasing(journal: Journal, parts: ErasingParts): Promise<boolean> {
  const records = journal.view.heldErased;
  if (records.length === 0) return true;
  const { rows, photos } = await historyOf(journal, parts).tracesOf(records);
  // While their rows still tell which they are: after those, nothing would look for them again.
  const photoFiles = photos.flatMap((name) => [name, `${name}-thumb`]);
  if (photos.length > 0 && !(await parts.removeAttachments(photoFiles))) return false;
  const isRemoved = await journal.betweenWrites(() => removeRows(parts, rows));
  if (isRemoved !== true) return false;
  journal.view.forgetErased();
  await parts.renewCheckpoint();
  return true;
}

/**
 * From the database first, in one transaction with its tally, then from the log, which is written anew without them.
 * Cut short in between, healing brings the rows back from the log, unseen, and they are removed again.
 */
async function removeRows(parts: ErasingParts, rows: readonly SealedRow[]): Promise<boolean> {
  const { db, log } = parts;
  // The log is about to be written anew from the database, and must lose nothing by it but these.
  if ((await mendRows(parts)) === undefined) return false;
  const state = await log.state();
  const left = withoutRows(state, rows);
  const removed = await save(() =>
    db.transaction('rw', db.rows, db.meta, db.checkpoint, async () => {
      const tally = readTally((await db.meta.get('rows'))?.sealed);
      if (!tally || !isSameTally(tally, state) || (await db.rows.count()) !== tally.rows)
        throw new Error('Database and log differ');
      await db.rows.bulkDelete(rows.map(({ seq }) => seq));
      await db.meta.put({ key: 'rows', sealed: tallyBytes(left) });
      // It may hold the words themselves.
      await db.checkpoint.clear();
    }),
  );
  if (!removed.ok) return false;
  // The database may vanish just now, and must not take the log with it.
  return log.rewrite(counted(logPages(db), left)).catch(() => false);
}
