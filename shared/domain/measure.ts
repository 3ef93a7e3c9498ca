import { z } from 'zod';
import { idOf, line } from './fields.ts';

/** The scales every journal has. They need no record of their own. */
export const commonMeasures = ['clarity', 'confidence', 'energy', 'motivation'] as const;
export type CommonMeasure = (typeof commonMeasures)[number];

/** A scale of one's own, always from 0 to 10. */
export const measure = z.looseObject({
  person: idOf('person'),
  name: line,
  low: line.optional(),
  high: line.optional(),
});
export type Measure = z.infer<typeof measure>;

export const measureRef = z.union([z.enum(commonMeasures), idOf('measure')]);
export type MeasureRef = z.infer<typeof measureRef>;
