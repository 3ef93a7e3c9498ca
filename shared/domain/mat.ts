import { z } from 'zod/mini';
import { fuzzyTime, idOf, line, spot } from './fields.ts';

/** A place somebody stood. On the string it slides along it; off the string it lies where it was put. */
export const place = z.discriminatedUnion('on', [
  /** `along` runs from 0, the string's first end, to 1, by length. */
  z.object({ on: z.literal('string'), along: z.number().check(z.minimum(0), z.maximum(1)) }),
  z.object({ on: z.literal('ground'), spot }),
]);
export type Place = z.infer<typeof place>;

/** A mat. What was noticed there are notes that belong to it. */
export const mat = z.looseObject({
  timeline: idOf('timeline'),
  /** The order in which mats are read and walked; any number, only its rank counts. */
  order: z.number(),
  name: line,
  when: z.optional(fuzzyTime),
  place,
});
export type Mat = z.infer<typeof mat>;
