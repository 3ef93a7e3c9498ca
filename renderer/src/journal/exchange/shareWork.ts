/**
 * @file The whole way of a share, from revisions to encrypted bytes and back. Runs in a worker (`shareWorker.ts`);
 * plain text exists in its memory only.
 */
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Outline } from '#shared/share/outline.ts';
import { readablePage } from '#shared/share/readable.ts';
import {
  type Photos,
  readShare,
  type Share,
  type ShareContent,
  type ShareProblem,
  writeShare,
} from '#shared/share/shareFile.ts';
import { type AgeProblem, decryptWithPassphrase, encryptWithPassphrase } from '../ageFile.ts';

/** What a share is locked with. Keys of a paired buddy will stand beside the passphrase here. */
export type ShareLock = { readonly by: 'passphrase'; readonly passphrase: string };

export interface PackRequest {
  readonly about: ShareContent['about'];
  readonly revisions: ShareContent['revisions'];
  readonly outline: Outline;
  readonly photos: Photos;
  readonly signingSeed: Uint8Array;
  readonly lock: ShareLock;
}

/** What the shell reads again at most. */
const largestFileBytes = 100 * 1024 * 1024;

/** An age file that this journal's Stringwalk, `age -d` and `unzip` open. */
export async function packShare(request: PackRequest): Promise<Result<Uint8Array, 'too-big'>> {
  const { about, revisions, outline, photos, signingSeed, lock } = request;
  const page = [...readablePage(outline, new Set(photos.keys()))].join('');
  const zip = writeShare({ about, revisions, page, photos }, signingSeed);
  if (!zip.ok) return zip;
  const file = await encryptWithPassphrase(zip.value, lock.passphrase);
  return file.length > largestFileBytes ? err('too-big') : ok(file);
}

export type OpenProblem =
  | ShareProblem
  | { readonly why: Exclude<AgeProblem, 'not-a-share' | 'damaged' | 'too-big'> | 'empty' };

/** Decrypts, verifies and parses a file, wholly or not at all. */
export async function openShare(file: Uint8Array, lock: ShareLock): Promise<Result<Share, OpenProblem>> {
  if (file.length === 0) return err({ why: 'empty' });
  const zip = await decryptSpoken(file, lock.passphrase);
  return zip.ok ? readShare(zip.value) : err({ why: zip.error });
}

/** What was heard on a walk may be typed with capitals or commas: if it does not open, the bare words are tried. */
async function decryptSpoken(file: Uint8Array, passphrase: string): Promise<Result<Uint8Array, AgeProblem>> {
  const asTyped = await decryptWithPassphrase(file, passphrase);
  const bare = passphrase
    .toLowerCase()
    .split(/[\s,;.·-]+/)
    .filter(Boolean)
    .join(' ');
  const isHopeless = asTyped.ok || asTyped.error !== 'wrong-passphrase' || bare === passphrase.trim();
  return isHopeless ? asTyped : decryptWithPassphrase(file, bare);
}
