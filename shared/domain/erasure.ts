import { z } from 'zod/mini';
import { day } from './fields.ts';

/**
 * What was erased for good: only which records, so that no import and no old copy brings them back. Their words, and
 * every version of them, are gone from this journal. It stays in the journal: nobody else is told.
 */
export const erasure = z.looseObject({
  day,
  records: z.array(z.string().check(z.maxLength(80))),
});
export type Erasure = z.infer<typeof erasure>;
