/** Every reading stands on the same line from 0 to 10, in whole steps. */
export const readingMin = 0;
export const readingMax = 10;

/** Two dots of one line: how it was before, and after. */
export type ReadingMoment = 'before' | 'after';

export interface ReadingPair {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

function clamp(value: number): number {
  return Math.min(readingMax, Math.max(readingMin, Math.round(value)));
}

/** The value nearest to a place along the line, from 0 (its start) to 1 (its end). */
export function readingAt(share: number): number {
  return clamp(readingMin + share * (readingMax - readingMin));
}

/** Where a value stands along the line, from 0 to 1. */
export function readingShare(value: number): number {
  return (value - readingMin) / (readingMax - readingMin);
}

/** What typed text means: a whole number from 0 to 10; if it runs over ("77"), the last digit typed; else nothing. */
export function readingFromText(text: string): number | undefined {
  const digits = text.replace(/\D/g, '');
  if (digits === '') return undefined;
  const value = Number(digits);
  return value <= readingMax ? value : Number(digits.at(-1));
}

/** The value after a key on a focused dot; `'none'` when the key means nothing here, undefined when it clears. */
export function readingAfterKey(value: number | undefined, key: string): number | undefined | 'none' {
  switch (key) {
    case 'ArrowUp':
    case 'ArrowRight':
      return value === undefined ? readingMin : clamp(value + 1);
    case 'ArrowDown':
    case 'ArrowLeft':
      return value === undefined ? readingMax : clamp(value - 1);
    case 'PageUp':
      return value === undefined ? readingMin : clamp(value + 3);
    case 'PageDown':
      return value === undefined ? readingMax : clamp(value - 3);
    case 'Home':
      return readingMin;
    case 'End':
      return readingMax;
    case 'Delete':
    case 'Backspace':
      return undefined;
    default:
      return 'none';
  }
}

/**
 * Which dot a press on the line means: one that lies under the pointer is taken hold of; else the focused one, if it
 * has no value yet; else the one without a value, before first; else the nearer.
 */
export function momentForPress(
  pair: ReadingPair,
  at: number,
  focused: ReadingMoment | undefined,
): ReadingMoment {
  if (pair.after === at) return 'after';
  if (pair.before === at) return 'before';
  if (focused && pair[focused] === undefined) return focused;
  if (pair.before === undefined) return 'before';
  if (pair.after === undefined) return 'after';
  return Math.abs(pair.before - at) < Math.abs(pair.after - at) ? 'before' : 'after';
}

/** The line as a sentence: "3 before, 7 after". */
export function readingInWords({ before, after }: ReadingPair): string {
  if (before === undefined && after === undefined) return 'not yet rated';
  if (after === undefined) return `${before} before`;
  if (before === undefined) return `${after} after`;
  return `${before} before, ${after} after`;
}
