/**
 * @file The journal as people see it: all records as they stand, as plain objects in memory. A pure function of the
 * set of revisions, kept up to date one revision at a time.
 */
import { kindIn, type RecordId } from '#shared/base/ids.ts';
import {
  type Body,
  type IdOf,
  isKind,
  type Kind,
  kinds,
  namedRecords,
  type PersonId,
} from '#shared/domain/record.ts';
import { aliasResolver, type Resolve } from '#shared/revisions/aliases.ts';
import { addRevision, type Heads, noHeads, rightfulLeaves, standingOf } from '#shared/revisions/heads.ts';
import type { Head } from './head.ts';

/** A live record. */
export interface Entry<K extends Kind = Kind> {
  readonly id: IdOf<K>;
  readonly kind: K;
  /** Whose journal it comes from. Whose words they are is in the body. */
  readonly author: PersonId;
  readonly body: Body<K>;
  /** When it was last revised, by the writer's clock. */
  readonly at: number;
  /** How many other versions stand beside this one. */
  readonly others: number;
  /** It was deleted by somebody while somebody else wrote on. */
  readonly revived: boolean;
}

/** One of whichever kind: to look at its kind is to know its body. */
export type SomeEntry = { readonly [K in Kind]: Entry<K> }[Kind];

/** A record whose last word is a deletion. What it said is in its history. */
export interface Deleted {
  readonly id: RecordId;
  readonly at: number;
}

export class View {
  /** Counts changes; what is derived from the view is valid for one version. */
  version = 0;
  #heads = new Map<RecordId, Heads<Head>>();
  #entries = new Map<Kind, Map<RecordId, Entry>>(kinds.map((kind) => [kind, new Map()]));
  #deleted = new Map<RecordId, Deleted>();
  #naming = new Map<RecordId, Set<RecordId>>();
  #lists = new Map<Kind, { version: number; list: readonly Entry[] }>();
  #erased: ReadonlySet<RecordId> = new Set();
  #resolve: Resolve = (id) => id;
  /** Every id that `#resolve` maps to another. */
  #aliases: readonly string[] = [];

  readonly me: PersonId;

  constructor(me: PersonId) {
    this.me = me;
  }

  /** A live record, or undefined when there is none (or it was deleted). */
  get<K extends Kind>(kind: K, id: IdOf<K> | undefined): Entry<K> | undefined {
    if (id === undefined) return undefined;
    return this.#entries.get(kind)?.get(this.#resolve(id)) as unknown as Entry<K> | undefined;
  }

  /** The same where only the id is known. */
  find(id: RecordId | undefined): SomeEntry | undefined {
    const kind = id && kindIn(id);
    return kind && isKind(kind) ? (this.get(kind, id as IdOf<Kind>) as SomeEntry | undefined) : undefined;
  }

  /** Every live record of a kind, in no particular order. The list is the same object until something changes. */
  all<K extends Kind>(kind: K): readonly Entry<K>[] {
    const cached = this.#lists.get(kind);
    if (cached?.version === this.version) return cached.list as unknown as readonly Entry<K>[];
    const list = [...(this.#entries.get(kind)?.values() ?? [])].filter(({ id }) => this.#resolve(id) === id);
    this.#lists.set(kind, { version: this.version, list });
    return list as unknown as readonly Entry<K>[];
  }

  /** The live records of one kind that name this one: the turns of a session, the notes of a turn. */
  naming<K extends Kind>(kind: K, id: RecordId): readonly Entry<K>[] {
    const found: Entry<K>[] = [];
    for (const other of this.#naming.get(this.#resolve(id)) ?? []) {
      const entry = this.#entries.get(kind)?.get(other);
      if (entry) found.push(entry as unknown as Entry<K>);
    }
    return found;
  }

  /** All records whose last word is a deletion. */
  deleted(): readonly Deleted[] {
    return [...this.#deleted.values()];
  }

  /** The id this journal goes by for a person or buddyship it may know under several. */
  resolve<Id extends string>(id: Id): Id {
    return this.#resolve(id);
  }

  /** A record's heads, for whoever writes the next revision of it. */
  headsOf(id: RecordId): readonly Head[] {
    if (this.#erased.has(id)) return [];
    return rightfulLeaves(this.#heads.get(id)?.leaves ?? [], this.me);
  }

  /** Records erased for good. They are not shown, whatever rows of them may still lie somewhere. */
  get erased(): ReadonlySet<RecordId> {
    return this.#erased;
  }

  /** Erased records of which something was read all the same: their rows are still to be removed. */
  get heldErased(): readonly RecordId[] {
    return [...this.#erased].filter((id) => this.#heads.has(id));
  }

  /** The rows of erased records have been removed: nothing of them is held any more. */
  forgetErased(): void {
    for (const id of this.#erased) this.#heads.delete(id);
  }

  /** All heads, and the parents still awaited, for the checkpoint. */
  *everything(): Iterable<readonly [RecordId, Heads<Head>]> {
    yield* this.#heads;
  }

  /** Takes in revisions, in any order, each once. */
  add(heads: Iterable<Head>): void {
    const touched = new Set<RecordId>();
    for (const head of heads) {
      this.#heads.set(head.record, addRevision(this.#heads.get(head.record) ?? noHeads, head, head.parents));
      touched.add(head.record);
    }
    this.#settle(touched);
  }

  /** Takes in what a checkpoint kept of records. Rows written after it may have been added already. */
  restore(records: Iterable<readonly [RecordId, Heads<Head>]>): void {
    const touched = new Set<RecordId>();
    for (const [id, stored] of records) {
      const present = this.#heads.get(id);
      let merged: Heads<Head> = {
        leaves: [],
        awaited: [...(present?.awaited ?? []), ...stored.awaited],
      };
      // Either side may hold what the other awaits.
      for (const leaf of [...(present?.leaves ?? []), ...stored.leaves]) {
        const isKnown = merged.leaves.some(({ id: known }) => known === leaf.id);
        if (!isKnown) merged = addRevision(merged, leaf, []);
      }
      this.#heads.set(id, merged);
      touched.add(id);
    }
    this.#settle(touched);
  }

  /** Forgets everything, to be read again. */
  clear(): void {
    this.#heads.clear();
    for (const entries of this.#entries.values()) entries.clear();
    this.#deleted.clear();
    this.#naming.clear();
    this.#erased = new Set();
    this.version += 1;
  }

  #settle(touched: ReadonlySet<RecordId>): void {
    if (touched.size === 0) return;
    let aliasesChanged = false;
    // First, so that what was erased is not shown even for a moment.
    for (const id of touched) if (id.startsWith('erasure_')) this.#show(id);
    if ([...touched].some((id) => id.startsWith('erasure_'))) this.#hideErased();
    for (const id of touched) {
      if (id.startsWith('person_') || id.startsWith('buddyship_')) aliasesChanged = true;
      this.#show(id);
    }
    this.version += 1;
    if (aliasesChanged) this.#followAliases();
  }

  #show(id: RecordId): void {
    const leaves = this.headsOf(id);
    if (leaves.length === 0) {
      this.#hide(id);
      return;
    }
    const { state, shown, others, revived } = standingOf(leaves);
    const kind = shown.kind;
    if (!isKind(kind)) return;
    for (const named of namedRecords(this.#entries.get(kind)?.get(id)?.body))
      this.#naming.get(named)?.delete(id);
    if (state === 'deleted' || shown.body === null) {
      this.#entries.get(kind)?.delete(id);
      this.#deleted.set(id, { id, at: shown.at });
      return;
    }
    this.#deleted.delete(id);
    const body = (this.#aliases.length > 0 ? renamed(shown.body, this.#resolve) : shown.body) as Body<Kind>;
    const entry: Entry = {
      id: id as IdOf<Kind>,
      kind,
      author: shown.author,
      body,
      at: shown.at,
      others: others.length,
      revived,
    };
    this.#entries.get(kind)?.set(id, entry);
    for (const named of namedRecords(body)) {
      const namers = this.#naming.get(named);
      if (namers) namers.add(id);
      else this.#naming.set(named, new Set([id]));
    }
  }

  #hide(id: RecordId): void {
    this.#deleted.delete(id);
    const kind = kindIn(id);
    if (!isKind(kind)) return;
    for (const named of namedRecords(this.#entries.get(kind)?.get(id)?.body))
      this.#naming.get(named)?.delete(id);
    this.#entries.get(kind)?.delete(id);
  }

  /** Only my own word erases: no share can. */
  #hideErased(): void {
    const own = [...(this.#entries.get('erasure')?.values() ?? [])].filter(
      ({ author }) => author === this.me,
    );
    const erased = own.flatMap(({ body }) => (body as Body<'erasure'>).records as RecordId[]);
    const before = this.#erased;
    this.#erased = new Set(erased);
    for (const id of new Set([...before, ...erased])) if (this.#heads.has(id)) this.#show(id);
  }

  /** Only what I wrote down myself says who is who: no share can change that. */
  #followAliases(): void {
    const own = [
      ...(this.#entries.get('person')?.values() ?? []),
      ...(this.#entries.get('buddyship')?.values() ?? []),
    ];
    const known = own
      .filter(({ author }) => author === this.me)
      .map(({ id, body }) => ({ id, alsoKnownAs: (body as Body<'person'> | Body<'buddyship'>).alsoKnownAs }));
    const [aliases, before] = [this.#aliases, this.#resolve];
    this.#aliases = known.flatMap(({ alsoKnownAs }): readonly string[] => alsoKnownAs ?? []);
    if (aliases.length === 0 && this.#aliases.length === 0) return;
    this.#resolve = aliasResolver(known);
    // Those that are none any more count too: what they renamed has its own names again.
    const changed = [...aliases, ...this.#aliases].some((id) => before(id) !== this.#resolve(id));
    if (!changed) return;
    this.#naming.clear();
    for (const id of this.#heads.keys()) this.#show(id);
    this.version += 1;
  }
}

/** The body with every id given as this journal goes by. Lists of aliases themselves stay as they are. */
function renamed(body: unknown, resolve: Resolve): unknown {
  if (typeof body === 'string') return resolve(body);
  if (Array.isArray(body)) return body.map((child) => renamed(child, resolve));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, child]) => [
      name,
      name === 'alsoKnownAs' || name === 'text' ? child : renamed(child, resolve),
    ]),
  );
}
