import { z } from 'zod/mini';
import { day, fuzzyTime, idOf, line, spot } from './fields.ts';

/** A string laid on the ground for one question. */
export const timeline = z.looseObject({
  buddyship: idOf('buddyship'),
  /** Whose line it is. */
  person: idOf('person'),
  title: line,
  day,
  question: z.optional(idOf('question')),
  session: z.optional(idOf('session')),
  /** Where the string bends, from its first end to its last; at least its two ends. A smooth curve runs through them. */
  path: z.array(spot).check(z.minLength(2), z.maxLength(64)),
  /** Which end is the past. */
  pastAt: z.enum(['start', 'end']),
  from: z.optional(fuzzyTime),
  to: z.optional(fuzzyTime),
});
export type Timeline = z.infer<typeof timeline>;
