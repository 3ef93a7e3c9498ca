import type { Brand } from './brand.ts';

/** `kind_` and 128 random bits in hex, e.g. `session_4f0c…`. The kind makes a misplaced id visible. */
export type RecordId<Kind extends string = string> = Brand<`${Kind}_${string}`, 'RecordId'>;

/** Lower-case hex SHA-256 of a revision's canonical bytes. */
export type RevisionId = Brand<string, 'RevisionId'>;

/** One copy of one journal. A restored or copied journal gets a new one. */
export type ReplicaId = Brand<string, 'ReplicaId'>;

/** Handed in wherever chance is needed, so that tests can repeat it. The real one is made in `openJournal.ts`. */
export interface Random {
  /** `length` unpredictable bytes. */
  readonly bytes: (length: number) => Uint8Array;
}

export function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** The one place where record ids are made. */
export function newRecordId<Kind extends string>(kind: Kind, random: Random): RecordId<Kind> {
  return `${kind}_${hex(random.bytes(16))}` as RecordId<Kind>;
}

/** What kind of record it names; any text, where a newer Stringwalk made it. */
export function kindIn(id: RecordId): string {
  return id.slice(0, id.indexOf('_'));
}

export function newReplicaId(random: Random): ReplicaId {
  return `replica_${hex(random.bytes(16))}` as ReplicaId;
}
