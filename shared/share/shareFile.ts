import { utf8ToBytes } from '@noble/hashes/utils.js';
import { strFromU8 } from 'fflate';
import { invariant } from '../base/assert.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { type Revision, revision } from '../revisions/revision.ts';
import { shareLimits } from './limits.ts';
import { describeMembers, type Manifest, membersFit, readManifest, writeManifest } from './manifest.ts';
import { type Members, type MembersProblem, packMembers, unpackMembers } from './members.ts';
import { photoMember, photosOf } from './photos.ts';
import { parseStrangersJson } from './safeJson.ts';
import { isSignedBy, sign, signingKeyOf } from './signature.ts';

/**
 * @file What lies inside a share, under the encryption: a ZIP of a few members. `docs/share-format.md` says it byte by
 * byte. Pure; nothing here believes what it reads.
 */

const names = {
  manifest: 'manifest.json',
  signature: 'signature',
  revisions: 'revisions.ndjson',
  page: 'index.html',
} as const;

/** What goes into a share. Counts, hashes and the signing key follow from it. */
export interface ShareContent {
  readonly about: Omit<Manifest, 'what' | 'format' | 'counts' | 'members' | 'from'> & {
    readonly from: Omit<Manifest['from'], 'signingKey'>;
  };
  readonly revisions: readonly Revision[];
  /** The same words as a page that any browser shows. */
  readonly page: string;
  /** Photos by the name that texts know them by: 32 hex digits. */
  readonly photos: Photos;
}

export type Photos = ReadonlyMap<string, Uint8Array>;

/** What was found in one: whole, as its manifest says, and signed by the key the manifest names. */
export interface Share {
  readonly manifest: Manifest;
  readonly revisions: readonly Revision[];
  /** Those that a text in it shows. */
  readonly photos: Photos;
  /** Members that only a newer Stringwalk knows what to do with. */
  readonly unread: readonly string[];
}

export type ShareProblem =
  | { readonly why: 'not-a-share' | 'damaged' | 'too-big' }
  /** The signature is another one's, or the manifest was changed after it was signed. */
  | { readonly why: 'forged' }
  | { readonly why: 'too-new'; readonly from: string };

/** The ZIP. `too-big` where reading it would be refused. */
export function writeShare(content: ShareContent, signingSeed: Uint8Array): Result<Uint8Array, 'too-big'> {
  const { about, revisions, page, photos } = content;
  const members: Members = new Map([
    [names.page, utf8ToBytes(page)],
    [names.revisions, utf8ToBytes(revisions.map((each) => `${JSON.stringify(each)}\n`).join(''))],
    ...[...photos].map(([name, photo]) => [photoMember(name), photo] as const),
  ]);
  const manifest = writeManifest({
    ...about,
    from: { ...about.from, signingKey: signingKeyOf(signingSeed) },
    counts: countKinds(revisions),
    members: describeMembers(members),
  });
  const zip = packMembers(
    new Map([[names.manifest, manifest], [names.signature, sign(manifest, signingSeed)], ...members]),
  );
  // Nobody else gets to find out that it cannot be read.
  const proof = readShare(zip);
  if (proof.ok) return ok(zip);
  invariant(proof.error.why === 'too-big', `a share of ours reads back, not ${proof.error.why}`);
  return err('too-big');
}

/** How many there are of each kind. */
export function countKinds(revisions: Iterable<{ readonly kind: string }>): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of revisions) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const problems: Readonly<Record<MembersProblem, ShareProblem>> = {
  'not-a-zip': { why: 'not-a-share' },
  damaged: { why: 'damaged' },
  'too-big': { why: 'too-big' },
};

/** Reads a share wholly or not at all. */
export function readShare(zip: Uint8Array): Result<Share, ShareProblem> {
  const unpacked = unpackMembers(zip);
  if (!unpacked.ok) return err(problems[unpacked.error]);
  const members = new Map(unpacked.value);
  const [written, signature] = [members.get(names.manifest), members.get(names.signature)];
  members.delete(names.manifest);
  members.delete(names.signature);
  if (!written) return err({ why: 'not-a-share' });
  if (written.length > shareLimits.manifestBytes) return err({ why: 'too-big' });
  const manifest = readManifest(written);
  if (!manifest.ok) return manifest;
  const lines = members.get(names.revisions);
  if (!lines || !membersFit(manifest.value, members)) return err({ why: 'damaged' });
  if (!signature || !isSignedBy(manifest.value.from.signingKey, written, signature)) {
    return err({ why: 'forged' });
  }
  const revisions = readRevisions(lines);
  if (!revisions.ok) return revisions;
  const photos = new Map<string, Uint8Array>();
  for (const name of photosOf(revisions.value)) {
    const photo = members.get(photoMember(name));
    if (photo) photos.set(name, photo);
  }
  const read = new Set<string>([names.revisions, names.page, ...[...photos.keys()].map(photoMember)]);
  const unread = [...members.keys()].filter((name) => !read.has(name));
  return ok({ manifest: manifest.value, revisions: revisions.value, photos, unread });
}

/** One revision a line. A line that is none makes the whole share a bad one: no share of ours has such. */
function readRevisions(bytes: Uint8Array): Result<Revision[], ShareProblem> {
  const revisions: Revision[] = [];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    if (end - start > shareLimits.recordBytes || revisions.length >= shareLimits.records) {
      return err({ why: 'too-big' });
    }
    const value = parseStrangersJson(strFromU8(bytes.subarray(start, end)));
    if (!value.ok) return err({ why: value.error === 'too-long' ? 'too-big' : 'damaged' });
    const parsed = revision.safeParse(value.value);
    if (!parsed.success) return err({ why: 'damaged' });
    revisions.push(parsed.data);
    start = end + 1;
  }
  return ok(revisions);
}
