/** @file Two texts compared by words. */
import { diffArrays } from 'diff';

export interface DiffPiece {
  readonly text: string;
  readonly change: 'same' | 'added' | 'removed';
}

/** Further apart than this many words, two texts are two texts: a list of changes would tell nobody anything. */
const mostChanges = 1500;

/**
 * The pieces of both texts in reading order: what both have, what only `before` has (`removed`) and only `after` has
 * (`added`). Those that are not `added` make up `before`, those that are not `removed` make up `after`, to the letter.
 */
export function wordDiff(before: string, after: string): readonly DiffPiece[] {
  if (before === after) return before === '' ? [] : [{ text: before, change: 'same' }];
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostChanges });
  if (!changes) return whole(before, after);
  return changes
    .map(
      ({ value, added, removed }): DiffPiece => ({
        text: value.join(''),
        change: added ? 'added' : removed ? 'removed' : 'same',
      }),
    )
    .filter(({ text }) => text !== '');
}

function whole(before: string, after: string): readonly DiffPiece[] {
  const pieces: readonly DiffPiece[] = [
    { text: before, change: 'removed' },
    { text: after, change: 'added' },
  ];
  return pieces.filter(({ text }) => text !== '');
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * Words of any script, each with the space before it: alone, spaces would be found alike everywhere; after it, the last
 * word of a text would be another one as soon as somebody writes on. A new line stands by itself.
 */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let space = '';
  for (const { segment } of segmenter.segment(text)) {
    if (/^[^\S\n]+$/u.test(segment)) space += segment;
    else {
      words.push(space + segment);
      space = '';
    }
  }
  return space === '' ? words : [...words, space];
}

/** How many words came and went. */
export function countWords(pieces: readonly DiffPiece[]): {
  readonly added: number;
  readonly removed: number;
} {
  const count = (change: DiffPiece['change']) =>
    pieces
      .filter((piece) => piece.change === change)
      .flatMap(({ text }) => [...segmenter.segment(text)])
      .filter(({ isWordLike }) => isWordLike).length;
  return { added: count('added'), removed: count('removed') };
}
