import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { z } from 'zod/mini';
import { invariant } from '../base/assert.ts';
import type { RecordId, ReplicaId, RevisionId } from '../base/ids.ts';
import { hex } from '../base/ids.ts';
import { isKind } from '../domain/record.ts';
import { bodyVersion, versionOf } from '../migrate/migrations.ts';

/** Counts the shapes of the envelope. Bodies have versions of their own, in `shared/migrate`. */
export const revisionFormat = 1;

/**
 * How far ahead of all that is known a Lamport time from elsewhere may lie. Nobody writes so much; and a forged one,
 * as high as numbers go, would stop the clock. One's own times are never held to it: after a leap they still count.
 */
export const longestLeap = 2 ** 32;

/** The first and last millisecond that a JavaScript date can show. */
const lastInstant = 8.64e15;

const recordId = z.string().check(z.regex(/^[a-z][A-Za-z]{0,40}_[0-9a-f]{32}$/)) as unknown as z.ZodMiniType<
  RecordId,
  RecordId
>;
const revisionIdText = z.string().check(z.regex(/^[0-9a-f]{64}$/)) as unknown as z.ZodMiniType<
  RevisionId,
  RevisionId
>;
const replicaId = z.string().check(z.regex(/^replica_[0-9a-f]{32}$/)) as unknown as z.ZodMiniType<
  ReplicaId,
  ReplicaId
>;
const personId = z.string().check(z.regex(/^person_[0-9a-f]{32}$/)) as unknown as z.ZodMiniType<
  RecordId<'person'>,
  RecordId<'person'>
>;

/** The envelope as it stands in rows, shares and backups. The body is judged by its kind, later. */
export const revision = z.looseObject({
  format: z.int().check(z.minimum(1)),
  id: revisionIdText,
  record: recordId,
  kind: z.string().check(z.maxLength(41)),
  author: personId,
  replica: replicaId,
  /** This replica's running number, from 1. */
  seq: z.int().check(z.minimum(1), z.maximum(Number.MAX_SAFE_INTEGER)),
  /** The revisions it replaces: the record's heads as its writer knew them. */
  parents: z.array(revisionIdText).check(z.maxLength(1000)),
  lamport: z.int().check(z.minimum(1), z.maximum(Number.MAX_SAFE_INTEGER)),
  /** The writer's wall clock in ms. Shown, never trusted: it decides nothing. */
  at: z.number().check(z.minimum(-lastInstant), z.maximum(lastInstant)),
  op: z.enum(['put', 'delete', 'restore']),
  /** The record from now on; null when deleted. */
  body: z.nullable(z.record(z.string(), z.unknown())),
  /** HMAC-SHA-256 of the id under a key from the writer's vault, hex: how a journal knows its own words again. */
  tag: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

/** One immutable version of a record. */
export type Revision = Readonly<z.infer<typeof revision>>;

/** What the id is made of. */
export type RevisionCore = Omit<Revision, 'id' | 'tag'>;

/**
 * The id of a revision: SHA-256 over the canonical JSON (RFC 8785) of all its fields but `id` and `tag`.
 * Two revisions with one id are the same revision.
 */
export function revisionId(core: RevisionCore | Revision): RevisionId {
  const { id: _id, tag: _tag, ...rest } = core;
  const text = canonicalize(rest);
  invariant(text !== undefined, 'a revision is JSON');
  return hex(sha256(utf8ToBytes(text))) as RevisionId;
}

/** The mark by which the journal that holds `tagKey` recognises a revision as its own. */
export function tagOf(id: RevisionId, tagKey: Uint8Array): string {
  return hex(hmac(sha256, tagKey, utf8ToBytes(id)));
}

/** A new revision with its id and tag. */
export function seal(core: RevisionCore, tagKey: Uint8Array): Revision {
  const id = revisionId(core);
  return { ...core, id, tag: tagOf(id, tagKey) } as Revision;
}

/** Whether the id is the hash of the rest. What has no canonical form (a lone surrogate, an infinity) has no id. */
export function isWhole(candidate: Revision): boolean {
  try {
    return revisionId(candidate) === candidate.id;
  } catch {
    return false;
  }
}

/** Written by a Stringwalk that knows more than this one: kept byte for byte, not shown. */
export function isFromNewer({ format, kind, body }: Revision): boolean {
  return format > revisionFormat || !isKind(kind) || (body !== null && versionOf(body) > bodyVersion);
}

/** Whether this journal wrote it. */
export function isOwn(candidate: Revision, tagKey: Uint8Array): boolean {
  return candidate.tag === tagOf(candidate.id, tagKey);
}
