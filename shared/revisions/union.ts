import type { RecordId, RevisionId } from '../base/ids.ts';
import type { PersonId } from '../domain/record.ts';
import { bodies, isKind } from '../domain/record.ts';
import { mayWrite } from './ownership.ts';
import type { Revision } from './revision.ts';
import { isOwn, isWhole, revisionFormat } from './revision.ts';

export type Refusal =
  /** The id is not the hash of the rest. */
  | 'not-whole'
  /** It calls itself the work of somebody who is neither the sender nor, provably, me. */
  | 'not-the-senders'
  /** The sender may not change this record. */
  | 'not-theirs-to-change'
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
}

/** Where revisions come from, and so how much they are believed. */
export type Source =
  /** A share: its sender brings their own words, and may bring back mine. */
  | { readonly from: 'person'; readonly sender: PersonId }
  /** A backup or copy of this same journal, opened with its own key: everybody's words in it count. */
  | { readonly from: 'own-copy' };

/**
 * Plans the union of a journal with revisions that a sender brings. Pure; `added` is what would join.
 * A share may bring back one's own words (they count only with the right tag) and what its sender may write.
 */
export function planUnion(receiver: Receiver, source: Source, incoming: Iterable<Revision>): Plan {
  const added = new Map<RevisionId, Revision>();
  const known = new Set<RevisionId>();
  const refused: { revision: Revision; why: Refusal }[] = [];
  const began = new Map<RecordId, PersonId>();
  let newer = 0;
  // Beginnings first, so that who began a record does not depend on the order of lines in a file.
  const ordered = [...incoming].sort((a, b) => a.lamport - b.lamport || (a.id < b.id ? -1 : 1));
  for (const revision of ordered) {
    if (receiver.knows(revision.id)) {
      known.add(revision.id);
      continue;
    }
    if (added.has(revision.id)) continue;
    const author = receiver.authorOf(revision.record) ?? began.get(revision.record);
    const why = refusal(revision, receiver, source, author);
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

function refusal(
  revision: Revision,
  receiver: Receiver,
  source: Source,
  author: PersonId | undefined,
): Refusal | undefined {
  if (!isWhole(revision)) return 'not-whole';
  if (!revision.record.startsWith(`${revision.kind}_`)) return 'malformed';
  if (source.from === 'person') {
    const mine = revision.author === receiver.me;
    if (mine && !isOwn(revision, receiver.tagKey)) return 'not-the-senders';
    if (!mine && revision.author !== source.sender) return 'not-the-senders';
  }
  if (!mayWrite(revision.kind, revision.author, author)) return 'not-theirs-to-change';
  if (revision.op === 'delete') return revision.body === null ? undefined : 'malformed';
  if (revision.body === null) return 'malformed';
  if (isFromNewer(revision) || !isKind(revision.kind)) return undefined;
  return bodies[revision.kind].safeParse(revision.body).success ? undefined : 'malformed';
}

/** Written by a Stringwalk that knows more than this one: kept byte for byte, not shown. */
export function isFromNewer(revision: Revision): boolean {
  return revision.format > revisionFormat || !isKind(revision.kind);
}
