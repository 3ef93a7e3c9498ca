import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelLines } from '#renderer/ui/canvas/labelLines.ts';

/** Ten units a character, as in a typewriter. */
const measure = (text: string) => text.length * 10;

describe('the lines of a label', () => {
  it('are one where the words fit', () => {
    expect(labelLines('what Dad said', 150, 3, measure)).toEqual(['what Dad said']);
    expect(labelLines('  ', 150, 3, measure)).toEqual([]);
  });

  it('are about equally long, with no word left alone', () => {
    expect(labelLines('a lighter way to say no', 200, 3, measure)).toEqual(['a lighter way', 'to say no']);
  });

  it('end in an ellipsis where there are too many words, and break words that are too long', () => {
    expect(labelLines('one two three four five six', 90, 2, measure)).toEqual(['one two', 'three fo…']);
    expect(labelLines('extraordinarily', 60, 3, measure)).toEqual(['extrao', 'rdinar', 'ily']);
  });

  it('never break what is seen as one character', () => {
    const [line] = labelLines('👩🏽‍🌾👩🏽‍🌾👩🏽‍🌾', 30, 1, measure);
    expect(line).toBe('👩🏽‍🌾…');
  });

  it('are never too many, never too wide, and lose no word that is not cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 14 }),
        fc.integer({ min: 1, max: 4 }),
        (words, most) => {
          const lines = labelLines(words.join(' '), 140, most, measure);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(140);
          if (!lines.at(-1)?.endsWith('…')) expect(lines.join(' ')).toBe(words.join(' '));
        },
      ),
    );
  });
});
