import { z } from 'zod/mini';
import { day, idOf, passage } from './fields.ts';

/** A dated reading of how far a goal is: -2 much less than hoped, 0 as hoped, +2 much more. */
export const checkIn = z.looseObject({
  goal: idOf('goal'),
  day,
  level: z.int().check(z.minimum(-2), z.maximum(2)),
  words: passage,
});
export type CheckIn = z.infer<typeof checkIn>;
