import type { RecordId, ReplicaId, RevisionId } from '#shared/base/ids.ts';
import type { PersonId } from '#shared/domain/record.ts';
import { migrateBody } from '#shared/migrate/migrations.ts';
import type { Leaf } from '#shared/revisions/heads.ts';
import type { Revision } from '#shared/revisions/revision.ts';

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

export function headOf(revision: Revision): Head {
  const { id, record, kind, author, replica, parents, lamport, at, op } = revision;
  const body = revision.body === null ? null : migrateBody(kind, revision.body);
  return { id, record, kind, author, replica, parents, lamport, at, op, body };
}
