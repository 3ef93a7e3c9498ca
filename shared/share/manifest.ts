import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { strFromU8 } from 'fflate';
import { z } from 'zod/mini';
import type { Brand } from '../base/brand.ts';
import { hex, type Random } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { day, idOf, line } from '../domain/fields.ts';
import type { Members } from './members.ts';
import { parseStrangersJson } from './safeJson.ts';

/** Counts the shapes of the share file. Another number is not read: it may mean anything. */
export const shareFormat = 1;

export type ShareId = Brand<string, 'ShareId'>;

export function newShareId(random: Random): ShareId {
  return `share_${hex(random.bytes(16))}` as ShareId;
}

const what = 'stringwalk share';
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const count = z.int().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER));

/** What a share says about itself. Signed as the bytes it is written in. */
export const manifest = z.looseObject({
  what: z.literal(what),
  format: z.literal(shareFormat),
  share: z.string().check(z.regex(/^share_[0-9a-f]{32}$/)) as unknown as z.ZodMiniType<ShareId, ShareId>,
  /** Whose journal it comes from, and the key that signed it. */
  from: z.looseObject({ person: idOf('person'), name: line, signingKey: hash }),
  /** Whom it was made for. */
  for: z.optional(z.looseObject({ person: idOf('person'), name: line })),
  /** Where its maker was, that day. */
  day,
  /** Revisions by kind. */
  counts: z.record(z.string().check(z.maxLength(41)), count),
  /** Every member but the manifest and its signature. */
  members: z.record(z.string().check(z.maxLength(201)), z.looseObject({ bytes: count, sha256: hash })),
  /** How much its maker knows of each replica: the highest running number up to which nothing is missing. */
  known: z.record(z.string().check(z.regex(/^replica_[0-9a-f]{32}$/)), count),
});
export type Manifest = Readonly<z.infer<typeof manifest>>;

export type ManifestProblem =
  | { readonly why: 'not-a-share' | 'damaged' }
  /** Made by a Stringwalk that writes another format; `from` is who says to have made it. */
  | { readonly why: 'too-new'; readonly from: string };

/** The bytes that are signed. Indented, since somebody may want to read them in twenty years. */
export function writeManifest(content: Omit<Manifest, 'what' | 'format'>): Uint8Array {
  return utf8ToBytes(`${JSON.stringify({ what, format: shareFormat, ...content }, null, 2)}\n`);
}

const anyManifest = z.looseObject({ what: z.literal(what), format: z.int().check(z.minimum(1)) });
const anySender = z.looseObject({ from: z.looseObject({ name: line }) });

export function readManifest(bytes: Uint8Array): Result<Manifest, ManifestProblem> {
  const value = parseStrangersJson(strFromU8(bytes));
  if (!value.ok) return err({ why: 'damaged' });
  const any = anyManifest.safeParse(value.value);
  if (!any.success) return err({ why: 'not-a-share' });
  if (any.data.format > shareFormat) {
    const sender = anySender.safeParse(value.value);
    return err({ why: 'too-new', from: sender.success ? sender.data.from.name : '' });
  }
  const parsed = manifest.safeParse(value.value);
  return parsed.success ? ok(parsed.data) : err({ why: 'damaged' });
}

/** How each member looks from outside. */
export function describeMembers(members: Members): Manifest['members'] {
  return Object.fromEntries(
    [...members].map(([name, bytes]) => [name, { bytes: bytes.length, sha256: hex(sha256(bytes)) }]),
  );
}

/** Whether the members are those the manifest names, all of them and byte for byte. */
export function membersFit({ members }: Manifest, found: Members): boolean {
  const described = describeMembers(found);
  const names = Object.keys(members);
  return (
    names.length === found.size &&
    names.every((name) => {
      const [said, seen] = [members[name], described[name]];
      return seen !== undefined && said?.sha256 === seen.sha256 && said.bytes === seen.bytes;
    })
  );
}
