/**
 * @file The sample journal on this disk: knowing it from a real one, and letting go of it. Nothing else in Stringwalk
 * removes a journal.
 */
import { invariant } from '#shared/base/assert.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import { slotName } from '#shared/shell/contract.ts';
import { type Database, type SaveProblem, save } from './db.ts';
import type { Journal } from './journal.ts';
import { shell } from './shell.ts';
import type { View } from './view.ts';

/** The lamport time of the sample's last write; undefined in every real journal. */
function endOfSample(view: View): number | undefined {
  const own = view.all('buddyship').find(({ author, body }) => author === view.me && body.sample);
  return own?.body.sample?.through;
}

export function isSample(view: View): boolean {
  return endOfSample(view) !== undefined;
}

/** How many records somebody has written or changed in the sample journal since it was laid out. */
export function wroteIntoSample(view: View): number {
  const end = endOfSample(view) ?? 0;
  let count = 0;
  for (const [, { leaves }] of view.everything()) {
    const isNew = leaves.some(
      ({ op, lamport, author }) => op !== 'delete' && (lamport > end || author !== view.me),
    );
    if (isNew) count += 1;
  }
  return count;
}

/**
 * Empties this data folder of the sample journal, so that the next start welcomes somebody. It is marked and emptied
 * in one transaction: a crash after it leaves the keys behind, and the mark says that they may go.
 */
export async function letGoOfSample(journal: Journal, db: Database): Promise<Result<undefined, SaveProblem>> {
  invariant(isSample(journal.view), 'only the sample journal is ever let go');
  const emptied = await save(() =>
    db.transaction('rw', db.rows, db.drafts, db.checkpoint, db.meta, async () => {
      await Promise.all([db.rows.clear(), db.drafts.clear(), db.checkpoint.clear(), db.meta.clear()]);
      await db.meta.put({ key: 'letGo', sealed: new Uint8Array() });
    }),
  );
  if (!emptied.ok) return emptied;
  return (await finishLettingGo(db)) ? ok(undefined) : err('not-saved');
}

/** Removes the keys of a sample journal that was let go. False where there is none, or they would not go. */
export async function finishLettingGo(db: Database): Promise<boolean> {
  if ((await db.meta.get('letGo')) === undefined) return false;
  for (const slot of slotName.options) {
    const removed = await shell.removeSlot({ slot });
    if (!removed.ok) return false;
  }
  const unmarked = await save(() => db.meta.delete('letGo'));
  return unmarked.ok;
}
