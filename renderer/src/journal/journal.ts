/**
 * @file An open journal: the view people see, and the one way in which anything is written. Every write is new
 * revisions, sealed and committed before the view changes; what could not be kept is answered as a value.
 */
import { invariant } from '#shared/base/assert.ts';
import type { RecordId, ReplicaId, RevisionId } from '#shared/base/ids.ts';
import { newRecordId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Clock } from '#shared/base/time.ts';
import type { Body, IdOf, Kind, PersonId } from '#shared/domain/record.ts';
import { replacedBy } from '#shared/revisions/heads.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import type { LogRow } from '#shared/shell/contract.ts';
import { carriedOver, isSameBody } from './bodies.ts';
import type { Standing } from './checkpoint.ts';
import { type SaveProblem, save } from './db.ts';
import { DraftShelf, type LeftBehind, type StoredDraft } from './draftShelf.ts';
import { Drafts } from './drafts.ts';
import { readableHeads } from './head.ts';
import { type Healed, rowsOnlyInLog } from './healing.ts';
import { Ledger, type LedgerParts } from './ledger.ts';
import { revise, standingAfter, type Writing } from './revising.ts';
import { openRevision, revisionsAfter, rowsAfter } from './rows.ts';
import { Observable, type Saving } from './saving.ts';
import { View } from './view.ts';

/** One thing to do to one record. `put` with a new id begins it; one that `joins` replaces every other version too. */
export type Change = {
  [K in Kind]:
    | {
        readonly op: 'put';
        readonly kind: K;
        readonly id: IdOf<K>;
        readonly body: Body<K>;
        readonly joins?: true;
      }
    | { readonly op: 'delete'; readonly kind: K; readonly id: IdOf<K> }
    | { readonly op: 'restore'; readonly kind: K; readonly id: IdOf<K>; readonly body: Body<K> };
}[Kind];

/** What tells this copy of the journal from every other. */
export interface Identity {
  readonly me: PersonId;
  readonly replica: ReplicaId;
}

export interface JournalParts extends LedgerParts {
  readonly identity: Identity;
  readonly clock: Clock;
  /** A newer Stringwalk wrote it: everything can be read, nothing is written. */
  readonly isReadOnly?: boolean;
}

type Saved = Result<undefined, SaveProblem>;

const fromTheBeginning: Standing = { throughRow: 0, lamport: 0, seq: 0 };

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
  readonly isReadOnly: boolean;
  readonly #parts: JournalParts;
  #identity: Identity;
  readonly #ledger: Ledger;
  readonly #shelf: DraftShelf;
  #standing = fromTheBeginning;
  #isOver = false;
  /** A row was read that does not open; the log may have it whole. */
  #hasUnopened = false;
  /** Left by a crash, beside another draft of their record, and not to be kept yet. */
  #waiting: LeftBehind[] = [];
  #queue: Promise<unknown> = Promise.resolve();

  constructor(parts: JournalParts) {
    this.#parts = parts;
    this.#identity = parts.identity;
    this.clock = parts.clock;
    this.me = parts.identity.me;
    this.isReadOnly = parts.isReadOnly ?? false;
    this.#ledger = new Ledger(parts);
    const standing = () => ({ lamport: this.#standing.lamport, replica: this.replica });
    this.#shelf = new DraftShelf(parts, this.isReadOnly, standing);
    this.view = new View(parts.identity.me);
    this.drafts = new Drafts(this.#shelf, this.saving, {
      headsOf: (record) => replacedBy('put', this.view.headsOf(record), false),
      inTurn: (work) => this.#inTurn(work),
      commit: (drafts) => this.#appendDrafts(drafts),
    });
  }

  /** The replica this copy writes under. */
  get replica(): ReplicaId {
    return this.#identity.replica;
  }

  get standing(): Standing {
    return this.#standing;
  }

  newId<K extends Kind>(kind: K): IdOf<K> {
    return newRecordId(kind, this.#parts.random);
  }

  /**
   * Writes changes as one: all of them are kept, or none and the view stays as it was. What is being typed into one of
   * their records becomes a revision first, so that neither replaces the other.
   */
  async write(changes: readonly Change[]): Promise<Saved> {
    invariant(new Set(changes.map(({ id }) => id)).size === changes.length, 'one change a record at a time');
    const bodies = () =>
      new Map<RecordId, Body<Kind> | undefined>(
        changes.map(({ kind, id }) => [id, this.view.get<Kind>(kind, id)?.body]),
      );
    const isTyped = ({ id }: Change) => this.drafts.peek(id) !== undefined;
    const seen = bodies();
    const typedBefore = new Set(changes.filter(isTyped));
    return this.#inTurn(async () => {
      // Also what was begun while this waited for its turn.
      const typed = changes.filter((change) => typedBefore.has(change) || isTyped(change));
      const settled = await this.drafts.settleInTurn(typed.map(({ id }) => id));
      if (!settled.ok) return settled;
      const before = bodies();
      const revisions = changes.map((change, place) =>
        this.#revise(typed.includes(change) ? this.#carryOver(change, seen.get(change.id)) : change, {
          place,
        }),
      );
      const saved = await this.#append(revisions, []);
      if (saved.ok) for (const each of revisions) this.drafts.goOnFrom(each, before.get(each.record));
      return saved;
    });
  }

  /**
   * Joins revisions from elsewhere, already planned and verified (see `shared/revisions/union.ts`), together with
   * changes of one's own that belong to them: who is who, and that they came. All are kept, or none. What is being
   * typed becomes revisions first.
   */
  async join(revisions: readonly Revision[], changes: readonly Change[] = []): Promise<Saved> {
    return this.#inTurn(async () => {
      const settled = await this.drafts.settleInTurn(this.drafts.typed);
      if (!settled.ok) return settled;
      const standing = standingAfter(revisions, this.#standing, this.#identity);
      const own = changes.map((change, place) => this.#revise(change, { place, standing }));
      return this.#append([...revisions, ...own], []);
    });
  }

  /** The drafts that a crash left behind. One that does not open stays where it is, and holds nothing up. */
  draftsLeft(): Promise<readonly LeftBehind[]> {
    return this.#shelf.leftBehind();
  }

  /**
   * Keeps drafts that were left behind. One that became a revision just before is let go. All are judged before any is
   * kept, and kept together: of two drafts of one record, the revision made of one says nothing about the other.
   */
  async recoverDrafts(drafts: readonly LeftBehind[]): Promise<void> {
    const isKept = new Map(drafts.map((left) => [left, this.#isKept(left)]));
    // What is written from now on is later than any of them.
    const lamport = Math.max(this.#standing.lamport, ...drafts.map(({ draft }) => draft.lamport ?? 0));
    this.#standing = { ...this.#standing, lamport };
    try {
      for (const left of drafts) if (isKept.get(left)) await this.#shelf.remove(left.rowId);
    } catch {
      // They stay in their places, and the next start judges them again.
    }
    const lost = drafts.filter((left) => !isKept.get(left) && this.#canBecome(left));
    const saved = await this.#inTurn(() => this.#appendDrafts(lost)).catch(() => err('not-saved'));
    if (saved.ok) return;
    // Where there is no room just now, the words stand on the page, or wait behind those that do.
    for (const left of lost) if (!this.drafts.adopt(left)) this.#waiting.push(left);
  }

  /** A draft that cannot become a revision must not keep the whole journal shut: it stays in its place. */
  #canBecome({ draft }: LeftBehind): boolean {
    try {
      this.#reviseDraft(draft);
      return true;
    } catch {
      return false;
    }
  }

  /** Goes on under another name, which the database has by now: its numbers begin anew. */
  goOnAs(replica: ReplicaId): Promise<void> {
    return this.#afterTheOthers(async () => {
      this.#identity = { ...this.#identity, replica };
      this.#standing = { ...this.#standing, seq: 0 };
    });
  }

  /** Keeps every word, then writes nothing more: the same journal is about to be opened anew, with other keys. */
  async end(): Promise<Saved> {
    const settled = await this.drafts.settleToTheEnd();
    if (!settled.ok) return settled;
    await this.#afterTheOthers(async () => {
      this.#isOver = true;
    });
    return ok(undefined);
  }

  /** Whether it ended: the same journal is open elsewhere, or about to be. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Does something to what is kept, between two writes; undefined where the two places may differ just now. */
  betweenWrites<T>(work: () => Promise<T>): Promise<T | undefined> {
    const isFree = () => !this.isReadOnly && !this.#isOver && !this.#ledger.isInDoubt;
    return this.#afterTheOthers(async () => (isFree() ? work() : undefined));
  }

  /** Looks through both places to the end, once there is time; answers with what had to be made good. */
  check(): Promise<Healed | undefined> {
    return this.#afterTheOthers(async () => {
      if (this.isReadOnly || this.#isOver) return undefined;
      const healed =
        (await this.#ledger.check()) ?? (this.#hasUnopened ? await this.#ledger.mend() : undefined);
      if (healed && healed.rowsToDatabase > 0) await this.#readAll();
      return healed;
    });
  }

  /** Every revision in the journal, opened row by row, in the order of writing. */
  revisions(afterRow = 0): AsyncIterable<Revision> {
    return revisionsAfter(this.#parts.db, this.#parts.vault, afterRow);
  }

  /** The key that tells one's own words, and the seed that signs shares. For import and export alone. */
  get keys(): { readonly tagKey: Uint8Array; readonly signingSeed: Uint8Array } {
    return this.#parts.vault;
  }

  /** Reads the rows that a checkpoint (ending at `standing`) does not cover. Before anything is written. */
  async readRowsAfter(standing: Standing): Promise<readonly Revision[]> {
    const rows = await rowsAfter(this.#parts.db, standing.throughRow).toArray();
    return this.#takeIn(rows, { ...standing, throughRow: rows.at(-1)?.seq ?? standing.throughRow });
  }

  /** While the database waits for room: what only the log has is shown all the same, and its numbers stay taken. */
  async readLog(): Promise<void> {
    this.#takeIn(await rowsOnlyInLog(this.#parts), this.#standing);
    this.#ledger.waitForRoom();
  }

  /** Reads every row again, in the place of all that was read. Between writes, so that each counts once. */
  readAllAgain(): Promise<void> {
    return this.#afterTheOthers(async () => {
      await this.#readAll();
    });
  }

  /** Tells every page that the view has changed. */
  announce(): void {
    this.changed.set(this.view.version);
  }

  #takeIn(rows: readonly LogRow[], from: Standing): readonly Revision[] {
    const opened = rows.flatMap((row) => openRevision(row, this.#parts.vault) ?? []);
    if (opened.length < rows.length) this.#hasUnopened = true;
    return this.#takeInRevisions(opened, from);
  }

  #takeInRevisions(opened: readonly Revision[], from: Standing): readonly Revision[] {
    this.#standing = standingAfter(opened, from, this.#identity);
    this.view.add(readableHeads(opened));
    this.announce();
    return opened;
  }

  /** Rows that were healed may have any number; those that a slow disk kept after all are the last ones. */
  async #readWhatCame(isHealed: boolean): Promise<readonly Revision[]> {
    if (isHealed) return this.#readAll();
    return this.readRowsAfter(this.#standing);
  }

  /** Those of these that the log has after all. The database waits for room, but their numbers are taken. */
  async #readFromLog(doubtful: ReadonlySet<RevisionId>): Promise<readonly Revision[]> {
    const rows = await rowsOnlyInLog(this.#parts);
    const opened = rows.flatMap((row) => openRevision(row, this.#parts.vault) ?? []);
    return this.#takeInRevisions(
      opened.filter(({ id }) => doubtful.has(id)),
      this.#standing,
    );
  }

  async #readAll(): Promise<readonly Revision[]> {
    const rows = await rowsAfter(this.#parts.db, 0).toArray();
    this.view.clear();
    const { lamport } = this.#standing;
    return this.#takeIn(rows, { ...fromTheBeginning, lamport, throughRow: rows.at(-1)?.seq ?? 0 });
  }

  #inTurn(work: () => Promise<Saved>): Promise<Saved> {
    return this.#afterTheOthers(async () => {
      if (this.isReadOnly || this.#isOver) {
        this.saving.set({ state: 'failed', problem: 'read-only' });
        return err('read-only');
      }
      const certain = this.#ledger.isInDoubt ? await this.#endDoubt() : ok(undefined);
      const ready = certain.ok ? await this.#keepWaiting() : certain;
      return ready.ok ? work() : ready;
    });
  }

  /**
   * Before anything newer of their records, and together with what is typed into them: a later start would take them
   * for what that had replaced.
   */
  async #keepWaiting(): Promise<Saved> {
    const waiting = this.#waiting.filter((left) => this.#canBecome(left));
    const saved = await this.drafts.settleInTurn(
      waiting.map(({ draft }) => draft.record),
      waiting,
    );
    if (saved.ok) this.#waiting = [];
    return saved;
  }

  #afterTheOthers<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#queue.then(work);
    // The queue goes on after a failure; whoever asked hears of it.
    this.#queue = next.catch(() => undefined);
    return next;
  }

  /** What had been in doubt and was kept after all is what typing goes on from. */
  async #endDoubt(): Promise<Saved> {
    let came: readonly Revision[] = [];
    const ended = await this.#ledger.endDoubt();
    const read = ended.ok
      ? await save(async () => {
          const { doubtful, healed } = ended.value;
          if (!healed.waitsForRoom) came = await this.#readWhatCame(healed.rowsToDatabase > 0);
          else if (doubtful.size > 0) came = await this.#readFromLog(doubtful);
        })
      : ended;
    if (!ended.ok || !read.ok) {
      if (ended.ok) this.#ledger.stayInDoubt(ended.value.doubtful);
      const problem = ended.ok ? 'not-saved' : ended.error;
      this.saving.set({ state: 'failed', problem });
      return err(problem);
    }
    for (const revision of came) if (ended.value.doubtful.has(revision.id)) this.drafts.follow(revision);
    return ok(undefined);
  }

  /**
   * Whether a draft became a revision before it could be removed: the record stands as it says, or was written here
   * after it was put down. Nothing newer is let go by this: whatever is written takes along what is being typed into
   * its record, and what is put down meanwhile counts as later.
   */
  #isKept({ draft }: LeftBehind): boolean {
    const { lamport = Number.POSITIVE_INFINITY, replica = this.replica } = draft;
    return this.view
      .headsOf(draft.record)
      .some(
        (head) =>
          (head.body !== null && isSameBody(head.body, draft.body)) ||
          ((head.replica === replica || head.replica === this.replica) && head.lamport > lamport),
      );
  }

  #carryOver(change: Change, seen: Body<Kind> | undefined): Change {
    const now = this.view.get<Kind>(change.kind, change.id)?.body;
    if (change.op !== 'put' || !now) return change;
    return { ...change, body: carriedOver(seen, change.body, now) } as Change;
  }

  async #appendDrafts(drafts: readonly LeftBehind[]): Promise<Saved> {
    if (drafts.length === 0) return ok(undefined);
    return this.#append(
      drafts.map(({ draft }, place) => this.#reviseDraft(draft, place)),
      drafts.map(({ rowId }) => rowId),
    );
  }

  #reviseDraft({ record, kind, body, parents }: StoredDraft, place = 0): Revision {
    return this.#revise({ op: 'put', kind, id: record, body } as Change, { parents, place });
  }

  #revise(change: Change, how: Partial<Pick<Writing, 'place' | 'parents' | 'standing'>>): Revision {
    return revise(change, {
      identity: this.#identity,
      tagKey: this.#parts.vault.tagKey,
      at: this.clock.now(),
      standing: this.#standing,
      heads: this.view.headsOf(change.id),
      ...how,
    });
  }

  async #append(revisions: readonly Revision[], draftRows: readonly string[]): Promise<Saved> {
    const before = this.#standing;
    const after = standingAfter(revisions, before, this.#identity);
    if (this.saving.get().state !== 'failed') this.saving.set({ state: 'saving' });
    // At once, and for good: a draft put down from here on is later than these, also if they come to light late.
    this.#standing = { ...before, lamport: after.lamport };
    const added = await this.#ledger.add(revisions, draftRows);
    if (!added.ok) {
      this.saving.set({ state: 'failed', problem: added.error });
      return added;
    }
    this.#standing = { ...after, throughRow: added.value.throughRow ?? before.throughRow };
    this.view.add(readableHeads(revisions));
    if (!this.drafts.hasUnkept(draftRows)) this.saving.set({ state: 'kept', at: this.clock.now() });
    this.announce();
    return ok(undefined);
  }
}
