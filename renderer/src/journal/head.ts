import type { RecordId, ReplicaId, RevisionId } from '#shared/base/ids.ts';
import { isKind, type PersonId } from '#shared/domain/record.ts';
import { migrateBody } from '#shared/migrate/migrations.ts';
import type { Leaf } from '#shared/revisions/heads.ts';
import { isFromNewer, type Revision } from '#shared/revisions/revision.ts';

/** As much of a revision as memory keeps while it is a head. The rest (seq, tag, format) is in its row. */
export interface Head extends Leaf {
  readonly id: RevisionId;
  readonly record: RecordId;
  readonly kind: string;
  readonly author: PersonId;
  readonly replica: ReplicaId;
  readonly parents: readonly RevisionId[];
  readonly at: number;
  readonly body: Readonly<Record<string, unknown>> | null;
}

/**
 * The heads that this version can read. A known kind in a newer shape stays in its row, unseen, until a newer
 * Stringwalk opens it: nobody has checked its body. Unknown kinds are kept, since no page shows them.
 */
export function readableHeads(revisions: Iterable<Revision>): Head[] {
  const heads: Head[] = [];
  for (const revision of revisions) {
    if (!isKind(revision.kind) || !isFromNewer(revision)) heads.push(headOf(revision));
  }
  return heads;
}

export function headOf(revision: Revision): Head {
  const { id, record, kind, author, replica, parents, lamport, at, op } = revision;
  const body = revision.body === null ? null : migrateBody(kind, revision.body);
  return { id, record, kind, author, replica, parents, lamport, at, op, body };
}
