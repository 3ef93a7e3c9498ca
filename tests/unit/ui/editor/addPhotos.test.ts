import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pastedFiles } from '#renderer/ui/editor/addPhotos.ts';
import { fitted } from '#renderer/ui/editor/preparePhoto.ts';

describe('the size a photo is kept in', () => {
  test.each([
    [
      { width: 4000, height: 3000 },
      { width: 2400, height: 1800 },
    ],
    [
      { width: 3000, height: 4000 },
      { width: 1800, height: 2400 },
    ],
    [
      { width: 2400, height: 10 },
      { width: 2400, height: 10 },
    ],
    [
      { width: 20_000, height: 1 },
      { width: 2400, height: 1 },
    ],
  ])('%j becomes %j', (written, kept) => {
    expect(fitted(written, 2400)).toEqual(kept);
  });

  test('is never larger than the photo or the limit, and never nothing', () => {
    const side = fc.integer({ min: 1, max: 60_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const kept = fitted({ width, height }, 2400);
        expect(kept.width).toBeLessThanOrEqual(Math.min(width, 2400));
        expect(kept.height).toBeLessThanOrEqual(Math.min(height, 2400));
        expect(Math.min(kept.width, kept.height)).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

describe('a paste', () => {
  const file = new File(['x'], 'gate.jpg');
  const paste = (texts: Record<string, string>) =>
    pastedFiles({
      files: Object.assign([file], { item: () => file }) as unknown as FileList,
      getData: (type: string) => texts[type] ?? '',
    });

  test('of a picture, or of a file with its name, is a photo', () => {
    expect(paste({})).toEqual([file]);
    expect(paste({ 'text/html': '<img src="https://example.org/gate.jpg">' })).toEqual([file]);
    expect(paste({ 'text/plain': 'gate.jpg' })).toEqual([file]);
  });

  test('of words with a picture of them is words', () => {
    expect(paste({ 'text/plain': 'clarity 7', 'text/html': '<table><td>clarity 7</table>' })).toEqual([]);
    expect(pastedFiles(null)).toEqual([]);
  });
});
