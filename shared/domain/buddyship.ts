import { z } from 'zod';
import { day, idOf, line } from './fields.ts';

/** One lasting relationship between me and one buddy. A journal can hold several. */
export const buddyship = z.looseObject({
  people: z.tuple([idOf('person'), idOf('person')]),
  since: day,
  usualWalk: line,
  rhythm: line.optional(),
  state: z.enum(['active', 'resting', 'ended']),
  /** Ids under which the buddy's journal knows the same relationship. */
  alsoKnownAs: z.array(idOf('buddyship')).optional(),
  /** Only in the sample journal: the last of its writes (by lamport time). What came later somebody wrote into it. */
  sample: z.looseObject({ through: z.number().int().min(1) }).optional(),
});
export type Buddyship = z.infer<typeof buddyship>;
