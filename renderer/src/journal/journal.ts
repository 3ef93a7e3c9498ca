/**
 * @file An open journal: the view people see, and the one way in which anything is written. Every write is new
 * revisions, sealed and committed before the view changes; what could not be kept is answered as a value.
 */
import { invariant } from '#shared/base/assert.ts';
import type { RecordId, ReplicaId, RevisionId } from '#shared/base/ids.ts';
import { hex, newRecordId, type Random } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { ok } from '#shared/base/result.ts';
import type { Clock } from '#shared/base/time.ts';
import type { Body, IdOf, Kind, PersonId } from '#shared/domain/record.ts';
import { mayWrite } from '#shared/revisions/ownership.ts';
import { type Revision, revision, revisionFormat, seal } from '#shared/revisions/revision.ts';
import type { Standing } from './checkpoint.ts';
import { type Database, type SaveProblem, type SealedRow, save } from './db.ts';
import { Drafts, type StoredDraft } from './drafts.ts';
import { readableHeads } from './head.ts';
import { Observable, type Saving } from './saving.ts';
import { openRow, sealRow } from './sealing.ts';
import type { Vault } from './vault.ts';
import { View } from './view.ts';

/** One thing to do to one record. `put` with a new id begins it. */
export type Change = {
  [K in Kind]:
    | { readonly op: 'put'; readonly kind: K; readonly id: IdOf<K>; readonly body: Body<K> }
    | { readonly op: 'delete'; readonly kind: K; readonly id: IdOf<K> }
    | { readonly op: 'restore'; readonly kind: K; readonly id: IdOf<K>; readonly body: Body<K> };
}[Kind];

/** What tells this copy of the journal from every other. */
export interface Identity {
  readonly me: PersonId;
  readonly replica: ReplicaId;
}

export interface JournalParts {
  readonly db: Database;
  readonly vault: Vault;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly random: Random;
}

export class Journal {
  readonly view: View;
  readonly drafts: Drafts;
  readonly saving = new Observable<Saving>({ state: 'idle' });
  /** False while older records are still being read behind the first page. */
  readonly complete = new Observable(false);
  /** The view's version; changes after every commit. */
  readonly changed = new Observable(0);
  readonly clock: Clock;
  readonly me: PersonId;
  readonly #parts: JournalParts;
  #standing: Standing = { throughRow: 0, lamport: 0, seq: 0 };
  #queue: Promise<unknown> = Promise.resolve();

  constructor(parts: JournalParts) {
    this.#parts = parts;
    this.clock = parts.clock;
    this.me = parts.identity.me;
    this.view = new View(parts.identity.me);
    const headsOf = (record: RecordId) => this.view.headsOf(record).map(({ id }) => id);
    this.drafts = new Drafts(parts.db, parts.vault, parts.random, this.saving, this.#commitDraft, headsOf);
  }

  /** The replica this copy writes under. */
  get replica(): ReplicaId {
    return this.#parts.identity.replica;
  }

  get standing(): Standing {
    return this.#standing;
  }

  newId<K extends Kind>(kind: K): IdOf<K> {
    return newRecordId(kind, this.#parts.random);
  }

  /** Writes changes as one: all of them are kept, or none and the view stays as it was. */
  write(changes: readonly Change[]): Promise<Result<undefined, SaveProblem>> {
    invariant(new Set(changes.map(({ id }) => id)).size === changes.length, 'one change a record at a time');
    return this.#inTurn(() =>
      this.#append(
        changes.map((change, index) => this.#revise(change, { place: index })),
        [],
      ),
    );
  }

  /**
   * Joins revisions from elsewhere, already planned and verified (see `shared/revisions/union.ts`), together with
   * changes of one's own that belong to them: who is who, and that they came. All are kept, or none.
   */
  join(
    revisions: readonly Revision[],
    changes: readonly Change[] = [],
  ): Promise<Result<undefined, SaveProblem>> {
    return this.#inTurn(() => {
      const standing = this.#standingWith(revisions);
      const own = changes.map((change, place) => this.#revise(change, { place, standing }));
      return this.#append([...revisions, ...own], []);
    });
  }

  /** Keeps a draft that a crash left behind. */
  recover(draft: StoredDraft, rowId: string): Promise<Result<undefined, SaveProblem>> {
    return this.#commitDraft(draft, rowId);
  }

  /** Every revision in the journal, opened row by row, in the order of writing. Damaged rows are passed over. */
  async *revisions(afterRow = 0): AsyncIterable<Revision> {
    const batch = 2000;
    for (let last = afterRow; ; ) {
      const rows = await this.#parts.db.rows.where('seq').above(last).limit(batch).toArray();
      for (const row of rows) {
        const opened = this.#open(row);
        if (opened) yield opened;
      }
      if (rows.length < batch) return;
      last = rows.at(-1)?.seq ?? last;
    }
  }

  /** The key that tells one's own words, and the seed that signs shares. For import and export alone. */
  get keys(): { readonly tagKey: Uint8Array; readonly signingSeed: Uint8Array } {
    return this.#parts.vault;
  }

  /** Reads the rows that a checkpoint (ending at `standing`) does not cover. */
  async readRowsAfter(standing: Standing): Promise<void> {
    const rows = await this.#parts.db.rows.where('seq').above(standing.throughRow).toArray();
    const opened = rows.flatMap((row) => this.#open(row) ?? []);
    const throughRow = rows.at(-1)?.seq ?? standing.throughRow;
    this.#standing = this.#standingWith(opened, { ...standing, throughRow });
    this.view.add(readableHeads(opened));
    this.announce();
  }

  /** Tells every page that the view has changed. */
  announce(): void {
    this.changed.set(this.view.version);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#queue.then(work);
    // The queue goes on after a failure; whoever asked hears of it.
    this.#queue = next.catch(() => undefined);
    return next;
  }

  readonly #commitDraft = (draft: StoredDraft, rowId: string): Promise<Result<undefined, SaveProblem>> =>
    this.#inTurn(() => {
      const { record, kind, body } = draft;
      const change = { op: 'put', kind, id: record, body } as Change;
      return this.#append([this.#revise(change, { parents: draft.parents })], [rowId]);
    });

  /**
   * `place` is the revision's place among those written together; `parents` default to the record's heads, `standing` to
   * where the journal stands now.
   */
  #revise(
    change: Change,
    how: {
      readonly place?: number;
      readonly parents?: readonly RevisionId[];
      readonly standing?: Standing;
    },
  ): Revision {
    const { me, replica } = this.#parts.identity;
    const standing = how.standing ?? this.#standing;
    const heads = this.view.headsOf(change.id);
    const author = heads[0]?.author;
    invariant(mayWrite(change.kind, me, author), `${change.kind} is its author's to revise`);
    const parents = how.parents ?? heads.map(({ id }) => id);
    return seal(
      {
        format: revisionFormat,
        record: change.id,
        kind: change.kind,
        author: me,
        replica,
        seq: standing.seq + 1 + (how.place ?? 0),
        parents: [...parents],
        lamport: standing.lamport + 1,
        at: this.clock.now(),
        op: change.op,
        body: change.op === 'delete' ? null : change.body,
      },
      this.#parts.vault.tagKey,
    );
  }

  async #append(
    revisions: readonly Revision[],
    draftRows: readonly string[],
  ): Promise<Result<undefined, SaveProblem>> {
    const { db, vault, random } = this.#parts;
    const before = this.#standing;
    this.saving.set({ state: 'saving' });
    const rows = revisions.map((revision): Omit<SealedRow, 'seq'> => {
      const id = hex(random.bytes(16));
      return { id, keyId: vault.keyId, sealed: sealRow(revision, { store: 'rows', id }, vault, random) };
    });
    let throughRow = before.throughRow;
    // Drafts go in the same transaction: a text is a draft or a revision, never neither.
    const outcome = await save(() =>
      db.transaction('rw', db.rows, db.drafts, async () => {
        throughRow = await db.rows.bulkAdd(rows);
        if (draftRows.length > 0) await db.drafts.bulkDelete([...draftRows]);
      }),
    );
    if (!outcome.ok) {
      this.saving.set({ state: 'failed', problem: outcome.error });
      return outcome;
    }
    this.#standing = { ...this.#standingWith(revisions, before), throughRow };
    this.view.add(readableHeads(revisions));
    this.saving.set({ state: 'kept', at: this.clock.now() });
    this.announce();
    return ok(undefined);
  }

  /** Where the journal stands once these revisions have joined it. */
  #standingWith(revisions: readonly Revision[], from = this.#standing): Standing {
    let { lamport, seq } = from;
    for (const each of revisions) {
      lamport = Math.max(lamport, each.lamport);
      // Nobody else's revision counts as this replica's, whatever it says.
      if (each.replica === this.replica && each.author === this.me) seq = Math.max(seq, each.seq);
    }
    return { throughRow: from.throughRow, lamport, seq };
  }

  #open(row: SealedRow): Revision | undefined {
    if (row.keyId !== this.#parts.vault.keyId) return undefined;
    const opened = openRow(row.sealed, { store: 'rows', id: row.id }, this.#parts.vault);
    if (!opened.ok) return undefined;
    const parsed = revision.safeParse(opened.value);
    return parsed.success ? parsed.data : undefined;
  }
}
