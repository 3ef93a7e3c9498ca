/** @file What a backup says about itself: `about.json` at its beginning, `manifest.json` at its end. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { strFromU8 } from 'fflate';
import { z } from 'zod/mini';
import type { Brand } from '../base/brand.ts';
import { hex, type Random } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { idOf, line } from '../domain/fields.ts';
import { backupLimits } from './backupLimits.ts';
import { parseStrangersJson } from './safeJson.ts';

/** Counts the shapes of the backup. A higher number is not read: it may mean anything. */
export const backupFormat = 1;

export type BackupId = Brand<string, 'BackupId'>;

export function newBackupId(random: Random): BackupId {
  return `backup_${hex(random.bytes(16))}` as BackupId;
}

const what = 'stringwalk backup';
const backupId = z.string().check(z.regex(/^backup_[0-9a-f]{32}$/)) as unknown as z.ZodMiniType<
  BackupId,
  BackupId
>;
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const count = z.int().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER));
const attachmentId = z.string().check(z.regex(/^[0-9a-f]{32}(-thumb)?$/));
const replicaId = z.string().check(z.regex(/^replica_[0-9a-f]{32}$/));

/** Whom an age file is for: an X25519 key. */
export const ageRecipient = z.string().check(z.regex(/^age1[02-9ac-hj-np-z]{58}$/));

/** What is known before anything is read of the rest. */
const about = z.object({
  what: z.literal(what),
  format: z.literal(backupFormat),
  backup: backupId,
  /** Wall clock, ms since 1970. */
  madeAt: z.int().check(z.minimum(-8.64e15), z.maximum(8.64e15)),
  /** Whose journal, and what they call themselves. */
  me: idOf('person'),
  name: line,
  /** The copy of the journal that made it. */
  replica: replicaId,
  /** The recovery key it is made for as well, so that a journal restored from it goes on doing so. */
  recovery: z.optional(z.object({ recipient: ageRecipient, confirmedAt: z.optional(z.number()) })),
  /** The Stringwalk that made it. */
  app: z.string().check(z.maxLength(40)),
});
export type BackupAbout = Readonly<z.infer<typeof about>>;

const manifest = z.object({
  what: z.literal(what),
  format: z.literal(backupFormat),
  backup: backupId,
  /** Revisions by kind, and how many in all. */
  counts: z.record(z.string().check(z.maxLength(41)), count),
  revisions: count,
  /** Records that stood, deleted ones not counted. */
  records: count,
  attachments: count,
  /** Rows that did not open, and attachments that did not, when it was made: they are not in it. */
  unreadable: count,
  /** Which attachments are among them; absent in backups of early versions. */
  unreadablePhotos: z.optional(z.array(attachmentId)),
  /** How far it goes for each replica: the highest running number up to which nothing is missing. */
  known: z.record(replicaId, count),
  /** Every member but the manifest and its mark. */
  members: z.record(z.string().check(z.maxLength(201)), z.object({ bytes: count, sha256: hash })),
});
export type BackupManifest = Readonly<z.infer<typeof manifest>>;

export type BackupProblem =
  /** It opens, and is something else. */
  | { readonly why: 'not-a-backup' | 'damaged' | 'too-big' }
  /** Whoever wrote it does not hold this journal's key. */
  | { readonly why: 'not-this-journals' }
  | { readonly why: 'too-new'; readonly app: string };

export function writeAbout(content: Omit<BackupAbout, 'what' | 'format'>): Uint8Array {
  return written({ what, format: backupFormat, ...content });
}

export function writeManifest(content: Omit<BackupManifest, 'what' | 'format'>): Uint8Array {
  return written({ what, format: backupFormat, ...content });
}

/** Indented, since somebody may want to read it in twenty years. */
function written(content: object): Uint8Array {
  return utf8ToBytes(`${JSON.stringify(content, null, 2)}\n`);
}

const anything = z.object({ what: z.literal(what), format: z.int().check(z.minimum(1)) });
const anyApp = z.object({ app: z.string().check(z.maxLength(40)) });

export function readAbout(bytes: Uint8Array): Result<BackupAbout, BackupProblem> {
  if (bytes.length > backupLimits.aboutBytes) return err({ why: 'too-big' });
  const value = parseStrangersJson(strFromU8(bytes));
  if (!value.ok) return err({ why: 'not-a-backup' });
  const any = anything.safeParse(value.value);
  if (!any.success) return err({ why: 'not-a-backup' });
  if (any.data.format > backupFormat) {
    const app = anyApp.safeParse(value.value);
    return err({ why: 'too-new', app: app.success ? app.data.app : '' });
  }
  const parsed = about.safeParse(value.value);
  return parsed.success ? ok(parsed.data) : err({ why: 'damaged' });
}

export function readManifest(bytes: Uint8Array): Result<BackupManifest, BackupProblem> {
  if (bytes.length > backupLimits.manifestBytes) return err({ why: 'too-big' });
  const value = parseStrangersJson(strFromU8(bytes), backupLimits);
  const parsed = value.ok ? manifest.safeParse(value.value) : undefined;
  return parsed?.success ? ok(parsed.data) : err({ why: 'damaged' });
}

/**
 * The mark by which a journal knows its own backups: HMAC-SHA-256 of the manifest under the key that marks its own
 * words, in hex. Encryption to a public key proves nothing about who wrote a file.
 */
export function markOf(manifestBytes: Uint8Array, tagKey: Uint8Array): string {
  return hex(hmac(sha256, tagKey, concatBytes(utf8ToBytes('stringwalk backup\n'), manifestBytes)));
}
