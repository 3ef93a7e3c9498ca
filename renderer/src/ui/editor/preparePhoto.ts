import { invariant } from '#shared/base/assert.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PreparedPhoto extends Size {
  readonly photo: Blob;
}

export type PhotoRefusal = 'no-image' | 'too-heavy' | 'too-many-pixels';

const mostBytes = 40_000_000;
const mostPixels = 60_000_000;
/** Sharp on any screen and on A4 paper; a tenth of what a telephone takes. */
const longestSide = 2400;

/**
 * A file as a photo to keep: at most 2400 pixels on its long side, upright, as WebP. It is drawn anew, which leaves
 * behind whatever else the file held: where it was taken, when, with what.
 */
export async function preparePhoto(file: Blob): Promise<Result<PreparedPhoto, PhotoRefusal>> {
  if (file.size > mostBytes) return err('too-heavy');
  const written = await sizeOf(file);
  if (!written) return err('no-image');
  if (written.width * written.height > mostPixels) return err('too-many-pixels');
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return err('no-image');
  const { width, height } = fitted(bitmap, longestSide);
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  invariant(pen !== null, 'a new canvas can be drawn on');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return ok({ photo: await canvas.convertToBlob({ type: 'image/webp', quality: 0.86 }), width, height });
}

/** The same shape with no side longer than `longest`, in whole pixels; never larger than it was. */
export function fitted({ width, height }: Size, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** As the file itself says it. An image element reads only that far, so that a small file cannot unfold into gigabytes. */
async function sizeOf(file: Blob): Promise<Size | undefined> {
  const url = URL.createObjectURL(file);
  try {
    return await new Promise((resolve) => {
      const image = new Image();
      image.onload = () => resolve({ width: image.naturalWidth, height: image.naturalHeight });
      image.onerror = () => resolve(undefined);
      image.src = url;
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
