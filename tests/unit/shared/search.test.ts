import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFolded, fold, queryWords } from '#shared/search/fold.ts';
import { type Findable, newestFirst, scan } from '#shared/search/scan.ts';

describe('folding', () => {
  it('makes case, accents and typographic marks the same', () => {
    expect(fold('Café')).toBe('cafe');
    expect(fold('Maya’s “what else?”')).toBe('maya\'s "what else?"');
    expect(fold('STRASSE')).toBe('strasse');
  });

  it('finds places in the text as it was written', () => {
    const text = 'Née in a café — the CAFÉ by the lock';
    const found = findFolded(text, ['cafe']).map(([start, end]) => text.slice(start, end));
    expect(found).toEqual(['café', 'CAFÉ']);
  });

  it('marks only what folds to the word, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ minLength: 1, maxLength: 3 }),
        (text, part) => {
          const [word] = queryWords(part);
          if (word === undefined) return;
          let end = 0;
          for (const [start, stop] of findFolded(text, [word])) {
            expect(start).toBeGreaterThanOrEqual(end);
            expect(fold(text.slice(start, stop))).toContain(word);
            end = stop;
          }
        },
      ),
    );
  });

  it('takes quoted words together', () => {
    expect(queryWords('gate "north wood"  ')).toEqual(['gate', 'north wood']);
    expect(queryWords('   ')).toEqual([]);
  });
});

describe('scanning', () => {
  const item = (title: string, text: string, day: string): Findable => ({
    folded: fold(`${title}\n${text}`),
    foldedTitle: fold(title),
    day,
  });
  const items = [
    item('Leaving well', 'the log by the gate', '2020-01-01'),
    item('', 'a gate, again', '2024-01-01'),
    item('The gate', '', '2019-01-01'),
  ].sort(newestFirst);

  it('wants all words, and puts names first, then the newest', () => {
    expect(scan(items, ['gate'], 10).hits.map(({ day }) => day)).toEqual([
      '2019-01-01',
      '2024-01-01',
      '2020-01-01',
    ]);
    expect(scan(items, ['gate', 'log'], 10).hits.map(({ day }) => day)).toEqual(['2020-01-01']);
    expect(scan(items, [], 10).total).toBe(0);
  });

  it('finds the same in what a shorter query found', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 8 })),
        fc.constantFrom([], ['b'], ['a']),
        fc.constantFrom('a', 'ab', 'abb'),
        (texts, others, word) => {
          const all = texts.map((text) => item('', text, ''));
          const [shorter, longer] = [
            [...others, word.slice(0, 1)],
            [...others, word],
          ];
          const narrowed = scan(scan(all, shorter, 100).all, longer, 100, shorter);
          expect(narrowed).toEqual(scan(all, longer, 100));
        },
      ),
    );
  });
});
