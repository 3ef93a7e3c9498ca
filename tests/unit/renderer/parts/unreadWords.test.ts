import { expect, test } from 'vitest';
import { unreadWords } from '#renderer/parts/unreadWords.ts';

test('a backup says in a sentence what it had to do without', () => {
  const said = (unreadable: number, unreadablePhotos?: readonly string[]) =>
    unreadWords({ unreadable, unreadablePhotos: unreadablePhotos && [...unreadablePhotos] }, 'this backup');
  expect(said(0, [])).toBeUndefined();
  expect(said(0)).toBeUndefined();
  expect(said(2, ['gate', 'hill'])).toBe(
    '2 photos could not be read and are not in this backup. An earlier backup may still have them.',
  );
  expect(said(1, [])).toBe(
    '1 entry could not be read and is not in this backup. An earlier backup may still have it.',
  );
  expect(said(4, ['gate'])).toMatch(/^3 entries and 1 photo could not be read and are not/);
  expect(said(1)).toMatch(/^1 entry or photo could not be read and is not/);
});
