import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChartPoint,
  indexAfterKey,
  markPaths,
  markStyle,
  nearestPoint,
  placePoints,
} from '#renderer/ui/charts/markGeometry.ts';

function point(at: number, before: number | undefined, after: number | undefined): ChartPoint {
  return { id: `turn_${at}`, at, before, after, shape: 'half', name: `day ${at}`, href: undefined };
}

const place = (points: readonly ChartPoint[], spacing: number) =>
  placePoints(
    points,
    (at) => at * spacing,
    (value) => 100 - value * 10,
    markStyle(spacing),
  );

const count = (path: string, command: string) => path.split(command).length - 1;

describe('marks', () => {
  it('lean only where there is room, and the dot after always stands on its day', () => {
    const points = [point(1, 4, 7), point(2, 5, undefined)];
    const roomy = place(points, 40);
    expect(roomy[0]?.after).toEqual({ x: 40, y: 30 });
    expect(roomy[0]?.before?.x).toBeLessThan(40);
    expect(roomy[1]?.before?.x).toBe(80);
    expect(place(points, 10)[0]?.before?.x).toBe(10);
  });

  it('draw every value at any density', () => {
    const value = fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined });
    const drawn = fc.array(fc.tuple(value, value), { maxLength: 200 });
    fc.assert(
      fc.property(drawn, fc.double({ min: 0.2, max: 60, noNaN: true }), (values, spacing) => {
        const points = values.map(([before, after], index) => point(index, before, after));
        const paths = markPaths(place(points, spacing), markStyle(spacing));
        expect(count(paths.before, 'M')).toBe(points.filter(({ before }) => before !== undefined).length);
        expect(count(paths.after, 'M')).toBe(points.filter(({ after }) => after !== undefined).length);
        expect(count(paths.slopes, 'M')).toBe(
          points.filter(({ before, after }) => before !== undefined && after !== undefined).length,
        );
      }),
    );
  });

  it('show a value before that the one after would cover', () => {
    const [covered] = [place([point(1, 6, 6)], 10)];
    const paths = markPaths(covered ?? [], markStyle(10));
    const radius = (path: string) => Number(/a([\d.]+) /.exec(path)?.[1]);
    expect(radius(paths.before)).toBeGreaterThan(radius(paths.after));
  });
});

describe('pointing', () => {
  const placed = place([point(1, 2, 8), point(2, undefined, 5)], 40);

  it('means the nearest point, by its dots or the slope between them', () => {
    expect(nearestPoint(placed, { x: 42, y: 22 }, 30)?.point.id).toBe('turn_1');
    expect(nearestPoint(placed, { x: 33, y: 78 }, 30)?.point.id).toBe('turn_1');
    expect(nearestPoint(placed, { x: 40, y: 50 }, 30)?.point.id).toBe('turn_1');
    expect(nearestPoint(placed, { x: 70, y: 50 }, 30)?.point.id).toBe('turn_2');
  });

  it('means nothing far from every dot', () => {
    expect(nearestPoint(placed, { x: 300, y: 50 }, 30)).toBeUndefined();
  });
});

describe('keys', () => {
  it('walk along the points and stop at both ends', () => {
    expect(indexAfterKey('ArrowRight', 3, 5)).toBe(4);
    expect(indexAfterKey('ArrowRight', 4, 5)).toBe(4);
    expect(indexAfterKey('ArrowLeft', 0, 5)).toBe(0);
    expect(indexAfterKey('Home', 3, 5)).toBe(0);
    expect(indexAfterKey('End', 1, 5)).toBe(4);
    expect(indexAfterKey('PageDown', 40, 50)).toBe(30);
    expect(indexAfterKey('Tab', 3, 5)).toBeUndefined();
    expect(indexAfterKey('ArrowRight', -1, 5)).toBeUndefined();
  });
});
