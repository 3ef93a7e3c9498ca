import { z } from 'zod/mini';
import { day, idOf, line } from './fields.ts';

/** One lasting relationship between me and one buddy. A journal can hold several. */
export const buddyship = z.looseObject({
  people: z.tuple([idOf('person'), idOf('person')]),
  since: day,
  usualWalk: line,
  rhythm: z.optional(line),
  state: z.enum(['active', 'resting', 'ended']),
  /** Ids under which the buddy's journal knows the same relationship. */
  alsoKnownAs: z.optional(z.array(idOf('buddyship'))),
  /** Only in the sample journal: the last of its writes (by lamport time). What came later somebody wrote into it. */
  sample: z.optional(z.looseObject({ through: z.int().check(z.minimum(1)) })),
});
export type Buddyship = z.infer<typeof buddyship>;
