import { z } from 'zod/mini';
import { idOf, line } from './fields.ts';

/** The scales every journal has. They need no record of their own. */
export const commonMeasures = ['clarity', 'confidence', 'energy', 'motivation'] as const;
export type CommonMeasure = (typeof commonMeasures)[number];

/** A scale of one's own, always from 0 to 10. */
export const measure = z.looseObject({
  person: idOf('person'),
  name: line,
  low: z.optional(line),
  high: z.optional(line),
});
export type Measure = z.infer<typeof measure>;

export const measureRef = z.union([z.enum(commonMeasures), idOf('measure')]);
export type MeasureRef = z.infer<typeof measureRef>;
