/**
 * @file The ground on which a journal is begun. A mark says that what lies here may go: a sample that was let go, or a
 * beginning that came to no end. Only with the mark are keys removed: without it, keys beside an empty database are
 * those of a journal that was lost. The mark is a file of the shell's, so that no database brings it back; beside an
 * identity it means nothing any more, and goes.
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

/** Marks the ground and clears it. False where a journal lies here, or something would not go. */
export async function clearGround({ db, log }: Ground): Promise<boolean> {
  const [slots, logged, isMarked, identity, rows] = await Promise.all([
    shell.readSlots(),
    log.state(),
    shell.isLetGo(),
    db.meta.get('replica'),
    db.rows.count(),
  ]);
  const hasKeys = slotName.options.some((slot) => slots[slot] !== undefined);
  // Keys without pages, or pages without keys, are somebody's all the same.
  if (identity || (!isMarked && (hasKeys || logged.rows > 0 || rows > 0))) return false;
  return (await shell.markLetGo({ letGo: true })).ok && (await clearMarkedGround({ db, log }));
}

/** Goes on with what a crash cut short, so that the next start welcomes somebody. False where there is no mark. */
export async function finishClearing(ground: Ground): Promise<boolean> {
  return (await shell.isLetGo()) && (await clearMarkedGround(ground)) && takeGround();
}

/** What lies here is to stay. */
export async function takeGround(): Promise<boolean> {
  return (await shell.markLetGo({ letGo: false })).ok;
}

/** Empties this data folder of a journal, keys and all; a crash in between is made good by the next start. */
export async function emptyGround({ db, log }: Ground): Promise<boolean> {
  if (!(await shell.markLetGo({ letGo: true })).ok) return false;
  const emptied = await save(() =>
    db.transaction('rw', db.rows, db.drafts, db.checkpoint, db.meta, () =>
      Promise.all([db.rows.clear(), db.drafts.clear(), db.checkpoint.clear(), db.meta.clear()]),
    ),
  );
  if (emptied.ok) return finishClearing({ db, log });
  await takeGround();
  return false;
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
