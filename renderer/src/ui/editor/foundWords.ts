import { findFolded, queryWords } from '#shared/search/fold.ts';

/** Half-open, in UTF-16 units of the text as it stands. */
export interface FoundRange {
  readonly from: number;
  readonly to: number;
}

/** Every place where the words of a query stand in a text, as search finds them; ranges that touch become one. */
export function foundWords(text: string, query: string): readonly FoundRange[] {
  const ranges: FoundRange[] = [];
  for (const [from, to] of findFolded(text, queryWords(query), Number.POSITIVE_INFINITY)) {
    const last = ranges.at(-1);
    if (last && from <= last.to) ranges[ranges.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else ranges.push({ from, to });
  }
  return ranges;
}
