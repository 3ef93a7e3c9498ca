import fc from 'fast-check';
import type { Spot } from '#shared/domain/fields.ts';

/** Spots on the ground and somewhat beyond, often on round numbers so that they coincide. */
export const anySpot: fc.Arbitrary<Spot> = fc.oneof(
  fc.record({
    x: fc.double({ min: -200, max: 1200, noNaN: true }),
    y: fc.double({ min: -200, max: 900, noNaN: true }),
  }),
  fc.record({
    x: fc.integer({ min: 0, max: 4 }).map((column) => column * 250),
    y: fc.integer({ min: 0, max: 3 }).map((row) => row * 200),
  }),
);

export const anyBends: fc.Arbitrary<Spot[]> = fc.array(anySpot, { minLength: 2, maxLength: 12 });

export const anyShare: fc.Arbitrary<number> = fc.double({ min: 0, max: 1, noNaN: true });
