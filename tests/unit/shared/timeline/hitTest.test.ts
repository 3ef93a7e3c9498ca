import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hitTest, type Scene } from '#shared/timeline/hitTest.ts';
import { layString, nearest } from '#shared/timeline/stringPath.ts';
import { anyBends, anySpot } from './arbitraries.ts';

const curve = layString([
  { x: 0, y: 100 },
  { x: 500, y: 100 },
  { x: 1000, y: 100 },
]);
const scene: Scene<string, string> = {
  curve,
  mats: [
    { id: 'now', spot: { x: 200, y: 100 }, radius: 30 },
    { id: 'arrived', spot: { x: 240, y: 100 }, radius: 30 },
  ],
  objects: [{ id: 'leaf', spot: { x: 195, y: 95 }, radius: 12 }],
  bendReach: 0,
  stringReach: 8,
};

describe('what lies under the pointer', () => {
  it('is the topmost of two mats', () => {
    expect(hitTest(scene, { x: 222, y: 100 })).toEqual({ on: 'mat', id: 'arrived' });
    expect(hitTest(scene, { x: 205, y: 118 })).toEqual({ on: 'mat', id: 'now' });
  });

  it('is an object rather than the mat it lies on', () => {
    expect(hitTest(scene, { x: 197, y: 99 })).toEqual({ on: 'object', id: 'leaf' });
  });

  it('is the string beside the mats, with the place on it', () => {
    const hit = hitTest(scene, { x: 750, y: 104 });
    expect(hit).toMatchObject({ on: 'string', piece: 1 });
    expect(hit.on === 'string' && hit.along).toBeCloseTo(0.75, 3);
  });

  it('is a bend only while bends are shown', () => {
    expect(hitTest(scene, { x: 503, y: 101 }).on).toBe('string');
    expect(hitTest({ ...scene, bendReach: 10 }, { x: 503, y: 101 })).toEqual({ on: 'bend', index: 1 });
    expect(hitTest({ ...scene, bendReach: 10 }, { x: 520, y: 101 }).on).toBe('string');
  });

  it('is the bare ground elsewhere', () => {
    expect(hitTest(scene, { x: 600, y: 300 })).toEqual({ on: 'ground' });
  });

  it('is the string wherever the string is within reach and nothing lies on it', () => {
    fc.assert(
      fc.property(anyBends, anySpot, (bends, spot) => {
        const bare = { ...scene, curve: layString(bends), mats: [], objects: [] };
        const isNear = nearest(bare.curve, spot).distance <= bare.stringReach;
        expect(hitTest(bare, spot).on).toBe(isNear ? 'string' : 'ground');
      }),
    );
  });
});
