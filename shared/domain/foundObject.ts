import { z } from 'zod/mini';
import { idOf, line, spot } from './fields.ts';

export const shapes = ['leaf', 'stone', 'acorn', 'feather', 'cone', 'flower', 'stick', 'shell'] as const;
export type Shape = (typeof shapes)[number];

/** Something from the ground, laid there again for what it stands for. */
export const foundObject = z.looseObject({
  timeline: idOf('timeline'),
  shape: z.enum(shapes),
  meaning: line,
  spot,
  /** Degrees, clockwise. */
  turned: z.optional(z.number().check(z.minimum(-360), z.maximum(360))),
});
export type FoundObject = z.infer<typeof foundObject>;
