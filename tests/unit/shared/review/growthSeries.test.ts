import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, dayNumber } from '#shared/base/time.ts';
import type { MeasureRef } from '#shared/domain/measure.ts';
import type { Body } from '#shared/domain/record.ts';
import {
  type GrowthRecords,
  gapDays,
  gapsBetween,
  growthSeries,
  middleOfEachMonth,
  pointsWithin,
  readingCount,
  unbrokenRuns,
} from '#shared/review/growthSeries.ts';
import type { Kept } from '#shared/review/kept.ts';
import { buddy, dayAfterStart, id, kept, me, session, turn } from './records.ts';

let numbers = 0;

function reading(
  more: Partial<Body<'reading'>> & { readonly value?: number | undefined },
  by: { readonly author?: typeof me; readonly at?: number } = {},
): Kept<'reading'> {
  numbers += 1;
  const { value, ...rest } = more;
  return kept(
    'reading',
    numbers,
    {
      person: me,
      measure: 'clarity',
      moment: 'after',
      day: '2020-01-01' as Day,
      words: '',
      ...(value === undefined ? {} : { value }),
      ...rest,
    },
    by,
  );
}

function inHalf(ofSession: number, order: number): { readonly turn: ReturnType<typeof turn>['id'] } {
  return { turn: id('turn', ofSession * 10 + order) };
}

describe('a series', () => {
  const sessions = [session(1, '2024-05-02'), session(2, '2024-05-16')];
  const turns = [turn(1, 1), turn(1, 2), turn(2, 1)];

  it('makes one point of what was read before and after a half', () => {
    const readings = [
      reading({ ...inHalf(1, 1), moment: 'before', value: 4, words: 'fog' }),
      reading({ ...inHalf(1, 1), moment: 'after', value: 7 }),
    ];
    expect(growthSeries({ readings, turns, sessions }, me, 'clarity')).toEqual([
      {
        kind: 'half',
        id: id('turn', 11),
        day: '2024-05-02',
        session: id('session', 1),
        half: 1,
        before: { value: 4, words: 'fog' },
        after: { value: 7, words: '' },
      },
    ]);
  });

  it('keeps people and measures apart', () => {
    const readings = [
      reading({ ...inHalf(1, 1), value: 7 }),
      reading({ ...inHalf(1, 1), value: 2, measure: 'energy' }),
      reading({ ...inHalf(1, 1), value: 3, person: buddy }),
    ];
    const of = (person: typeof me, measure: MeasureRef) =>
      growthSeries({ readings, turns, sessions }, person, measure).map(({ after }) => after?.value);
    expect(of(me, 'clarity')).toEqual([7]);
    expect(of(me, 'energy')).toEqual([2]);
    expect(of(buddy, 'clarity')).toEqual([3]);
    expect(of(buddy, 'energy')).toEqual([]);
  });

  it('takes 0 for a value and a reading taken back for none', () => {
    const readings = [
      reading({ ...inHalf(1, 1), value: 0 }),
      reading({ ...inHalf(2, 1), moment: 'before', value: undefined }),
      reading({ ...inHalf(2, 1), moment: 'after', value: undefined }),
    ];
    const points = growthSeries({ readings, turns, sessions }, me, 'clarity');
    expect(points.map(({ after }) => after?.value)).toEqual([0]);
  });

  it("trusts a person's own reading over what somebody else noted later, even when they took it back", () => {
    const noted = reading({ ...inHalf(1, 2), person: buddy, value: 9 }, { author: me, at: 50 });
    const own = reading({ ...inHalf(1, 2), person: buddy, value: 6 }, { author: buddy, at: 10 });
    const takenBack = reading({ ...inHalf(1, 2), person: buddy }, { author: buddy, at: 20 });
    const values = (readings: readonly Kept<'reading'>[]) =>
      growthSeries({ readings, turns, sessions }, buddy, 'clarity').map(({ after }) => after?.value);
    expect(values([noted])).toEqual([9]);
    expect(values([noted, own])).toEqual([6]);
    expect(values([noted, takenBack])).toEqual([]);
  });

  it("stands on the session's day and leaves out sessions that were deleted", () => {
    const readings = [
      reading({ ...inHalf(1, 1), value: 5, day: '2026-01-01' as Day }),
      reading({ ...inHalf(9, 1), value: 5 }),
    ];
    const points = growthSeries({ readings, turns: [...turns, turn(9, 1)], sessions }, me, 'clarity');
    expect(points.map(({ day }) => day)).toEqual(['2024-05-02']);
  });

  it('puts the halves of a day in the order they were walked, readings on their own last', () => {
    const onOneDay = [
      session(1, '2024-05-02', { startsAt: '17:00' }),
      session(2, '2024-05-02', { startsAt: '09:00' }),
    ];
    const readings = [
      reading({ value: 1, moment: 'alone', day: '2024-05-02' as Day }),
      reading({ ...inHalf(1, 2), value: 4 }),
      reading({ ...inHalf(1, 1), value: 3 }),
      reading({ ...inHalf(2, 1), value: 2 }),
    ];
    const points = growthSeries({ readings, turns, sessions: onOneDay }, me, 'clarity');
    expect(points.map(({ after }) => after?.value)).toEqual([2, 3, 4, 1]);
    expect(points.at(-1)?.kind).toBe('alone');
  });
});

/** Journals of up to forty sessions over some years; values, moments and people as they come. */
const journals = fc
  .array(
    fc.record({
      offset: fc.integer({ min: 0, max: 1500 }),
      order: fc.integer({ min: 1, max: 2 }),
      before: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
      after: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
      person: fc.constantFrom(me, buddy),
    }),
    { maxLength: 40 },
  )
  .map((drawn): GrowthRecords => {
    const sessions = drawn.map(({ offset }, index) => session(index + 1, dayAfterStart(offset)));
    const turns = drawn.map(({ order }, index) => turn(index + 1, order));
    const readings = drawn.flatMap(({ before, after, person, order }, index) => [
      reading({ ...inHalf(index + 1, order), moment: 'before', person, value: before }),
      reading({ ...inHalf(index + 1, order), moment: 'after', person, value: after }),
    ]);
    return { sessions, turns, readings };
  });

describe('for any journal', () => {
  it('every value given is drawn once, in the order of days', () => {
    fc.assert(
      fc.property(journals, (records) => {
        const points = growthSeries(records, me, 'clarity');
        const given = records.readings.filter(({ body }) => body.person === me && body.value !== undefined);
        expect(readingCount(points)).toBe(given.length);
        const days = points.map(({ day }) => day);
        expect(days).toEqual(days.toSorted());
        const drawn = points.flatMap(({ before, after }) => [before?.value, after?.value]);
        const sum = (values: readonly (number | undefined)[]) =>
          values.reduce<number>((total, value) => total + (value ?? 0), 0);
        expect(sum(drawn)).toBe(sum(given.map(({ body }) => body.value)));
      }),
    );
  });

  it('does not depend on the order in which records come', () => {
    fc.assert(
      fc.property(journals, (records) => {
        const turned = {
          readings: records.readings.toReversed(),
          turns: records.turns.toReversed(),
          sessions: records.sessions.toReversed(),
        };
        expect(growthSeries(turned, buddy, 'clarity')).toEqual(growthSeries(records, buddy, 'clarity'));
      }),
    );
  });

  it('lines join every value after, and never reach across a gap', () => {
    fc.assert(
      fc.property(journals, (records) => {
        const points = growthSeries(records, me, 'clarity');
        const runs = unbrokenRuns(points);
        expect(runs.flat()).toEqual(points.filter(({ after }) => after !== undefined));
        const distance = (from: Day | undefined, to: Day | undefined) =>
          from && to ? dayNumber(to) - dayNumber(from) : Number.NaN;
        for (const [place, run] of runs.entries()) {
          for (const [index, point] of run.slice(1).entries())
            expect(distance(run[index]?.day, point.day)).toBeLessThanOrEqual(gapDays);
          const next = runs[place + 1];
          if (next) expect(distance(run.at(-1)?.day, next[0]?.day)).toBeGreaterThan(gapDays);
        }
      }),
    );
  });

  it('gaps hold nothing and are longer than the limit', () => {
    fc.assert(
      fc.property(journals, (records) => {
        const days = growthSeries(records, me, 'clarity').map(({ day }) => day);
        for (const { from, to } of gapsBetween(days)) {
          expect(dayNumber(to) - dayNumber(from)).toBeGreaterThan(gapDays);
          expect(days.some((day) => day > from && day < to)).toBe(false);
        }
      }),
    );
  });

  it('a period keeps what lies in it, its ends included, and nothing else', () => {
    fc.assert(
      fc.property(journals, fc.integer({ max: 1500 }), fc.nat(1500), (records, start, length) => {
        const points = growthSeries(records, me, 'clarity');
        const span = { from: dayAfterStart(start % 1500), to: dayAfterStart((start % 1500) + length) };
        const kept = pointsWithin(points, span);
        for (const point of points)
          expect(kept.includes(point)).toBe(point.day >= span.from && point.day <= span.to);
      }),
    );
  });

  it('the middle of a month is a reading somebody gave, with as many below as above', () => {
    fc.assert(
      fc.property(journals, (records) => {
        const points = growthSeries(records, me, 'clarity').filter(({ after }) => after);
        for (const middle of middleOfEachMonth(points)) {
          expect(points).toContain(middle);
          const month = points.filter(({ day }) => day.slice(0, 7) === middle.day.slice(0, 7));
          const value = middle.after?.value ?? Number.NaN;
          const below = month.filter(({ after }) => (after?.value ?? 0) < value).length;
          const above = month.filter(({ after }) => (after?.value ?? 0) > value).length;
          expect(Math.max(below, above)).toBeLessThanOrEqual(month.length / 2);
        }
      }),
    );
  });
});
