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
  /** Everything found: what a longer query has to look through. */
  readonly all: readonly T[];
}

/**
 * Everything that holds all the words. No index: a decade of writing is scanned in some milliseconds, and nothing
 * that could be read lies anywhere but in memory. `findables` come newest first and stay so, but names go before words.
 * Words that all of them are known to hold are not looked for again.
 */
export function scan<T extends Findable>(
  findables: readonly T[],
  words: readonly string[],
  most: number,
  known: readonly string[] = [],
): Scan<T> {
  if (words.length === 0) return { hits: [], total: 0, all: findables };
  const sought = words.filter((word) => !known.includes(word));
  const all = findables.filter(({ folded }) => sought.every((word) => folded.includes(word)));
  const named: T[] = [];
  const others: T[] = [];
  for (const item of all) {
    const isNamed = words.every((word) => item.foldedTitle.includes(word));
    if (isNamed) named.push(item);
    else if (others.length < most) others.push(item);
    if (named.length === most) break;
  }
  return { hits: [...named, ...others].slice(0, most), total: all.length, all };
}

/** The order in which `scan` wants its input. */
export function newestFirst(a: Findable, b: Findable): number {
  return a.day < b.day ? 1 : a.day > b.day ? -1 : 0;
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
