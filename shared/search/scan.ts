/** One thing that can be found. `folded` is all its words, folded once. */
export interface Findable {
  readonly folded: string;
  /** Its name, folded: a word found here counts more. */
  readonly foldedTitle: string;
  /** Later sorts first; a day as `YYYY-MM-DD`, or empty. */
  readonly day: string;
}

export interface Scan<T> {
  /** The best, in order. */
  readonly hits: readonly T[];
  readonly total: number;
  /** Everything found, unsorted: what a longer query has to look through. */
  readonly all: readonly T[];
}

/**
 * Everything that holds all the words. No index: a decade of writing is scanned in some milliseconds, and nothing
 * that could be read lies anywhere but in memory. Names first, then the newest.
 */
export function scan<T extends Findable>(
  findables: readonly T[],
  words: readonly string[],
  most: number,
): Scan<T> {
  if (words.length === 0) return { hits: [], total: 0, all: findables };
  const all = findables.filter(({ folded }) => words.every((word) => folded.includes(word)));
  const named = (item: T) => words.every((word) => item.foldedTitle.includes(word));
  const ranked = all.map((item) => ({ item, named: named(item) }));
  ranked.sort((a, b) => Number(b.named) - Number(a.named) || compareDays(b.item.day, a.item.day));
  return { hits: ranked.slice(0, most).map(({ item }) => item), total: all.length, all };
}

function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A piece of text around its first found place, for a line of results. */
export function excerpt(
  text: string,
  at: number,
  length = 110,
): { readonly text: string; readonly from: number } {
  const start = Math.max(0, at - 36);
  const from = start === 0 ? 0 : text.indexOf(' ', start) + 1 || start;
  const cut = text.slice(from, from + length);
  return { text: cut, from };
}
