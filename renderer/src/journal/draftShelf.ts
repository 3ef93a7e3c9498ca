/**
 * @file Where drafts lie: a sealed row in the database and a small sealed file, both overwritten while somebody types.
 * After a crash the later of the two counts.
 */
import { hex, type ReplicaId, type RevisionId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { ok } from '#shared/base/result.ts';
import type { Body, IdOf, Kind } from '#shared/domain/record.ts';
import { type SaveProblem, save } from './db.ts';
import type { LedgerParts } from './ledger.ts';
import { openRow, sealRow } from './sealing.ts';

/** A text as it lies in its draft row. */
export interface StoredDraft {
  readonly record: IdOf<Kind>;
  readonly kind: Kind;
  readonly body: Body<Kind>;
  /** The heads it was begun on. What joined them meanwhile stays a version of its own. */
  readonly parents: readonly RevisionId[];
  /** Grows with every key. Absent in drafts of the first Stringwalks. */
  readonly changes?: number;
  /** How far the journal had counted when it was put here, revisions on their way included. Absent in older drafts. */
  readonly lamport?: number;
  /** The replica that wrote it: where the database is lost with the process, the next start has another name. */
  readonly replica?: ReplicaId;
}

/** A draft that a crash left, and the name under which it lies. */
export interface LeftBehind {
  readonly rowId: string;
  readonly draft: StoredDraft;
}

export class DraftShelf {
  readonly isReadOnly: boolean;
  readonly #parts: LedgerParts;
  readonly #standing: () => Pick<StoredDraft, 'lamport' | 'replica'>;
  /** Not taken for granted: the first answer of the shell tells. */
  #hasRoom = false;

  constructor(
    parts: LedgerParts,
    isReadOnly = false,
    standing: () => Pick<StoredDraft, 'lamport' | 'replica'> = () => ({}),
  ) {
    this.#parts = parts;
    this.isReadOnly = isReadOnly;
    this.#standing = standing;
  }

  newRowId(): string {
    return hex(this.#parts.random.bytes(16));
  }

  /** Overwrites what lay there. On the disk, in both places, when it answers ok. */
  async put(rowId: string, draft: StoredDraft): Promise<Result<undefined, SaveProblem>> {
    if (this.isReadOnly) return { ok: false, error: 'read-only' };
    const { db, log, vault, random } = this.#parts;
    const stored = { ...draft, ...this.#standing() } satisfies StoredDraft;
    const sealed = sealRow(stored, { store: 'drafts', id: rowId }, vault, random);
    const row = () => save(() => db.drafts.put({ id: rowId, keyId: vault.keyId, sealed }));
    const hadRoom = this.#hasRoom;
    const [file, early] = await Promise.all([
      log.writeDraft({ id: rowId, value: sealed }),
      hadRoom ? row() : ok(undefined),
    ]);
    this.#hasRoom = file.ok && !file.value.lastWords;
    if (!file.ok) return file;
    return hadRoom || !this.#hasRoom ? early : row();
  }

  /** Drafts left by a crash. Those that do not open are left where they are. */
  async leftBehind(): Promise<readonly LeftBehind[]> {
    const { db, log } = this.#parts;
    const [rows, files] = await Promise.all([db.drafts.toArray(), log.readDrafts()]);
    const found = new Map<string, StoredDraft>();
    const take = (id: string, sealed: Uint8Array) => {
      const opened = openRow(sealed, { store: 'drafts', id }, this.#parts.vault);
      if (!opened.ok) return;
      const draft = opened.value as StoredDraft;
      const other = found.get(id);
      if (!other || (draft.changes ?? 0) > (other.changes ?? 0)) found.set(id, draft);
    };
    for (const { id, sealed } of rows) take(id, sealed);
    for (const { id, value } of files) take(id, value);
    return [...found].map(([rowId, draft]) => ({ rowId, draft }));
  }

  /** Lets go of drafts that turned out to be revisions already. */
  async remove(rowId: string): Promise<void> {
    const { db, log } = this.#parts;
    await save(() => db.drafts.bulkDelete([rowId]));
    await log.removeDrafts([rowId]);
  }
}
