import { z } from 'zod/mini';
import { day, idOf, line } from './fields.ts';

/**
 * What once left this journal in a share, or came into it by one. It is how a person sees later what they told whom,
 * and stays in the journal: no share carries it, and none is taken from one.
 */
export const handover = z.looseObject({
  day,
  direction: z.enum(['out', 'in']),
  /** The share's own id, as in its manifest. */
  share: line,
  /** The other person: whom it was for, or whom it came from. */
  person: z.optional(idOf('person')),
  /** How many records of each kind. */
  counts: z.record(z.string(), z.int().check(z.minimum(0))),
  /** The records it carried (out), or that came new (in). */
  records: z.array(z.string().check(z.maxLength(80))),
  /** In: the key the sender signed with, in hex, so that another one is noticed later. */
  signingKey: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
});
export type Handover = z.infer<typeof handover>;
