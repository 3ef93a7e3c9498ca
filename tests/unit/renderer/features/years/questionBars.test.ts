import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionBars, shortened } from '#renderer/features/years/questionBars.ts';
import { timeScale } from '#renderer/features/years/sceneGeometry.ts';
import type { CarriedQuestion } from '#shared/review/carriedQuestions.ts';
import type { DaySpan } from '#shared/review/period.ts';
import { dayAfterStart, id, me } from '../../../shared/review/records.ts';

const measure = (words: string) => words.length * 7;
const span: DaySpan = { from: dayAfterStart(0), to: dayAfterStart(3652) };
const wordings = [
  'How do I say no?',
  'What is enough?',
  'Who?',
  'Where do I feel most like myself these days?',
];

const questions = fc
  .array(fc.tuple(fc.integer({ min: -400, max: 3600 }), fc.integer({ min: 0, max: 1500 }), fc.nat(3)), {
    maxLength: 120,
  })
  .map((drawn) =>
    drawn.map(([from, days, words], index): CarriedQuestion => {
      const wording = wordings[words] ?? '';
      return {
        id: id('question', index + 1),
        person: me,
        wording,
        state: 'answered',
        open: false,
        reworded: [],
        from: dayAfterStart(from),
        to: dayAfterStart(from + days),
      };
    }),
  );

const widths = fc.integer({ min: 300, max: 1600 });

describe('questions as bars', () => {
  it('has a bar for every question, within the sheet', () => {
    fc.assert(
      fc.property(questions, widths, (given, width) => {
        const { bars, height } = questionBars(given, timeScale(span, width), measure);
        expect(new Set(bars.map(({ question }) => question.id)).size).toBe(given.length);
        for (const bar of bars) {
          expect(bar.left).toBeGreaterThanOrEqual(0);
          expect(bar.y).toBeLessThan(height);
        }
      }),
    );
  });

  it('lets no words run into others or over the edge', () => {
    fc.assert(
      fc.property(questions, widths, (given, width) => {
        const { bars } = questionBars(given, timeScale(span, width), measure);
        const written = bars.filter(({ words }) => words !== '');
        for (const bar of written) {
          const end = bar.wordsAt + measure(bar.words);
          expect(end).toBeLessThanOrEqual(width);
          for (const other of written)
            if (other !== bar && other.y === bar.y && other.wordsAt >= bar.wordsAt)
              expect(end).toBeLessThan(other.wordsAt);
        }
      }),
    );
  });

  it('lets no bar cover another', () => {
    fc.assert(
      fc.property(questions, widths, (given, width) => {
        const { bars } = questionBars(given, timeScale(span, width), measure);
        const byRow = bars.toSorted((a, b) => a.y - b.y || a.left - b.left);
        for (const [index, bar] of byRow.entries()) {
          const next = byRow[index + 1];
          if (next && next.y === bar.y) expect(bar.right).toBeLessThanOrEqual(next.left);
        }
      }),
    );
  });

  it('shortens between words', () => {
    expect(shortened('What is enough?', 200, measure)).toBe('What is enough?');
    expect(shortened('What is enough?', 90, measure)).toBe('What is …');
    expect(shortened('What is enough?', 20, measure)).toBe('');
  });
});
