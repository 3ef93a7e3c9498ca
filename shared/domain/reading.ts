import { z } from 'zod/mini';
import { day, idOf, passage } from './fields.ts';
import { measureRef } from './measure.ts';

/** One dated value on a scale from 0 to 10, with what makes it that. */
export const reading = z.looseObject({
  turn: z.optional(idOf('turn')),
  person: idOf('person'),
  measure: measureRef,
  moment: z.enum(['before', 'after', 'alone']),
  day,
  /** Absent once a person has taken it back: not rated is a state of its own, never 0. */
  value: z.optional(z.number().check(z.minimum(0), z.maximum(10))),
  words: passage,
});
export type Reading = z.infer<typeof reading>;
