import { z } from 'zod/mini';
import { day, idOf } from './fields.ts';
import { richText } from './richText.ts';

/** Growth that one person saw in the other, said back to them. */
export const noticing = z.looseObject({
  turn: z.optional(idOf('turn')),
  /** Who saw it, */
  person: idOf('person'),
  /** and in whom. */
  of: idOf('person'),
  day,
  text: richText,
});
export type Noticing = z.infer<typeof noticing>;
