import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, type DiffPiece, wordDiff } from '#shared/review/wordDiff.ts';

const side = (pieces: readonly DiffPiece[], without: DiffPiece['change']) =>
  pieces
    .filter(({ change }) => change !== without)
    .map(({ text }) => text)
    .join('');

/** Texts that share many words, as two versions of one note do, and some that share none. */
const words = fc.array(
  fc.constantFrom('walk', 'Walk', 'the', 'river', '. ', ', ', ' ', '\n', '  ', 'é', '川', '👣'),
  {
    maxLength: 60,
  },
);
const text = fc.oneof(
  words.map((parts) => parts.join(' ')),
  words.map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

describe('two texts compared by words', () => {
  it('make up both texts again, to the letter', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordDiff(before, after);
        expect(side(pieces, 'added')).toBe(before);
        expect(side(pieces, 'removed')).toBe(after);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('have no change when they are the same', () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(wordDiff(same, same).every(({ change }) => change === 'same')).toBe(true);
      }),
    );
  });

  it('differ by whole words', () => {
    expect(wordDiff('We walked to the river.', 'We walked to the old river.')).toEqual([
      { text: 'We walked to the', change: 'same' },
      { text: ' old', change: 'added' },
      { text: ' river.', change: 'same' },
    ]);
    const pieces = wordDiff('I was tired', 'I was rested');
    expect(pieces.filter(({ change }) => change === 'removed')).toEqual([
      { text: ' tired', change: 'removed' },
    ]);
  });

  it('keep the last word of a text when somebody writes on', () => {
    expect(wordDiff('We walked', 'We walked far')).toEqual([
      { text: 'We walked', change: 'same' },
      { text: ' far', change: 'added' },
    ]);
    expect(wordDiff('one', 'one\ntwo')).toEqual([
      { text: 'one', change: 'same' },
      { text: '\ntwo', change: 'added' },
    ]);
  });

  it('are two texts where hardly anything is left of the first, and are found to be in no time', () => {
    const long = (seed: string) => Array.from({ length: 20_000 }, (_, index) => `${seed}${index}`).join(' ');
    const [before, after] = [long('a'), long('b')];
    expect(wordDiff(before, after)).toEqual([
      { text: before, change: 'removed' },
      { text: after, change: 'added' },
    ]);
  });

  it('count words, not what stands between them', () => {
    expect(countWords(wordDiff('Yes. No.', 'Yes, and no – perhaps.'))).toEqual({ added: 3, removed: 1 });
  });
});
