import { z } from 'zod/mini';
import { idOf, line } from './fields.ts';

/** Somebody in the journal: me, a buddy, or an observer. */
export const person = z.looseObject({
  name: line,
  /**
   * Ids under which other journals know the same person. A share brings its sender's own records of both people;
   * naming their ids here is all that joining two journals takes (see `revisions/aliases.ts`).
   */
  alsoKnownAs: z.optional(z.array(idOf('person'))),
});
export type Person = z.infer<typeof person>;
