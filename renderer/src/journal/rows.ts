import { type Revision, revision } from '#shared/revisions/revision.ts';
import type { LogRow } from '#shared/shell/contract.ts';
import type { Database } from './db.ts';
import { openRow } from './sealing.ts';
import { knowsKey, type Vault } from './vault.ts';

/** The revision in a row; undefined where the row is damaged or was sealed under another key. */
export function openRevision(row: LogRow, vault: Vault): Revision | undefined {
  if (!knowsKey(vault, row.keyId)) return undefined;
  const opened = openRow(row.sealed, { store: 'rows', id: row.id }, vault);
  if (!opened.ok) return undefined;
  const parsed = revision.safeParse(opened.value);
  return parsed.success ? parsed.data : undefined;
}

/** Every revision after a row, opened one by one, in the order of writing. Damaged rows are passed over. */
export async function* revisionsAfter(db: Database, vault: Vault, row: number): AsyncIterable<Revision> {
  const batch = 2000;
  for (let last = row; ; ) {
    const rows = await rowsAfter(db, last).limit(batch).toArray();
    for (const each of rows) {
      const opened = openRevision(each, vault);
      if (opened) yield opened;
    }
    if (rows.length < batch) return;
    last = rows.at(-1)?.seq ?? last;
  }
}

export function rowsAfter(db: Database, row: number) {
  return db.rows.where('seq').above(row);
}
