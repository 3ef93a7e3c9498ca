import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alongOfBend,
  directionAt,
  distance,
  layString,
  nearest,
  pointAt,
  svgPath,
} from '#shared/timeline/stringPath.ts';
import { anyBends, anyShare, anySpot } from './arbitraries.ts';

describe('a string laid through its bends', () => {
  it('runs through every bend, in order', () => {
    fc.assert(
      fc.property(anyBends, (bends) => {
        const curve = layString(bends);
        const alongs = bends.map((_, index) => alongOfBend(curve, index));
        for (const [index, bend] of bends.entries()) {
          expect(distance(pointAt(curve, alongs[index] ?? Number.NaN), bend)).toBeLessThan(1e-6);
        }
        expect(alongs).toEqual(alongs.toSorted((a, b) => a - b));
        expect([alongs[0], alongs.at(-1)]).toEqual(curve.length === 0 ? [0, 0] : [0, 1]);
      }),
    );
  });

  it('is measured by length: equal shares are equally long', () => {
    const curve = layString([
      { x: 0, y: 0 },
      { x: 80, y: 300 },
      { x: 500, y: 200 },
      { x: 900, y: 650 },
    ]);
    const steps = Array.from({ length: 200 }, (_, index) =>
      distance(pointAt(curve, index / 200), pointAt(curve, (index + 1) / 200)),
    );
    for (const step of steps) expect(step).toBeCloseTo(curve.length / 200, 0);
  });

  it('is straight between two bends', () => {
    const curve = layString([
      { x: 100, y: 200 },
      { x: 500, y: 500 },
    ]);
    expect(curve.length).toBeCloseTo(500, 6);
    expect(pointAt(curve, 0.5).x).toBeCloseTo(300, 6);
    expect(pointAt(curve, 0.5).y).toBeCloseTo(350, 6);
    expect(directionAt(curve, 0.3).x).toBeCloseTo(0.8, 6);
    expect(svgPath(curve)).toBe('M100 200C233.33 300 366.67 400 500 500');
  });

  it('never strays far from its bends, however unevenly they lie', () => {
    fc.assert(
      fc.property(anyBends, (bends) => {
        const curve = layString(bends);
        for (const [index, piece] of curve.pieces.entries()) {
          const reach = distance(piece.from, piece.to);
          const own = curve.samples.filter((sample) => sample.piece === index);
          for (const { spot } of own)
            expect(distance(spot, piece.from)).toBeLessThanOrEqual(reach * 1.5 + 1e-6);
        }
      }),
    );
  });

  it('stays a spot where all bends lie on one', () => {
    const spot = { x: 40, y: 50 };
    const curve = layString([spot, spot, spot]);
    expect(curve.length).toBe(0);
    expect(pointAt(curve, 0.7)).toEqual(spot);
    expect(directionAt(curve, 0.7)).toEqual({ x: 1, y: 0 });
    expect(nearest(curve, { x: 43, y: 54 })).toMatchObject({ along: 0, distance: 5 });
  });

  it('stops at its ends', () => {
    fc.assert(
      fc.property(anyBends, fc.double({ min: -5, max: 6, noNaN: true }), (bends, along) => {
        const curve = layString(bends);
        const within = Math.min(1, Math.max(0, along));
        expect(pointAt(curve, along)).toEqual(pointAt(curve, within));
      }),
    );
  });
});

describe('the nearest point of a string', () => {
  it('is the point itself for a point of the string', () => {
    fc.assert(
      fc.property(anyBends, anyShare, (bends, along) => {
        const curve = layString(bends);
        const found = nearest(curve, pointAt(curve, along));
        expect(found.distance).toBeLessThan(Math.max(1, curve.length * 0.002));
      }),
    );
  });

  it('is nearer than any other, and lies where it says', () => {
    fc.assert(
      fc.property(anyBends, anySpot, (bends, spot) => {
        const curve = layString(bends);
        const found = nearest(curve, spot);
        for (let step = 0; step <= 400; step += 1) {
          const other = distance(pointAt(curve, step / 400), spot);
          expect(found.distance).toBeLessThanOrEqual(other + Math.max(1, curve.length * 0.002));
        }
        expect(distance(pointAt(curve, found.along), found.spot)).toBeLessThan(1e-9);
        expect(found.piece).toBeGreaterThanOrEqual(0);
        expect(found.piece).toBeLessThan(bends.length - 1);
        expect(alongOfBend(curve, found.piece)).toBeLessThanOrEqual(found.along + 1e-9);
        expect(alongOfBend(curve, found.piece + 1)).toBeGreaterThanOrEqual(found.along - 1e-9);
      }),
    );
  });
});
