import { z } from 'zod';
import { day, fuzzyTime, idOf, line, spot } from './fields.ts';

/** A string laid on the ground for one question. */
export const timeline = z.looseObject({
  buddyship: idOf('buddyship'),
  /** Whose line it is. */
  person: idOf('person'),
  title: line,
  day,
  question: idOf('question').optional(),
  session: idOf('session').optional(),
  /** Where the string bends, from its first end to its last; at least its two ends. A smooth curve runs through them. */
  path: z.array(spot).min(2).max(64),
  /** Which end is the past. */
  pastAt: z.enum(['start', 'end']),
  from: fuzzyTime.optional(),
  to: fuzzyTime.optional(),
});
export type Timeline = z.infer<typeof timeline>;
