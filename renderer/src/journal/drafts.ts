/**
 * @file What somebody is typing. One draft per open text (see `draftShelf.ts`) is overwritten half a second after the
 * last key, and at least every second; it becomes a revision after ten seconds of rest, on blur, navigation, lock and quit.
 * Words held for a form that is not sent yet are kept the same way, but only lock, quit and the next start after a
 * crash make them one. Nothing is ever removed for looking empty.
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
  /** Its revision is just being written, and takes the row along: nothing more is put there. */
  settling: boolean;
  /** Belongs to a form in front of the page, and goes when that is sent. */
  isHeld: boolean;
  unkeptSince: number | undefined;
  keeping: Promise<void> | undefined;
  keepTimer: ReturnType<typeof setTimeout> | undefined;
  restTimer: ReturnType<typeof setTimeout> | undefined;
}

type Saved = Result<undefined, SaveProblem>;

/** What drafts ask of the journal that they belong to. */
export interface Becoming {
  readonly headsOf: (record: IdOf<Kind>) => readonly RevisionId[];
  /** Waits until nothing else is being written, and lets nothing else be written meanwhile. */
  readonly inTurn: (work: () => Promise<Saved>) => Promise<Saved>;
  /** Turns drafts into revisions and removes their rows, in one transaction. In turn alone. */
  readonly commit: (drafts: readonly LeftBehind[]) => Promise<Saved>;
}

export class Drafts {
  /** Counts keys and settlings, so that pages can follow what is being typed. */
  readonly changed = new Observable(0);
  #open = new Map<IdOf<Kind>, OpenDraft>();
  readonly #shelf: DraftShelf;
  readonly #saving: Observable<Saving>;
  readonly #becoming: Becoming;

  constructor(shelf: DraftShelf, saving: Observable<Saving>, becoming: Becoming) {
    this.#shelf = shelf;
    this.#saving = saving;
    this.#becoming = becoming;
  }

  /**
   * The whole body as it now stands on the page. Cheap: called on every key. Where nothing can be written nothing is
   * begun: it could only keep the journal from being locked.
   */
  change<K extends Kind>(kind: K, record: IdOf<K>, body: Body<K>): void {
    this.#change(kind, record, body, false);
  }

  /** Keeps what stands in a form until it is sent: like anything typed, but rest and blur make it no revision. */
  hold<K extends Kind>(kind: K, record: IdOf<K>, body: Body<K>): void {
    this.#change(kind, record, body, true);
  }

  /** The form went without being sent or put away: from now on what was held is like anything typed. */
  letStand(record: IdOf<Kind>): void {
    const draft = this.#open.get(record);
    if (!draft?.isHeld) return;
    draft.isHeld = false;
    this.#settleIn(draft, restMs);
  }

  /** The form was sent or put away: what was held leaves nothing behind, in neither place. */
  async letGo(record: IdOf<Kind>): Promise<void> {
    const draft = this.#open.get(record);
    if (!draft?.isHeld) return;
    const isUnkept = draft.changes !== draft.keptChanges;
    this.#open.delete(record);
    clearTimeout(draft.keepTimer);
    this.changed.set(this.changed.get() + 1);
    try {
      // A row still on its way must not land after this.
      await draft.keeping;
      await this.#shelf.remove(draft.rowId);
    } catch {
      // It stays in its place, and the next start shows it once more.
    }
    if (isUnkept && !this.hasUnkept()) this.#saving.set({ state: 'kept', at: Date.now() });
  }

  #change(kind: Kind, record: IdOf<Kind>, body: Body<Kind>, isHeld: boolean): void {
    if (this.#shelf.isReadOnly) {
      this.#saving.set({ state: 'failed', problem: 'read-only' });
      return;
    }
    const draft = this.#open.get(record) ?? this.#begin(kind, record, body);
    draft.body = body;
    draft.isHeld = isHeld;
    draft.changes += 1;
    // "Saved" would no longer be true. What has failed stays said until it has not.
    if (this.#saving.get().state !== 'failed') this.#saving.set({ state: 'saving' });
    this.#keepSoon(draft);
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

  /** The records that are being typed into, apart from what is held. */
  get typed(): readonly IdOf<Kind>[] {
    return [...this.#open.values()].filter(({ isHeld }) => !isHeld).map(({ record }) => record);
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
    draft.changes += 1;
    this.#keepIn(draft, 0);
    this.changed.set(this.changed.get() + 1);
  }

  /** Makes the draft a revision now. Ends ok only when every word typed so far is in one. */
  async settle(record: IdOf<Kind>): Promise<Saved> {
    if (!this.#open.has(record)) return ok(undefined);
    return this.#becoming.inTurn(() => this.settleInTurn([record]));
  }

  /** Makes every open draft a revision, apart from what is held: before navigation and on blur. */
  settleAll(): Promise<Saved> {
    return this.#settleRounds(() => this.typed);
  }

  /** The same with what is held, before lock and quit: ok only where nobody has typed on meanwhile. */
  async settleToTheEnd(): Promise<Saved> {
    const settled = await this.#settleRounds(() => [...this.#open.keys()]);
    return settled.ok && this.#open.size > 0 ? err('not-saved') : settled;
  }

  /**
   * Makes what is typed into these records revisions, all or none, together with `others` that no page shows. For the
   * journal, in turn.
   */
  async settleInTurn(records: readonly IdOf<Kind>[], others: readonly LeftBehind[] = []): Promise<Saved> {
    const drafts = [...new Set(records)].flatMap((record) => this.#open.get(record) ?? []);
    if (drafts.length === 0 && others.length === 0) return ok(undefined);
    for (const draft of drafts) draft.settling = true;
    // A row still on its way must not land after the revision that replaces it: recovered, it would replace that.
    await Promise.all(drafts.map(({ keeping }) => keeping));
    const taken = drafts.map((draft) => ({ draft, changes: draft.changes }));
    let outcome: Saved = err('not-saved');
    try {
      const own = drafts.map((draft) => ({ rowId: draft.rowId, draft }));
      outcome = await this.#becoming.commit([...own, ...others]);
    } finally {
      for (const { draft, changes } of taken) this.#goOnAfter(outcome.ok, draft, changes);
    }
    return outcome;
  }

  async #settleRounds(records: () => readonly IdOf<Kind>[]): Promise<Saved> {
    for (let round = 0; round < settlingRounds && records().length > 0; round += 1) {
      const outcomes = await Promise.all(records().map((record) => this.settle(record)));
      const failed = outcomes.find((outcome) => !outcome.ok);
      if (failed) return failed;
    }
    return ok(undefined);
  }

  #goOnAfter(isKept: boolean, draft: OpenDraft, changes: number): void {
    draft.settling = false;
    clearTimeout(draft.keepTimer);
    clearTimeout(draft.restTimer);
    if (isKept && draft.changes === changes) {
      this.#open.delete(draft.record);
      this.changed.set(this.changed.get() + 1);
      return;
    }
    this.#settleIn(draft, restMs);
    if (!isKept) {
      this.#keepIn(draft, retryMs);
      return;
    }
    // Keys pressed while the revision was written go on in the same row, on top of it. A row of their own would
    // leave this one behind, and the next start would take its old words for lost ones.
    draft.parents = this.#becoming.headsOf(draft.record);
    this.#saving.set({ state: 'saving' });
    this.#keepSoon(draft);
  }

  #begin(
    kind: Kind,
    record: IdOf<Kind>,
    body: Body<Kind>,
    from = { rowId: this.#shelf.newRowId(), parents: this.#becoming.headsOf(record), changes: 0 },
  ): OpenDraft {
    const draft: OpenDraft = {
      ...from,
      record,
      kind,
      body,
      keptChanges: from.changes,
      settling: false,
      isHeld: false,
      unkeptSince: undefined,
      keeping: undefined,
      keepTimer: undefined,
      restTimer: undefined,
    };
    this.#open.set(record, draft);
    return draft;
  }

  /** Half a second after the last key, and not later than the longest wait for the first one allows. */
  #keepSoon(draft: OpenDraft): void {
    // Not the wall clock, which can be set back: nothing would be kept until it has caught up.
    const now = performance.now();
    draft.unkeptSince ??= now;
    this.#keepIn(draft, Math.min(afterLastKeyMs, draft.unkeptSince + atLeastEveryMs - now));
  }

  #keepIn(draft: OpenDraft, delayMs: number): void {
    clearTimeout(draft.keepTimer);
    draft.keepTimer = setTimeout(
      () => {
        if (draft.settling || this.#open.get(draft.record) !== draft) return;
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

  #settleIn(draft: OpenDraft, delayMs: number): void {
    clearTimeout(draft.restTimer);
    if (draft.isHeld) return;
    draft.restTimer = setTimeout(() => void this.settle(draft.record), delayMs);
  }
}
