/**
 * @file The ground on which a journal is begun. A mark in the database says that what lies here may go: a sample
 * that was let go, or a beginning that came to no end. It never stands beside an identity. Only with the mark are
 * keys removed: without it, keys beside an empty database are those of a journal that was lost.
 */
import { slotName } from '#shared/shell/contract.ts';
import { type Database, save } from './db.ts';
import type { Log } from './log.ts';
import { shell } from './shell.ts';
import { noRows, tallyBytes } from './tally.ts';

export interface Ground {
  readonly db: Database;
  readonly log: Log;
}

const mark = { key: 'letGo', sealed: new Uint8Array() } as const;

/** Marks the ground and clears it. False where a journal lies here, or something would not go. */
export async function clearGround({ db, log }: Ground): Promise<boolean> {
  const slots = await shell.readSlots();
  const hasLog = (await log.state()).rows > 0;
  const hasKeys = slotName.options.some((slot) => slots[slot] !== undefined);
  const marked = await save(() =>
    db.transaction('rw', db.rows, db.meta, async () => {
      const taken = await db.meta.get('replica');
      const isMarked = (await db.meta.get(mark.key)) !== undefined;
      // Keys without pages, or pages without keys, are somebody's all the same.
      if (taken || (!isMarked && (hasKeys || hasLog || (await db.rows.count()) > 0)))
        throw new Error('A journal lies here');
      await db.meta.put(mark);
    }),
  );
  return marked.ok && (await clearMarkedGround({ db, log }));
}

/** Goes on with what a crash cut short, so that the next start welcomes somebody. False where there is no mark. */
export async function finishClearing({ db, log }: Ground): Promise<boolean> {
  if ((await db.meta.get(mark.key)) === undefined || !(await clearMarkedGround({ db, log }))) return false;
  const unmarked = await save(() => db.meta.delete(mark.key));
  return unmarked.ok;
}

/** Empties this data folder of a journal, keys and all; a crash in between is made good by the next start. */
export async function emptyGround({ db, log }: Ground): Promise<boolean> {
  const emptied = await save(() =>
    db.transaction('rw', db.rows, db.drafts, db.checkpoint, db.meta, async () => {
      await Promise.all([db.rows.clear(), db.drafts.clear(), db.checkpoint.clear(), db.meta.clear()]);
      await db.meta.put(mark);
    }),
  );
  return emptied.ok && (await finishClearing({ db, log }));
}

async function clearMarkedGround({ db, log }: Ground): Promise<boolean> {
  const cleared = await save(() =>
    db.transaction('rw', db.rows, db.drafts, db.checkpoint, db.meta, async () => {
      if ((await db.meta.get('replica')) !== undefined) throw new Error('A journal lies here');
      await Promise.all([db.rows.clear(), db.drafts.clear(), db.checkpoint.clear()]);
      await db.meta.put({ key: 'rows', sealed: tallyBytes(noRows) });
    }),
  );
  if (!cleared.ok || !(await log.clear())) return false;
  for (const slot of slotName.options) {
    const removed = await shell.removeSlot({ slot });
    if (!removed.ok) return false;
  }
  return true;
}
