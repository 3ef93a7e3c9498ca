import { z } from 'zod/mini';
import { day, idOf, line, passage } from './fields.ts';

/** One person's answers when the pair looks at itself, every three to four sessions. */
export const reflection = z.looseObject({
  buddyship: idOf('buddyship'),
  person: idOf('person'),
  day,
  answers: z.array(z.looseObject({ prompt: line, words: passage })),
});
export type Reflection = z.infer<typeof reflection>;
