import { type Revision, revision } from '#shared/revisions/revision.ts';
import type { LogRow } from '#shared/shell/contract.ts';
import type { Database, SealedRow } from './db.ts';
import type { Log } from './log.ts';
import { openRow } from './sealing.ts';
import { knowsKey, type Vault } from './vault.ts';

const pageRows = 2000;

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
  for await (const rows of rowPages(db, row)) {
    for (const each of rows) {
      const opened = openRevision(each, vault);
      if (opened) yield opened;
    }
  }
}

/** Every row after one, in the order of writing, so many at once. */
export async function* rowPages(db: Database, after = 0): AsyncIterable<readonly SealedRow[]> {
  for (let last = after; ; ) {
    const rows = await rowsAfter(db, last).limit(pageRows).toArray();
    if (rows.length > 0) yield rows;
    if (rows.length < pageRows) return;
    last = rows.at(-1)?.seq ?? last;
  }
}

/** Whether either place holds a row under one of these keys. Reads both, as far as it takes. */
export async function isAnyUnder(
  keyIds: readonly string[],
  { db, log }: { readonly db: Database; readonly log: Log },
): Promise<boolean> {
  for (const pages of [rowPages(db), log.pages()]) {
    for await (const rows of pages) if (rows.some(({ keyId }) => keyIds.includes(keyId))) return true;
  }
  return false;
}

export function rowsAfter(db: Database, row: number) {
  return db.rows.where('seq').above(row);
}
