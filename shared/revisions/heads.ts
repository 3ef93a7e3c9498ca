import { invariant } from '../base/assert.ts';
import type { ReplicaId, RevisionId } from '../base/ids.ts';
import { isCommons, isKind, type PersonId } from '../domain/record.ts';
import { mayWrite } from './ownership.ts';

/** As much of a revision as the question "which stand now?" needs. */
export interface Leaf {
  readonly id: RevisionId;
  readonly lamport: number;
  readonly replica: ReplicaId;
  readonly op: 'put' | 'delete' | 'restore';
  readonly kind: string;
  readonly author: PersonId;
}

/** A parent that was named before it was there, and by whom. */
export interface Awaited {
  readonly id: RevisionId;
  readonly by: PersonId;
}

/**
 * Where a record stands: its heads are the revisions that no other one names as a parent, where the other's author
 * may write what they name: nobody hides somebody else's words.
 * `awaited` holds parents that were named but were not among the heads then: when one of them arrives later it is
 * no head any more. So revisions can be added in any order, each of them once.
 */
export interface Heads<R extends Leaf> {
  readonly leaves: readonly R[];
  readonly awaited: readonly Awaited[];
}

export const noHeads: Heads<never> = { leaves: [], awaited: [] };

/** The heads once `added` has joined the set. Whatever the order of joining, the heads come out the same. */
export function addRevision<R extends Leaf>(
  heads: Heads<R>,
  added: R,
  parents: readonly RevisionId[],
): Heads<R> {
  const by = added.author;
  const kept = heads.leaves.filter(
    (leaf) => !(parents.includes(leaf.id) && mayWrite(leaf.kind, by, leaf.author)),
  );
  const missing = parents
    .filter((parent) => !heads.leaves.some((leaf) => leaf.id === parent))
    .filter((parent) => !heads.awaited.some((named) => named.id === parent && named.by === by))
    .map((id): Awaited => ({ id, by }));
  const namers = heads.awaited.filter((named) => named.id === added.id);
  const isReplaced = namers.some((named) => mayWrite(added.kind, named.by, by));
  const waiting = namers.length > 0 ? heads.awaited.filter((named) => named.id !== added.id) : heads.awaited;
  return {
    leaves: isReplaced ? kept : [...kept, added],
    awaited: missing.length > 0 ? [...waiting, ...missing] : waiting,
  };
}

/**
 * The heads that count for a record that is its author's alone: mine, if any are. Somebody who knows the id of a
 * record that I lost can make revisions of it before mine come home; they are kept, and never stand in its place.
 */
export function rightfulLeaves<R extends Leaf>(leaves: readonly R[], me: PersonId): readonly R[] {
  const [first] = leaves;
  if (first === undefined || (isKind(first.kind) && isCommons(first.kind))) return leaves;
  const mine = leaves.filter(({ author }) => author === me);
  return mine.length > 0 ? mine : leaves;
}

/** Orders heads: later Lamport time first, ties by replica, then id. Wall clocks have no say. */
export function compareLeaves(a: Leaf, b: Leaf): number {
  return b.lamport - a.lamport || compareText(b.replica, a.replica) || compareText(b.id, a.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What people see of a record, out of its heads. */
export interface Standing<R extends Leaf> {
  readonly state: 'live' | 'deleted';
  /** The head that is shown. */
  readonly shown: R;
  /** The other heads, best first: other versions, one click away, never dropped. */
  readonly others: readonly R[];
  /** Somebody deleted it while somebody else, not knowing, wrote on: it came back. */
  readonly revived: boolean;
}

/** The rule that turns heads into what is shown. Needs at least one head. */
export function standingOf<R extends Leaf>(leaves: readonly R[]): Standing<R> {
  const ordered = leaves.toSorted(compareLeaves);
  const written = ordered.filter((leaf) => leaf.op !== 'delete');
  const shown = written[0] ?? ordered[0];
  invariant(shown !== undefined, 'a record has a head');
  return {
    state: written.length > 0 ? 'live' : 'deleted',
    shown,
    others: ordered.filter((leaf) => leaf !== shown),
    revived: written.length > 0 && written.length < ordered.length,
  };
}

/**
 * What a new revision replaces: the head that people see. Another version that stands beside it stays one, until
 * somebody joins them (`isJoining`), having seen all. A deletion ends them all: nobody deletes half a record.
 */
export function replacedBy<R extends Leaf>(
  op: Leaf['op'],
  leaves: readonly R[],
  isJoining: boolean,
): readonly RevisionId[] {
  if (leaves.length === 0) return [];
  if (isJoining || op === 'delete') return leaves.map(({ id }) => id);
  const { shown, others } = standingOf(leaves);
  // A deletion beside it is no version that anybody could still want: whoever writes on has seen that it came back.
  return [shown.id, ...others.filter((leaf) => leaf.op === 'delete').map(({ id }) => id)];
}
