import type { RecordId, ReplicaId, RevisionId } from '../base/ids.ts';
import type { PersonId } from '../domain/record.ts';
import { bodies, isKind, travels } from '../domain/record.ts';
import { migrateBody } from '../migrate/migrations.ts';
import { mayWrite } from './ownership.ts';
import type { Revision } from './revision.ts';
import { isFromNewer, isOwn, isWhole, longestLeap } from './revision.ts';

export type Refusal =
  /** The id is not the hash of the rest. */
  | 'not-whole'
  /** It calls itself the work of somebody who is neither the sender nor, provably, me. */
  | 'not-the-senders'
  /** The sender may not change this record. */
  | 'not-theirs-to-change'
  /** Records of its kind never leave the journal they were made in. */
  | 'stays-home'
  /** Its Lamport time lies further ahead than anybody can have written. */
  | 'too-far-ahead'
  /** The record was erased for good here. */
  | 'erased-here'
  /** The body is not what its kind says. */
  | 'malformed';

/** What joining two sets comes to, before anything is done. */
export interface Plan {
  readonly added: readonly Revision[];
  readonly known: readonly RevisionId[];
  readonly refused: readonly { readonly revision: Revision; readonly why: Refusal }[];
  /** How many of `added` are of a kind or format this version cannot show. They are kept all the same. */
  readonly newer: number;
}

/** The receiving side, as far as joining needs it. */
export interface Receiver {
  readonly knows: (id: RevisionId) => boolean;
  /** Who began a record, if it is known. */
  readonly authorOf: (record: RecordId) => PersonId | undefined;
  readonly me: PersonId;
  readonly tagKey: Uint8Array;
  /** The replica this copy writes under; nobody else does. */
  readonly replica: ReplicaId;
  /** The highest Lamport time it has seen. */
  readonly lamport: number;
  /** Whether a record was erased for good: no version of it comes back. */
  readonly isErased: (record: RecordId) => boolean;
  /** Whether the sender is one of the two people who share a known commons record. */
  readonly isParty: (record: RecordId) => boolean;
}

/** Where revisions come from, and so how much they are believed. */
export type Source =
  /** A share: its sender brings their own words, and may bring back mine. */
  | { readonly from: 'person'; readonly sender: PersonId }
  /** A backup or copy of this same journal, proven with its own key: everybody's words in it count as they are. */
  | { readonly from: 'own-copy' };

/**
 * Plans the union of a journal with revisions that a sender brings. Pure; `added` is what would join.
 * A share may bring back one's own words (they count only with the right tag) and what its sender may write.
 */
export function planUnion(receiver: Receiver, source: Source, incoming: Iterable<Revision>): Plan {
  const added = new Map<RevisionId, Revision>();
  const known = new Set<RevisionId>();
  const refused: { revision: Revision; why: Refusal }[] = [];
  let newer = 0;
  // Beginnings first, so that who began a record does not depend on the order of lines in a file.
  const ordered = [...incoming].sort((a, b) => a.lamport - b.lamport || (a.id < b.id ? -1 : 1));
  const began = ownRecords(receiver, source, ordered);
  const erased = erasedBy(receiver.me, source.from === 'own-copy' ? ordered : []);
  for (const revision of ordered) {
    if (receiver.knows(revision.id)) {
      known.add(revision.id);
      continue;
    }
    if (added.has(revision.id)) continue;
    const author = receiver.authorOf(revision.record) ?? began.get(revision.record);
    const why =
      refusalOfForm(revision, source) ??
      (erased.has(revision.record) || receiver.isErased(revision.record) ? 'erased-here' : undefined) ??
      (source.from === 'person' ? refusalOfSender(revision, receiver, source.sender, author) : undefined);
    if (why !== undefined) {
      refused.push({ revision, why });
      continue;
    }
    if (author === undefined) began.set(revision.record, revision.author);
    if (isFromNewer(revision)) newer += 1;
    added.set(revision.id, revision);
  }
  return { added: [...added.values()], known: [...known], refused, newer };
}

/**
 * Records that are provably mine though I have lost them: a share that brings one back may hold a stranger's claim
 * to it as well, with an earlier Lamport time.
 */
function ownRecords(
  receiver: Receiver,
  source: Source,
  incoming: readonly Revision[],
): Map<RecordId, PersonId> {
  if (source.from === 'own-copy') return new Map();
  const own = incoming.filter((revision) => isMine(revision, receiver) && isWhole(revision));
  return new Map(own.map(({ record }) => [record, receiver.me]));
}

/** What these revisions say was erased. Only one's own word counts: nobody empties somebody else's journal. */
export function erasedBy(me: PersonId, revisions: Iterable<Revision>): ReadonlySet<RecordId> {
  const erased = new Set<RecordId>();
  for (const { kind, author, body } of revisions) {
    if (kind !== 'erasure' || author !== me || !Array.isArray(body?.records)) continue;
    for (const record of body.records) erased.add(record as RecordId);
  }
  return erased;
}

function isMine(revision: Revision, { me, tagKey }: Receiver): boolean {
  return revision.author === me && isOwn(revision, tagKey);
}

function refusalOfForm(revision: Revision, { from }: Source): Refusal | undefined {
  if (!isWhole(revision)) return 'not-whole';
  if ((revision.op === 'delete') !== (revision.body === null)) return 'malformed';
  // What this journal kept and showed comes back, also a text that is longer or deeper than a stranger's may be.
  if (from === 'own-copy') return undefined;
  if (!revision.record.startsWith(`${revision.kind}_`)) return 'malformed';
  if (revision.body === null || isFromNewer(revision) || !isKind(revision.kind)) return undefined;
  const body = migrateBody(revision.kind, revision.body);
  return bodies[revision.kind].safeParse(body).success ? undefined : 'malformed';
}

function refusalOfSender(
  revision: Revision,
  receiver: Receiver,
  sender: PersonId,
  author: PersonId | undefined,
): Refusal | undefined {
  if (isMine(revision, receiver)) return undefined;
  if (revision.author === receiver.me || revision.author !== sender) return 'not-the-senders';
  if (revision.replica === receiver.replica) return 'not-the-senders';
  if (!travels(revision.kind)) return 'stays-home';
  if (!mayWrite(revision.kind, sender, author)) return 'not-theirs-to-change';
  if (author !== undefined && author !== sender && !receiver.isParty(revision.record)) {
    return 'not-theirs-to-change';
  }
  return revision.lamport > receiver.lamport + longestLeap ? 'too-far-ahead' : undefined;
}
