import { describe, expect, it } from 'vitest';
import { caption, linesAtFirst, type Say, shownPoints } from '#renderer/features/growth/growthView.ts';
import type { Day } from '#shared/base/time.ts';
import type { GrowthPoint } from '#shared/review/growthSeries.ts';
import { growthRows } from '#shared/review/growthTable.ts';
import { id } from '../../../shared/review/records.ts';

const say: Say = { day: (day) => day, number: (value) => value.toLocaleString('en-GB') };
const today = '2026-11-22' as Day;

function half(
  number: number,
  day: string,
  before: number | undefined,
  after: number | undefined,
): GrowthPoint {
  const rated = (value: number | undefined) => (value === undefined ? undefined : { value, words: '' });
  return {
    kind: 'half',
    id: id('turn', number),
    day: day as Day,
    session: id('session', number),
    half: 1,
    before: rated(before),
    after: rated(after),
  };
}

function alone(number: number, day: string, value: number): GrowthPoint {
  const after = { value, words: 'the queue moved' };
  return { kind: 'alone', id: id('reading', number), day: day as Day, before: undefined, after };
}

describe('the caption', () => {
  it('says how many, from what and from when', () => {
    const points = [
      half(1, '2024-01-01', 3, 7),
      half(2, '2024-02-01', undefined, 5),
      alone(3, '2024-03-01', 4),
    ];
    expect(caption(points, say)).toBe(
      '4 readings from 2 halves and 1 between sessions, 2024-01-01 to 2024-03-01',
    );
    expect(caption(points.slice(1, 2), say)).toBe('1 reading from 1 half, 2024-02-01');
    expect(caption(points.slice(2), say)).toBe('1 reading between sessions, 2024-03-01');
    expect(caption([], say)).toBe('No readings');
  });
});

describe('the period', () => {
  const old = half(1, '2019-05-01', 3, 7);
  const recent = half(2, '2026-05-01', 3, 7);

  it('is a year unless there is nothing in it, then all there is', () => {
    expect(shownPoints([old, recent], undefined, today)).toMatchObject({
      period: { kind: 'year' },
      points: [recent],
    });
    expect(shownPoints([old], undefined, today)).toMatchObject({
      period: { kind: 'all' },
      points: [old],
      span: { from: '2019-05-01', to: today },
    });
  });

  it('stays what was chosen, even when it shows nothing', () => {
    const chosen = shownPoints([old], { kind: 'months3' }, today);
    expect(chosen.points).toEqual([]);
    expect(chosen.span).toEqual({ from: '2026-08-23', to: today });
  });

  it('reaches to a reading dated ahead, when all are asked for', () => {
    const ahead = alone(3, '2027-01-01', 5);
    expect(shownPoints([recent, ahead], { kind: 'all' }, today).span.to).toBe('2027-01-01');
  });
});

describe('the table', () => {
  it('has the same figures, and none where there was none', () => {
    const rows = growthRows([half(1, '2024-01-01', 0, undefined), alone(3, '2024-03-01', 4)]);
    expect(rows.map(({ before, after, half: which }) => [before, after, which])).toEqual([
      [0, undefined, 1],
      [undefined, 4, undefined],
    ]);
    expect(rows[1]).toMatchObject({ session: undefined, wordsBefore: '', wordsAfter: 'the queue moved' });
  });
});

describe('the lines of the table', () => {
  it('are few at first, but all where the one that is sought would be left out', () => {
    const lines = Array.from({ length: 100 }, (_, index) => alone(index, '2024-03-01', 4));
    expect(linesAtFirst(lines, undefined)).toEqual(lines.slice(0, 60));
    expect(linesAtFirst(lines, lines[59]?.id)).toEqual(lines.slice(0, 60));
    expect(linesAtFirst(lines, lines[60]?.id)).toEqual(lines);
    expect(linesAtFirst(lines, id('reading', 200))).toEqual(lines.slice(0, 60));
  });
});
