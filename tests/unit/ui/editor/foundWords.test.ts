import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foundWords } from '#renderer/ui/editor/foundWords.ts';
import { paintedPieces } from '#renderer/ui/editor/paintedPieces.ts';

const found = (text: string, query: string) =>
  foundWords(text, query).map(({ from, to }) => text.slice(from, to));

describe('foundWords', () => {
  test.each([
    ['The String, a string', 'string', ['String', 'string']],
    ['Élodie decided', 'elodie DECI', ['Élodie', 'deci']],
    ['e\u0301lodie', 'élo', ['e\u0301lo']],
    ['the ﬁrst mat', 'f', ['ﬁ']],
    ['“mat” and mats', '"and mat"', ['and mat']],
    ['the ﬁrst mat', 'first', ['ﬁrst']],
    ['👩‍👧 and 𝔸lma', 'alma', ['𝔸lma']],
    ['abab', 'ab', ['abab']],
    ['nothing here', 'mat', []],
    ['anything', '   ', []],
    ['', 'mat', []],
  ])('%j searched for %j gives %j', (text, query, words) => {
    expect(found(text, query)).toEqual(words);
  });

  test('ranges are in order, apart from each other and within the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        (text, query) => {
          let end = -1;
          for (const range of foundWords(text, query)) {
            expect(range.from).toBeGreaterThan(end);
            expect(range.to).toBeGreaterThan(range.from);
            expect(range.to).toBeLessThanOrEqual(text.length);
            end = range.to;
          }
        },
      ),
    );
  });
});

describe('paintedPieces', () => {
  test('a word that runs over two pieces of differently marked text is painted in both', () => {
    const ranges = foundWords('undecided', 'decide');
    expect(paintedPieces('undec', 0, ranges)).toEqual([
      { at: 0, text: 'un', isFound: false },
      { at: 2, text: 'dec', isFound: true },
    ]);
    expect(paintedPieces('ided', 5, ranges)).toEqual([
      { at: 5, text: 'ide', isFound: true },
      { at: 8, text: 'd', isFound: false },
    ]);
  });

  test('no letter is lost or doubled, wherever a text is cut', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ maxLength: 3 }), fc.nat(), (text, query, where) => {
        const cut = text.length === 0 ? 0 : where % (text.length + 1);
        const ranges = foundWords(text, query);
        const pieces = [
          ...paintedPieces(text.slice(0, cut), 0, ranges),
          ...paintedPieces(text.slice(cut), cut, ranges),
        ];
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});
