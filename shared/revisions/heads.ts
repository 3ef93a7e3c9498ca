import { invariant } from '../base/assert.ts';
import type { ReplicaId, RevisionId } from '../base/ids.ts';

/** As much of a revision as the question "which stand now?" needs. */
export interface Leaf {
  readonly id: RevisionId;
  readonly lamport: number;
  readonly replica: ReplicaId;
  readonly op: 'put' | 'delete' | 'restore';
}

/**
 * Where a record stands: its heads are the revisions that no other one names as a parent.
 * `awaited` holds parents that were named but were not among the heads then: when one of them arrives later it is
 * no head any more. So revisions can be added in any order, each of them once.
 */
export interface Heads<R extends Leaf> {
  readonly leaves: readonly R[];
  readonly awaited: readonly RevisionId[];
}

export const noHeads: Heads<never> = { leaves: [], awaited: [] };

/** The heads once `added` has joined the set. Whatever the order of joining, the heads come out the same. */
export function addRevision<R extends Leaf>(
  heads: Heads<R>,
  added: R,
  parents: readonly RevisionId[],
): Heads<R> {
  const kept = heads.leaves.filter((leaf) => !parents.includes(leaf.id));
  const missing = parents.filter(
    (parent) => !heads.awaited.includes(parent) && !heads.leaves.some((leaf) => leaf.id === parent),
  );
  return heads.awaited.includes(added.id)
    ? { leaves: kept, awaited: [...heads.awaited.filter((id) => id !== added.id), ...missing] }
    : {
        leaves: [...kept, added],
        awaited: missing.length === 0 ? heads.awaited : [...heads.awaited, ...missing],
      };
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
export function standingOf<R extends Leaf>(heads: Heads<R>): Standing<R> {
  const ordered = heads.leaves.toSorted(compareLeaves);
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
