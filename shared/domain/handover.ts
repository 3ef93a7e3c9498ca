import { z } from 'zod';
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
  person: idOf('person').optional(),
  /** How many records of each kind. */
  counts: z.record(z.string(), z.number().int().min(0)),
  /** The records it carried (out), or that came new (in). */
  records: z.array(z.string().max(80)),
  /** In: the key the sender signed with, in hex, so that another one is noticed later. */
  signingKey: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type Handover = z.infer<typeof handover>;
