import { z } from 'zod';
import { day, idOf, line, passage } from './fields.ts';

/** One dated version of what the two explicitly promised each other. A change is a new version. */
export const agreement = z.looseObject({
  buddyship: idOf('buddyship'),
  /** In force from this day, */
  day,
  /** until this one, when the two look at it together. */
  until: day.optional(),
  promises: z.array(z.looseObject({ prompt: line, words: passage })),
  accepted: z.array(z.looseObject({ person: idOf('person'), day })),
});
export type Agreement = z.infer<typeof agreement>;
