/** @file What a copy of this same journal would bring back to what is here. */
import type { RecordId, ReplicaId } from '#shared/base/ids.ts';
import type { PersonId } from '#shared/domain/record.ts';
import { type Census, CensusTaker } from '#shared/revisions/census.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import { erasedBy, type Plan, planUnion } from '#shared/revisions/union.ts';
import type { Database } from '../db.ts';
import type { Vault } from '../vault.ts';
import { rowTexts } from './makeBackup.ts';

export interface Returning {
  readonly me: PersonId;
  readonly vault: Pick<Vault, 'tagKey'>;
  readonly census: Census;
  /** Undefined where no journal is open. */
  readonly into: { readonly replica: ReplicaId; readonly lamport: number } | undefined;
}

/** Everybody's words in it count; what was erased for good stays so. */
export function planReturn({ me, vault, census, into }: Returning, revisions: Iterable<Revision>): Plan {
  return planUnion(
    {
      me,
      tagKey: vault.tagKey,
      replica: into?.replica ?? ('' as ReplicaId),
      lamport: into?.lamport ?? 0,
      knows: (id) => census.ids.has(id),
      isErased: (record) => census.erased.has(record),
      authorOf: (record) => census.authors.get(record),
      isParty: () => true,
    },
    { from: 'own-copy' },
    revisions,
  );
}

/** Records that are here, and that these revisions say were erased for good in the copy they come from. */
export function erasedElsewhere(
  me: PersonId,
  { authors, erased }: Census,
  added: Iterable<Revision>,
): readonly RecordId[] {
  return [...erasedBy(me, added)].filter((record) => authors.has(record) && !erased.has(record));
}

export async function censusOf(db: Database, vault: Vault, me: PersonId): Promise<Census> {
  const taker = new CensusTaker(me);
  for await (const row of rowTexts(db, vault)) if (row.ok) taker.add(row.value.revision);
  return taker.taken();
}
