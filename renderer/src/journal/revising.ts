/** @file From a change to the revision it becomes, and where the journal stands after it. Pure. */
import { invariant } from '#shared/base/assert.ts';
import type { RevisionId } from '#shared/base/ids.ts';
import { replacedBy } from '#shared/revisions/heads.ts';
import { mayWrite } from '#shared/revisions/ownership.ts';
import { type Revision, revisionFormat, seal } from '#shared/revisions/revision.ts';
import { wellFormed } from './bodies.ts';
import type { Standing } from './checkpoint.ts';
import type { Head } from './head.ts';
import type { Change, Identity } from './journal.ts';

export interface Writing {
  readonly identity: Identity;
  readonly tagKey: Uint8Array;
  readonly at: number;
  readonly standing: Standing;
  /** The record's heads now. */
  readonly heads: readonly Head[];
  /** What it replaces, where it was begun on something else than what is shown now. */
  readonly parents?: readonly RevisionId[] | undefined;
  /** Its place among those written together. */
  readonly place?: number | undefined;
}

export function revise(change: Change, writing: Writing): Revision {
  const { identity, standing, heads, place = 0 } = writing;
  invariant(mayWrite(change.kind, identity.me, heads[0]?.author), `${change.kind} is its author's to revise`);
  return seal(
    {
      format: revisionFormat,
      record: change.id,
      kind: change.kind,
      author: identity.me,
      replica: identity.replica,
      seq: standing.seq + 1 + place,
      parents: [...(writing.parents ?? replacedBy(change.op, heads, 'joins' in change))],
      lamport: standing.lamport + 1,
      at: writing.at,
      op: change.op,
      body: change.op === 'delete' ? null : wellFormed(change.body),
    },
    writing.tagKey,
  );
}

/** Where the journal stands once these revisions have joined it. */
export function standingAfter(
  revisions: readonly Revision[],
  from: Standing,
  { me, replica }: Identity,
): Standing {
  let { lamport, seq } = from;
  for (const each of revisions) {
    lamport = Math.max(lamport, each.lamport);
    // Nobody else's revision counts as this replica's, whatever it says.
    if (each.replica === replica && each.author === me) seq = Math.max(seq, each.seq);
  }
  return { throughRow: from.throughRow, lamport, seq };
}
