import { z } from 'zod/mini';
import { day, idOf, line, passage } from './fields.ts';

/** One dated version of what the two explicitly promised each other. A change is a new version. */
export const agreement = z.looseObject({
  buddyship: idOf('buddyship'),
  /** The version it was begun from: tells two of one day apart. */
  follows: z.optional(idOf('agreement')),
  /** In force from this day, */
  day,
  /** until this one, when the two look at it together. */
  until: z.optional(day),
  promises: z.array(z.looseObject({ prompt: line, words: passage })),
  accepted: z.array(z.looseObject({ person: idOf('person'), day })),
});
export type Agreement = z.infer<typeof agreement>;

/** What the two are asked; the same words in every version, so that versions can be laid side by side. */
export const agreementPrompts = {
  working: 'What is each of us working on now, and what would make this worthwhile?',
  support: 'What does great support look like to you, and what does not help?',
  rhythm: 'How often, how long, where; who books?',
  split: 'How do we split the time, and who starts?',
  noted: 'What may be noted down, what may be shared, what never leaves the two of us?',
  challenge: 'How do you like to be challenged; how will you say “not today”?',
  promises: 'How do we ask about commitments without nagging?',
  skills: 'What skills could we swap?',
  quiet: 'What happens when one of us goes quiet, and after how many days?',
  limits: 'What is not for us, and who else would I go to?',
  looking: 'When do we look at this together, and what would tell us to do it sooner?',
  ending: 'How would we like to end, one day?',
} as const;
