/**
 * @file What lies inside a backup, under the encryption: a ZIP, written and read as a stream, one member at a time.
 * `docs/backup-format.md` says it byte by byte. Pure.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { strFromU8, strToU8 } from 'fflate';
import { hex } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { CensusTaker } from '../revisions/census.ts';
import { type Revision, revision } from '../revisions/revision.ts';
import { backupLimits, revisionsPerMember } from './backupLimits.ts';
import {
  type BackupAbout,
  type BackupManifest,
  type BackupProblem,
  markOf,
  readAbout,
  readManifest,
  writeAbout,
  writeManifest,
} from './backupManifest.ts';
import { crc32 } from './crc32.ts';
import { inspectPhoto, photoMember } from './photos.ts';
import { parseStrangersJson } from './safeJson.ts';
import { readZip, ZipProblem } from './zipReader.ts';
import { ZipWriter } from './zipWriter.ts';

const names = {
  about: 'about.json',
  keyring: 'keyring.txt',
  page: 'index.html',
  text: 'journal.md',
  manifest: 'manifest.json',
  mark: 'mark.txt',
} as const;

/** What is handed in, because the platform's own is many times faster than any written in script. */
export interface Platform {
  /** SHA-256. */
  readonly digest: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** RFC 1951, without any header: all of the pieces as one. */
  readonly deflate: (pieces: Iterable<Uint8Array>) => Promise<Uint8Array>;
}

export interface BackupContent {
  readonly about: Omit<BackupAbout, 'what' | 'format'>;
  /** The identities that open this journal, as in its slots. */
  readonly keyring: string;
  /** Every revision and every attachment, in any order. What has gone by is not looked at again. */
  readonly parts: AsyncIterable<RevisionText | AttachmentToWrite>;
  /** The journal as people read it; asked for once all parts have gone by. */
  readonly readable: () => Readable;
  /** How many rows and which attachments did not open; asked for at the end. */
  readonly unreadable: () => Promise<{ readonly rows: number; readonly photos: readonly string[] }>;
}

export interface Readable {
  /** Megabytes each: made while they are written, one after the other. */
  readonly page: () => Iterable<string>;
  readonly text: () => Iterable<string>;
  /** How many records stand in them. */
  readonly records: number;
}

export interface RevisionText {
  /** The very text that was sealed. */
  readonly text: string;
  readonly revision: Revision;
}

export interface Attachment {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** With its checksums, made where it was opened. */
export interface AttachmentToWrite extends Attachment {
  readonly crc: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** The ZIP, piece by piece. Returns the manifest it ends with. */
export async function* writeBackup(
  content: BackupContent,
  tagKey: Uint8Array,
  { deflate }: Pick<Platform, 'deflate'>,
): AsyncGenerator<Uint8Array, BackupManifest, undefined> {
  const zip = new ZipWriter();
  const members: Record<string, { bytes: number; sha256: string }> = {};
  /** What can be packed: in pieces, so that it need not be in memory all at once. */
  const add = async (name: string, pieces: Iterable<Uint8Array>) => {
    const sum = sha256.create();
    const whole = { crc: 0, bytes: 0 };
    function* counted() {
      for (const piece of pieces) {
        sum.update(piece);
        whole.crc = crc32(piece, whole.crc);
        whole.bytes += piece.length;
        yield piece;
      }
    }
    const deflated = await deflate(counted());
    members[name] = { bytes: whole.bytes, sha256: hex(sum.digest()) };
    return zip.addDeflated(name, whole, deflated);
  };
  /** What is packed already, as photos are. */
  const store = (name: string, { bytes, crc, sha256 }: AttachmentToWrite) => {
    members[name] = { bytes: bytes.length, sha256 };
    return zip.add(name, bytes, crc);
  };

  yield* await add(names.about, [writeAbout(content.about)]);
  yield* await add(names.keyring, encoded([content.keyring]));

  const taker = new CensusTaker(content.about.me);
  const counts: Record<string, number> = {};
  let [revisions, attachments, parts] = [0, 0, 0];
  let lines: string[] = [];
  let held = 0;
  const part = () => {
    parts += 1;
    const bytes = encoded([lines.join('')]);
    [lines, held] = [[], 0];
    return add(`revisions/${String(parts).padStart(4, '0')}.ndjson`, bytes);
  };
  for await (const each of content.parts) {
    if ('bytes' in each) {
      const { id, bytes } = each;
      attachments += 1;
      yield* store(inspectPhoto(bytes).ok ? photoMember(id) : `${attachmentFolder}${id}`, each);
      continue;
    }
    const { text, revision: seen } = each;
    taker.add(seen);
    counts[seen.kind] = (counts[seen.kind] ?? 0) + 1;
    revisions += 1;
    lines.push(`${text}\n`);
    held += text.length;
    if (held >= revisionsPerMember) yield* await part();
  }
  if (lines.length > 0 || parts === 0) yield* await part();

  const { page, text, records } = content.readable();
  yield* await add(names.page, encoded(page()));
  yield* await add(names.text, encoded(text()));

  const unreadable = await content.unreadable();
  const written = writeManifest({
    backup: content.about.backup,
    counts,
    revisions,
    records,
    attachments,
    unreadable: unreadable.rows + unreadable.photos.length,
    unreadablePhotos: [...unreadable.photos],
    known: taker.taken().known,
    members,
  });
  yield* await add(names.manifest, [written]);
  yield* zip.add(names.mark, utf8ToBytes(`${markOf(written, tagKey)}\n`));
  yield zip.end();
  const read = readManifest(written);
  if (!read.ok) throw new Error(`A manifest of ours reads back, not ${read.error.why}`);
  return read.value;
}

function* encoded(pieces: Iterable<string>): Generator<Uint8Array> {
  for (const piece of pieces) yield strToU8(piece);
}

const attachmentFolder = 'attachments/';
const attachmentName = /^attachments\/([0-9a-f]{32}(?:-thumb)?)(?:\.webp)?$/;
const revisionsName = /^revisions\/\d{4,}\.ndjson$/;

/** Whoever reads a backup hears of its parts as they come. Nothing of it counts before the reading has ended well. */
export interface BackupListener {
  /** What comes back ends the reading: this backup is not wanted. */
  readonly about?: (about: BackupAbout) => BackupProblem | undefined;
  readonly keyring?: (text: string) => void;
  readonly revision?: (revision: Revision) => void;
  readonly attachment?: (attachment: Attachment) => void | Promise<void>;
}

export interface WholeBackup {
  readonly about: BackupAbout;
  readonly manifest: BackupManifest;
}

/**
 * Reads a backup to its end, and checks all of it: every member against the manifest, the manifest against its mark.
 * `tagKey` is asked for last, since a keyring inside may be what gives it.
 */
export async function readBackup(
  source: AsyncIterable<Uint8Array>,
  tagKey: () => Uint8Array | undefined | Promise<Uint8Array | undefined>,
  digest: Platform['digest'],
  listener: BackupListener = {},
): Promise<Result<WholeBackup, BackupProblem>> {
  try {
    return ok(await read(source, tagKey, digest, listener));
  } catch (problem) {
    if (problem instanceof Refused) return err(problem.why);
    if (problem instanceof ZipProblem) {
      return err({ why: problem.why === 'not-a-zip' ? 'not-a-backup' : problem.why });
    }
    throw problem;
  }
}

class Refused extends Error {
  readonly why: BackupProblem;
  constructor(why: BackupProblem) {
    super(why.why);
    this.why = why;
  }
}

function wanted<T>(result: Result<T, BackupProblem>): T {
  if (!result.ok) throw new Refused(result.error);
  return result.value;
}

async function read(
  source: AsyncIterable<Uint8Array>,
  tagKey: () => Uint8Array | undefined | Promise<Uint8Array | undefined>,
  digest: Platform['digest'],
  listener: BackupListener,
): Promise<WholeBackup> {
  const found = new Map<string, { readonly bytes: number; readonly sha256: string }>();
  const seen = { revisions: 0, revisionBytes: 0, attachments: 0 };
  let about: BackupAbout | undefined;
  let written: Uint8Array | undefined;
  let mark: string | undefined;
  for await (const { name, bytes } of readZip(source, backupLimits)) {
    if (about === undefined) {
      if (name !== names.about) throw new Refused({ why: 'not-a-backup' });
      about = wanted(readAbout(bytes));
      const unwanted = listener.about?.(about);
      if (unwanted) throw new Refused(unwanted);
    }
    if (name === names.mark) {
      mark = strFromU8(bytes).trim();
      continue;
    }
    if (name === names.manifest) {
      written = bytes.slice();
      continue;
    }
    found.set(name, { bytes: bytes.length, sha256: hex(await digest(bytes)) });
    const attachment = attachmentName.exec(name)?.[1];
    if (name === names.keyring) listener.keyring?.(strFromU8(bytes));
    else if (attachment !== undefined) {
      seen.attachments += 1;
      await listener.attachment?.({ id: attachment, bytes });
    } else if (revisionsName.test(name)) {
      seen.revisionBytes += bytes.length;
      if (seen.revisionBytes > backupLimits.revisionBytes) throw new Refused({ why: 'too-big' });
      for (const each of revisionsIn(bytes)) {
        seen.revisions += 1;
        if (seen.revisions > backupLimits.revisions) throw new Refused({ why: 'too-big' });
        listener.revision?.(each);
      }
    }
  }
  if (!about || !written || mark === undefined) throw new Refused({ why: 'damaged' });
  const manifest = wanted(readManifest(written));
  const key = await tagKey();
  if (key === undefined || markOf(written, key) !== mark) throw new Refused({ why: 'not-this-journals' });
  const isAsSaid =
    manifest.backup === about.backup &&
    manifest.revisions === seen.revisions &&
    manifest.attachments === seen.attachments &&
    fits(manifest, found);
  if (!isAsSaid) throw new Refused({ why: 'damaged' });
  return { about, manifest };
}

function fits(
  { members }: BackupManifest,
  found: ReadonlyMap<string, { readonly bytes: number; readonly sha256: string }>,
): boolean {
  const said = Object.entries(members);
  return (
    said.length === found.size &&
    said.every(([name, { bytes, sha256 }]) => {
      const seen = found.get(name);
      return seen?.bytes === bytes && seen.sha256 === sha256;
    })
  );
}

/** One revision a line. Every one of them was read by us before it was written, so a line that is none is damage. */
function* revisionsIn(bytes: Uint8Array): Generator<Revision> {
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    const value = parseStrangersJson(strFromU8(bytes.subarray(start, end)), backupLimits);
    const parsed = value.ok ? revision.safeParse(value.value) : undefined;
    if (!parsed?.success) throw new Refused({ why: 'damaged' });
    yield parsed.data;
    start = end + 1;
  }
}
