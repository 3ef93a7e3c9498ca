import { spokenWords } from '../share/spokenWords.ts';

/** More slips than this, and a suggestion would be a guess. In short words one letter is already much. */
const mostSlips = (word: string) => (word.length <= 4 ? 1 : 2);
/** A word that makes its group fit is hardly there by chance. */
const mostSlipsWhereItFits = 3;

/**
 * The word of the list that was probably meant: one that makes its group fit before any other, else the only one that
 * begins so, else the nearest. Undefined where none is near.
 */
export function nearestWord(typed: string, fits: (word: string) => boolean): string | undefined {
  const beginning = typed.length >= 3 ? spokenWords.filter((word) => word.startsWith(typed)) : [];
  const bySlips = spokenWords
    .map((word) => ({ word, slips: slipsBetween(typed, word) }))
    .filter(({ word, slips }) => slips <= mostSlipsWhereItFits && slips < word.length)
    .toSorted((a, b) => a.slips - b.slips);
  const fitting = [...bySlips.map(({ word }) => word), ...beginning].find(fits);
  if (fitting !== undefined) return fitting;
  const near = bySlips.find(({ word, slips }) => slips <= mostSlips(word));
  return beginning.length === 1 ? beginning[0] : (near?.word ?? beginning[0]);
}

/** Letters wrong, missing, too many, or two neighbours exchanged: optimal string alignment distance. */
export function slipsBetween(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    rows.push(line);
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwap =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      line.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (isSame ? 0 : 1),
          isSwap ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(one.length, other.length);
}
