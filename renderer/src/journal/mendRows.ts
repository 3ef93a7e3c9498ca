/**
 * @file Rows that lie damaged in the database and whole in the log. Both places name the same rows, so healing does
 * not look inside them; this does, before a log is written anew from the database.
 */
import { save } from './db.ts';
import type { HealingParts } from './healing.ts';
import { rowPages } from './rows.ts';
import { openRow } from './sealing.ts';
import { knowsKey } from './vault.ts';

type Row = { readonly id: string; readonly keyId: string; readonly sealed: Uint8Array };

/**
 * Puts what the log has whole in the place of what the database has not. How many rows that were; undefined where it
 * could not be written.
 */
export async function mendRows({ db, log, vault }: HealingParts): Promise<number | undefined> {
  const opens = ({ id, sealed }: Row) => openRow(sealed, { store: 'rows', id }, vault).ok;
  const damaged = new Set<string>();
  for await (const rows of rowPages(db)) {
    for (const row of rows) if (knowsKey(vault, row.keyId) && !opens(row)) damaged.add(row.id);
  }
  if (damaged.size === 0) return 0;
  const whole: Row[] = [];
  for await (const rows of log.pages())
    whole.push(...rows.filter((row) => damaged.has(row.id) && opens(row)));
  const mended = await save(() =>
    db.transaction('rw', db.rows, async () => {
      for (const { id, sealed } of whole)
        await db.rows
          .where('id')
          .equals(id)
          .modify({ sealed: new Uint8Array(sealed) });
    }),
  );
  return mended.ok ? whole.length : undefined;
}
