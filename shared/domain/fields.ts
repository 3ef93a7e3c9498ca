import { z } from 'zod/mini';
import type { RecordId } from '../base/ids.ts';
import type { Day } from '../base/time.ts';
import { parseDay } from '../base/time.ts';

/**
 * @file The pieces that record bodies are made of. Bodies are loose objects: what a newer Stringwalk added
 * is kept as it is and travels on with every later revision.
 */

/** Days a journal may speak of. Outside them a day is taken for a slip of the finger. */
export const firstDay = '1900-01-01' as Day;
export const lastDay = '2199-12-31' as Day;

export const day = z
  .string()
  .check(
    z.refine((text) => isJournalDay(text), 'not a day this journal can keep'),
  ) as unknown as z.ZodMiniType<Day, Day>;

/** Whether a text is a real calendar day within the journal's range. */
export function isJournalDay(text: string): text is Day {
  return parseDay(text) !== undefined && text >= firstDay && text <= lastDay;
}

/** Local wall-clock time, `HH:MM`. */
export const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** A line: names, titles, places. */
export const line = z.string().check(z.maxLength(500));

/** How long a passage may be, in UTF-16 units. */
export const longestPassage = 100_000;

/** Some sentences, plain. */
export const passage = z.string().check(z.maxLength(longestPassage));

/** An id of a record of one kind. */
export function idOf<Kind extends string>(kind: Kind): z.ZodMiniType<RecordId<Kind>, RecordId<Kind>> {
  const pattern = new RegExp(`^${kind}_[0-9a-f]{32}$`);
  return z.string().check(z.regex(pattern)) as unknown as z.ZodMiniType<RecordId<Kind>, RecordId<Kind>>;
}

/** A time said as people say it ("spring-ish, 2028"); `day` is where it roughly lies, if one can tell. */
export const fuzzyTime = z.looseObject({ text: line, day: z.optional(day) });
export type FuzzyTime = z.infer<typeof fuzzyTime>;

/** A spot on the ground, in ground units: 0 to 1000 across, 0 to 700 down. Spots may lie outside. */
export const spot = z.object({
  x: z.number().check(z.minimum(-10_000), z.maximum(10_000)),
  y: z.number().check(z.minimum(-10_000), z.maximum(10_000)),
});
export type Spot = z.infer<typeof spot>;
