/**
 * @file What somebody is typing. One draft per open text (see `draftShelf.ts`) is overwritten half a second after the
 * last key, and at least every second; it becomes a revision after ten seconds of rest, on blur, navigation, lock and quit.
 * Nothing is ever removed for looking empty.
 */
import type { RevisionId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Body, IdOf, Kind } from '#shared/domain/record.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import { carriedOver, isSameBody } from './bodies.ts';
import type { SaveProblem } from './db.ts';
import type { DraftShelf, LeftBehind, StoredDraft } from './draftShelf.ts';
import { Observable, type Saving } from './saving.ts';

const afterLastKeyMs = 500;
/** With the time a busy disk takes to write, no more than two seconds of typing are at stake. */
const atLeastEveryMs = 1000;
const restMs = 10_000;
const retryMs = 3000;
/** Whoever types on while everything is being settled is waited for this many times. */
const settlingRounds = 5;

interface OpenDraft extends StoredDraft {
  readonly rowId: string;
  /** Grows with every key; tells whether what was written is what stands. */
  changes: number;
  keptChanges: number;
  body: Body<Kind>;
  parents: readonly RevisionId[];
  /** Its revision is being written, and takes the row along: nothing more is put there. */
  settling: boolean;
  unkeptSince: number | undefined;
  keeping: Promise<void> | undefined;
  keepTimer: ReturnType<typeof setTimeout> | undefined;
  restTimer: ReturnType<typeof setTimeout> | undefined;
}

/** Turns a draft into a revision and removes its row, in one transaction. */
export type Commit = (draft: StoredDraft, rowId: string) => Promise<Result<undefined, SaveProblem>>;

export class Drafts {
  /** Counts keys and settlings, so that pages can follow what is being typed. */
  readonly changed = new Observable(0);
  #open = new Map<IdOf<Kind>, OpenDraft>();
  #settling = new Map<IdOf<Kind>, Promise<Result<undefined, SaveProblem>>>();
  readonly #shelf: DraftShelf;
  readonly #saving: Observable<Saving>;
  readonly #commit: Commit;
  readonly #headsOf: (record: IdOf<Kind>) => readonly RevisionId[];

  constructor(
    shelf: DraftShelf,
    saving: Observable<Saving>,
    commit: Commit,
    headsOf: (record: IdOf<Kind>) => readonly RevisionId[],
  ) {
    this.#shelf = shelf;
    this.#saving = saving;
    this.#commit = commit;
    this.#headsOf = headsOf;
  }

  /** The whole body as it now stands on the page. Cheap: called on every key. */
  change<K extends Kind>(kind: K, record: IdOf<K>, body: Body<K>): void {
    // Not the wall clock, which can be set back: nothing would be kept until it has caught up.
    const now = performance.now();
    const draft = this.#open.get(record) ?? this.#begin(kind, record, body);
    draft.body = body;
    draft.changes += 1;
    draft.unkeptSince ??= now;
    // "Saved" would no longer be true. What has failed stays said until it has not.
    if (this.#saving.get().state !== 'failed') this.#saving.set({ state: 'saving' });
    const longestWait = draft.unkeptSince + atLeastEveryMs - now;
    this.#keepIn(draft, Math.min(afterLastKeyMs, longestWait));
    this.#settleIn(draft, restMs);
    this.changed.set(this.changed.get() + 1);
  }

  /**
   * Goes on with what a crash left and could not become a revision yet, as if it had just been typed: it stands on the
   * page, is tried again, and whoever types on goes on from it. False where its record is being typed already.
   */
  adopt({ rowId, draft }: LeftBehind): boolean {
    const { record, kind, body, parents, changes = 0 } = draft;
    if (this.#open.has(record)) return false;
    const opened = this.#begin(kind, record, body, { rowId, parents, changes });
    this.#settleIn(opened, restMs);
    this.changed.set(this.changed.get() + 1);
    return true;
  }

  /** What stands on the page for a record that is being typed, if it is. */
  peek(record: IdOf<Kind>): Body<Kind> | undefined {
    return this.#open.get(record)?.body;
  }

  get unsettled(): boolean {
    return this.#open.size > 0;
  }

  /** Whether anything typed is in no draft row yet, apart from what lies in these rows. */
  hasUnkept(except: readonly string[] = []): boolean {
    return [...this.#open.values()].some(
      ({ rowId, changes, keptChanges }) => changes !== keptChanges && !except.includes(rowId),
    );
  }

  /** A revision written here came to light late: what is typed into its record goes on from it. */
  follow(revision: Revision): void {
    const draft = this.#open.get(revision.record as IdOf<Kind>);
    if (!draft) return;
    draft.parents = [...draft.parents.filter((id) => !revision.parents.includes(id)), revision.id];
  }

  /**
   * A click was kept while somebody typed on in the same record: what is typed goes on from it, so that both stand in
   * one version. `before` is what the two were begun on.
   */
  goOnFrom(revision: Revision, before: Body<Kind> | undefined): void {
    const draft = this.#open.get(revision.record as IdOf<Kind>);
    if (!draft || revision.body === null || !isSameBody(draft.parents, revision.parents)) return;
    draft.body = carriedOver(before, draft.body, revision.body as Body<Kind>);
    draft.parents = [revision.id];
    this.changed.set(this.changed.get() + 1);
    // One that is just becoming a revision takes this along; any other is kept again as it is now.
    if (draft.settling) return;
    draft.changes += 1;
    this.#keepIn(draft, afterLastKeyMs);
  }

  /** Makes the draft a revision now. Ends ok only when every word typed so far is in one. */
  settle(record: IdOf<Kind>): Promise<Result<undefined, SaveProblem>> {
    const running = this.#settling.get(record);
    if (running) return running.then(() => this.settle(record));
    const work = this.#settle(record).finally(() => this.#settling.delete(record));
    this.#settling.set(record, work);
    return work;
  }

  /** Makes every open draft a revision: before navigation, lock and quit. */
  async settleAll(): Promise<Result<undefined, SaveProblem>> {
    for (let round = 0; round < settlingRounds && this.#open.size > 0; round += 1) {
      const outcomes = await Promise.all([...this.#open.keys()].map((record) => this.settle(record)));
      const failed = outcomes.find((outcome) => !outcome.ok);
      if (failed) return failed;
    }
    return ok(undefined);
  }

  #begin(
    kind: Kind,
    record: IdOf<Kind>,
    body: Body<Kind>,
    from = { rowId: this.#shelf.newRowId(), parents: this.#headsOf(record), changes: 0 },
  ): OpenDraft {
    const draft: OpenDraft = {
      ...from,
      record,
      kind,
      body,
      keptChanges: from.changes,
      settling: false,
      unkeptSince: undefined,
      keeping: undefined,
      keepTimer: undefined,
      restTimer: undefined,
    };
    this.#open.set(record, draft);
    return draft;
  }

  #keepIn(draft: OpenDraft, delayMs: number): void {
    clearTimeout(draft.keepTimer);
    draft.keepTimer = setTimeout(
      () => {
        if (draft.settling) return;
        const keeping = this.#keep(draft).finally(() => {
          if (draft.keeping === keeping) draft.keeping = undefined;
        });
        draft.keeping = keeping;
      },
      Math.max(0, delayMs),
    );
  }

  async #keep(draft: OpenDraft): Promise<void> {
    const { rowId, record, kind, body, parents, changes } = draft;
    draft.unkeptSince = undefined;
    const outcome = await this.#shelf.put(rowId, { record, kind, body, parents, changes });
    if (this.#open.get(record) !== draft) return;
    if (outcome.ok) {
      draft.keptChanges = changes;
      if (!this.hasUnkept()) this.#saving.set({ state: 'kept', at: Date.now() });
      return;
    }
    this.#saving.set({ state: 'failed', problem: outcome.error });
    this.#keepIn(draft, retryMs);
  }

  async #settle(record: IdOf<Kind>): Promise<Result<undefined, SaveProblem>> {
    const draft = this.#open.get(record);
    if (!draft) return ok(undefined);
    draft.settling = true;
    // A row still on its way must not land after the revision that replaces it: recovered, it would replace that.
    await draft.keeping;
    const { changes } = draft;
    let outcome: Result<undefined, SaveProblem> = err('not-saved');
    try {
      outcome = await this.#commit(draft, draft.rowId);
    } finally {
      draft.settling = false;
      clearTimeout(draft.keepTimer);
      clearTimeout(draft.restTimer);
      if (!outcome.ok) {
        this.#keepIn(draft, retryMs);
        this.#settleIn(draft, restMs);
      }
    }
    if (!outcome.ok) return outcome;
    if (draft.changes === changes) {
      this.#open.delete(record);
      this.changed.set(this.changed.get() + 1);
    } else {
      // Keys pressed while the revision was written go on in the same row, on top of it. A row of their own would
      // leave this one behind, and the next start would take its old words for lost ones.
      draft.parents = this.#headsOf(record);
      this.#saving.set({ state: 'saving' });
      this.#keepIn(draft, afterLastKeyMs);
      this.#settleIn(draft, restMs);
    }
    return outcome;
  }

  #settleIn(draft: OpenDraft, delayMs: number): void {
    clearTimeout(draft.restTimer);
    draft.restTimer = setTimeout(() => void this.settle(draft.record), delayMs);
  }
}
