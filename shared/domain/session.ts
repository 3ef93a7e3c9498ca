import { z } from 'zod/mini';
import { day, idOf, line, timeOfDay } from './fields.ts';

export const manners = ['walk', 'inPerson', 'call'] as const;
export type Manner = (typeof manners)[number];

/** One meeting of the pair. Its halves are turns; what was said there belongs to those. */
export const session = z.looseObject({
  buddyship: idOf('buddyship'),
  day,
  startsAt: z.optional(timeOfDay),
  endsAt: z.optional(timeOfDay),
  manner: z.enum(manners),
  place: line,
  title: line,
});
export type Session = z.infer<typeof session>;
