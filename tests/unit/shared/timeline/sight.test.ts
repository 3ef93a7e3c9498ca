import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundWith, sightOf, toGround, toScreen } from '#shared/timeline/sight.ts';
import { anySpot } from './arbitraries.ts';

const anyRoom = fc.record({
  width: fc.integer({ min: 200, max: 2400 }),
  height: fc.integer({ min: 260, max: 1600 }),
});
const inset = { top: 96, right: 24, bottom: 92, left: 24 };

describe('seeing the ground', () => {
  it('shows everything laid down, clear of what stands in front', () => {
    fc.assert(
      fc.property(fc.array(anySpot), anyRoom, (spots, room) => {
        const sight = sightOf(groundWith(spots), room, inset);
        for (const spot of spots) {
          const { x, y } = toScreen(sight, spot);
          expect(x).toBeGreaterThanOrEqual(inset.left - 1e-6);
          expect(x).toBeLessThanOrEqual(room.width - inset.right + 1e-6);
          expect(y).toBeGreaterThanOrEqual(inset.top - 1e-6);
          expect(y).toBeLessThanOrEqual(room.height - inset.bottom + 1e-6);
        }
      }),
    );
  });

  it('finds the spot under a point again', () => {
    fc.assert(
      fc.property(anySpot, anyRoom, (spot, room) => {
        const sight = sightOf(groundWith([]), room, inset);
        const back = toGround(sight, toScreen(sight, spot));
        expect(back.x).toBeCloseTo(spot.x, 6);
        expect(back.y).toBeCloseTo(spot.y, 6);
      }),
    );
  });
});
