import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { photosIn, type RichText } from '../domain/richText.ts';
import type { Revision } from '../revisions/revision.ts';

/** @file Photos on their way: which ones a set of revisions shows, and whether a stranger's is safe to show. */

/** Where a photo lies in a share. */
export function photoMember(name: string): string {
  return `attachments/${name}.webp`;
}

/** The names of all photos in the texts of these revisions, whatever else is in them: also one that is too long. */
export function photosOf(revisions: Iterable<Pick<Revision, 'kind' | 'body'>>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { kind, body } of revisions) {
    if ((kind !== 'note' && kind !== 'noticing') || !isTree(body?.text)) continue;
    for (const { attachment } of photosIn(body.text)) names.add(attachment);
  }
  return names;
}

/** As much as is needed to look through it. */
function isTree(value: unknown): value is RichText {
  if (typeof value !== 'object' || value === null) return false;
  const { content } = value as { readonly content?: unknown };
  return content === undefined || (Array.isArray(content) && content.every(isTree));
}

export interface PhotoSize {
  readonly width: number;
  readonly height: number;
}

/** Ours are at most 2400 pixels wide or high; twice that is still drawn without harm. */
const longestSide = 4800;

/**
 * The size of a still WebP picture, as its header says (developers.google.com/speed/webp/docs/riff_container). Photos
 * are kept in no other form. A small file can claim to unfold into gigabytes of pixels: such a one is refused.
 */
export function inspectPhoto(photo: Uint8Array): Result<PhotoSize, 'no-photo' | 'too-large'> {
  const size = sizeOf(photo);
  if (!size || size.width === 0 || size.height === 0) return err('no-photo');
  return Math.max(size.width, size.height) > longestSide ? err('too-large') : ok(size);
}

function sizeOf(photo: Uint8Array): PhotoSize | undefined {
  if (photo.length < 30 || letters(photo, 0) !== 'RIFF' || letters(photo, 8) !== 'WEBP') return undefined;
  const view = new DataView(photo.buffer, photo.byteOffset, photo.byteLength);
  switch (letters(photo, 12)) {
    case 'VP8 ':
      return view.getUint8(23) === 0x9d && view.getUint16(24, true) === 0x2a01
        ? { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
        : undefined;
    case 'VP8L': {
      if (view.getUint8(20) !== 0x2f) return undefined;
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X': {
      const isAnimated = (view.getUint8(20) & 2) !== 0;
      const at = (offset: number) => view.getUint16(offset, true) + view.getUint8(offset + 2) * 65536 + 1;
      return isAnimated ? undefined : { width: at(24), height: at(27) };
    }
    default:
      return undefined;
  }
}

function letters(bytes: Uint8Array, from: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + 4));
}
