import { z } from 'zod/mini';
import { day, idOf } from './fields.ts';
import { richText } from './richText.ts';

/** Rich text of one person's words. The author is whose journal wrote it down; `person` is whose words they are. */
export const note = z.looseObject({
  /** What it belongs to; absent for a note on its own. */
  about: z.optional(z.union([idOf('turn'), idOf('session'), idOf('mat'), idOf('question')])),
  person: idOf('person'),
  day,
  text: richText,
});
export type Note = z.infer<typeof note>;
