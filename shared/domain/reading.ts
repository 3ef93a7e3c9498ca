import { z } from 'zod';
import { day, idOf, passage } from './fields.ts';
import { measureRef } from './measure.ts';

/** One dated value on a scale from 0 to 10, with what makes it that. */
export const reading = z.looseObject({
  turn: idOf('turn').optional(),
  person: idOf('person'),
  measure: measureRef,
  moment: z.enum(['before', 'after', 'alone']),
  day,
  /** Absent once a person has taken it back: not rated is a state of its own, never 0. */
  value: z.number().min(0).max(10).optional(),
  words: passage,
});
export type Reading = z.infer<typeof reading>;
