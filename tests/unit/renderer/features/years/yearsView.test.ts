import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstWords } from '#renderer/features/years/firstWords.ts';
import { columns, rowsFor, swarm, timeScale } from '#renderer/features/years/sceneGeometry.ts';
import { type SayTotals, totals } from '#renderer/features/years/totals.ts';
import { pathOf, placeOf } from '#renderer/features/years/yearsPlace.ts';
import type { Entry } from '#renderer/journal/view.ts';
import type { Day } from '#shared/base/time.ts';
import { paragraphs } from '#shared/domain/richText.ts';
import type { Pause } from '#shared/review/yearReview.ts';
import { buddy, id, me } from '../../../shared/review/records.ts';

const say: SayTotals = {
  number: (value) => value.toLocaleString('en-GB'),
  month: (day, withYear) =>
    new Date(`${day}T00:00Z`).toLocaleDateString('en-GB', {
      month: 'long',
      ...(withYear ? { year: 'numeric' } : {}),
      timeZone: 'UTC',
    }),
};
const lasted = { from: '2019-03-14' as Day, to: '2026-11-22' as Day };
const pause = (from: string, to: string, open = false): Pause => ({ from: from as Day, to: to as Day, open });

describe('the years in a sentence', () => {
  it('tells how long, how much and what pause', () => {
    const counts = { sessions: 147, questions: 61, lines: 23 };
    expect(totals(lasted, counts, [pause('2023-03-08', '2023-09-20')], say)).toBe(
      'Seven years, eight months. 147 sessions, 61 questions, 23 lines laid. A pause from March to September 2023.',
    );
  });

  it('does not mention what there is none of', () => {
    const month = { from: '2026-10-22' as Day, to: '2026-11-22' as Day };
    expect(totals(month, { sessions: 1, questions: 0, lines: 1 }, [], say)).toBe(
      'One month. 1 session, 1 line laid.',
    );
    const week = { ...month, from: '2026-11-15' as Day };
    expect(totals(week, { sessions: 0, questions: 1, lines: 0 }, [], say)).toBe(
      'The first month. No sessions, 1 question.',
    );
  });

  it('names the longest of several pauses, and one that lasts', () => {
    const pauses = [pause('2020-01-01', '2020-03-15'), pause('2022-12-01', '2023-09-20')];
    const counts = { sessions: 1040, questions: 0, lines: 0 };
    expect(totals(lasted, counts, pauses, say)).toContain(
      '1,040 sessions. Two pauses, the longest from December 2022 to September 2023.',
    );
    expect(totals(lasted, counts, [pause('2026-05-01', '2026-11-22', true)], say)).toContain(
      'A pause since May 2026.',
    );
  });
});

describe('places', () => {
  it('are years and months; anything else leads to what contains it', () => {
    expect(placeOf('2023', '5')).toEqual({ kind: 'month', year: 2023, month: 5 });
    expect(placeOf('2023', '13')).toEqual({ kind: 'year', year: 2023 });
    expect(placeOf('2023', undefined)).toEqual({ kind: 'year', year: 2023 });
    for (const year of [undefined, '1660', '2400', 'years', '20231'])
      expect(placeOf(year, '5').kind).toBe('all');
  });

  it('have paths that lead back to them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const [, , ...parts] = pathOf({ kind: 'month', year, month }).split('/');
        expect(placeOf(parts[0], parts[1])).toEqual({ kind: 'month', year, month });
      }),
    );
  });
});

describe('columns', () => {
  it('of all years are as wide as their days and leave nothing out', () => {
    const scale = timeScale({ from: '2016-01-01' as Day, to: '2026-12-31' as Day }, 1100);
    const found = columns(scale, 'year');
    expect(found.map(({ year }) => year)).toEqual(Array.from({ length: 11 }, (_, index) => 2016 + index));
    expect(found[0]?.left).toBe(0);
    expect(found.at(-1)?.right).toBeCloseTo(1100);
    for (const [index, { right }] of found.entries())
      if (found[index + 1]) expect(found[index + 1]?.left).toBeCloseTo(right);
  });

  it('of a year are its months', () => {
    const scale = timeScale({ from: '2024-01-01' as Day, to: '2024-12-31' as Day }, 732);
    const february = columns(scale, 'month')[1];
    expect(february?.span).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect((february?.right ?? 0) - (february?.left ?? 0)).toBeCloseTo(58);
  });
});

describe('dots and rows', () => {
  it('keep dots apart as long as five rises suffice', () => {
    const steps = fc.array(fc.double({ min: 2.1, max: 40, noNaN: true }), { maxLength: 80 });
    fc.assert(
      fc.property(steps, (gaps) => {
        let x = 0;
        const xs = gaps.map((gap) => {
          x += gap;
          return x;
        });
        const rises = swarm(xs, 10);
        for (const [index, rise] of rises.entries()) {
          const before = rises.lastIndexOf(rise, index - 1);
          if (index > 0 && before >= 0)
            expect((xs[index] ?? 0) - (xs[before] ?? 0)).toBeGreaterThanOrEqual(10);
        }
      }),
    );
  });

  it('give no row twice to what would touch', () => {
    const rows = rowsFor(
      [
        { left: 0, right: 50 },
        { left: 40, right: 90 },
        { left: 45, right: 60 },
        { left: 58, right: 70 },
      ],
      8,
      2,
    );
    expect(rows).toEqual([0, 1, undefined, 0]);
  });
});

describe('first words', () => {
  const note = (number: number, person: typeof me, text: string): Entry<'note'> => ({
    id: id('note', number),
    kind: 'note',
    author: me,
    body: { about: id('turn', 1), person, day: '2024-01-01' as Day, text: paragraphs(text) },
    at: number,
    others: 0,
    revived: false,
  });

  it('are those of who explored, if there are any', () => {
    expect(firstWords([note(1, buddy, 'I saw'), note(2, me, '  I felt\nlighter')], me)).toBe(
      'I felt lighter',
    );
    expect(firstWords([note(1, buddy, 'I saw'), note(2, me, ' ')], me)).toBe('I saw');
    expect(firstWords([], me)).toBe('');
  });

  it('are cut between words and never inside a sign', () => {
    const long = firstWords([note(1, me, 'one two three '.repeat(40))], me);
    expect(long.length).toBeLessThanOrEqual(183);
    expect(long).toMatch(/(one|two|three)\u00A0…$/);
    expect(firstWords([note(1, me, '🌲'.repeat(200))], me)).toMatch(/^(🌲)+\u00A0…$/u);
  });
});
