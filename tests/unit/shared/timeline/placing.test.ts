import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { place as placeShape } from '#shared/domain/mat.ts';
import { freeAlong, freeSpot, placeAt, spotOf } from '#shared/timeline/placing.ts';
import { distance, layString, nearest, pointAt } from '#shared/timeline/stringPath.ts';
import { anyBends, anyShare, anySpot } from './arbitraries.ts';

describe('putting something down', () => {
  it('lays it on the string within reach, else where it was put', () => {
    fc.assert(
      fc.property(anyBends, anySpot, fc.integer({ min: 0, max: 80 }), (bends, spot, reach) => {
        const curve = layString(bends);
        const place = placeAt(curve, spot, reach);
        expect(placeShape.safeParse(place).success).toBe(true);
        const isClose = nearest(curve, spot).distance <= reach;
        expect(place.on).toBe(isClose ? 'string' : 'ground');
        const slack = isClose ? reach + curve.length * 0.0001 + 1e-6 : 0.01;
        expect(distance(spotOf(curve, place), spot)).toBeLessThanOrEqual(slack);
      }),
    );
  });

  it('keeps spots within what a record can hold', () => {
    const curve = layString([
      { x: 0, y: 0 },
      { x: 9, y: 9 },
    ]);
    expect(placeAt(curve, { x: 1e9, y: -1e9 }, 5)).toEqual({ on: 'ground', spot: { x: 10_000, y: -10_000 } });
  });
});

describe('room for one more', () => {
  it('on the string is in the middle of its longest free stretch', () => {
    expect(freeAlong([])).toBeCloseTo(0.5);
    expect(freeAlong([0.3, 0.9])).toBeCloseTo(0.6);
    expect(freeAlong([0.9, 0.5, 0.3])).toBeCloseTo(0.7);
  });

  it('on the string is never where something already lies', () => {
    fc.assert(
      fc.property(fc.array(anyShare, { maxLength: 20 }), (taken) => {
        const free = freeAlong(taken);
        expect(free).toBeGreaterThan(0);
        expect(free).toBeLessThan(1);
        for (const other of taken) expect(Math.abs(other - free)).toBeGreaterThan(0.01);
      }),
    );
  });

  it('on the ground keeps its distance while there is room', () => {
    fc.assert(
      fc.property(anyBends, fc.array(anySpot, { maxLength: 8 }), (bends, taken) => {
        const curve = layString(bends);
        const spot = freeSpot(curve, taken, 40);
        expect(spot.x).toBeGreaterThanOrEqual(0);
        expect(spot.x).toBeLessThanOrEqual(1000);
        for (const other of taken) expect(distance(other, spot)).toBeGreaterThanOrEqual(40);
      }),
    );
  });

  it('one after another, things never land on each other', () => {
    const curve = layString([
      { x: 90, y: 560 },
      { x: 900, y: 200 },
    ]);
    const laid = [pointAt(curve, 0.5)];
    for (let count = 0; count < 40; count += 1) laid.push(freeSpot(curve, laid, 70));
    for (const [index, one] of laid.entries()) {
      for (const other of laid.slice(index + 1)) expect(distance(one, other)).toBeGreaterThanOrEqual(50);
    }
  });
});
