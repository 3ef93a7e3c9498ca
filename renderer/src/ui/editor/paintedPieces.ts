import type { FoundRange } from './foundWords.ts';

export interface PaintedPiece {
  /** Where the piece starts in the whole block. */
  readonly at: number;
  readonly text: string;
  readonly isFound: boolean;
}

/** A run of text, which starts at `start` of its block, cut where found words begin and end. Ranges are in order. */
export function paintedPieces(text: string, start: number, ranges: readonly FoundRange[]): PaintedPiece[] {
  const pieces: PaintedPiece[] = [];
  const end = start + text.length;
  let at = start;
  function cut(to: number, isFound: boolean) {
    if (to > at) pieces.push({ at, text: text.slice(at - start, to - start), isFound });
    at = Math.max(at, to);
  }
  for (const range of ranges) {
    if (range.to <= start || range.from >= end) continue;
    cut(Math.max(start, range.from), false);
    cut(Math.min(end, range.to), true);
  }
  cut(end, false);
  return pieces;
}
