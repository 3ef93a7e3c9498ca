import { z } from 'zod/mini';
import { idOf, line } from './fields.ts';

export const methods = [
  'stringAndMats',
  'openTalk',
  'grow',
  'scaling',
  'listeningOnly',
  'dreamerPlannerCritic',
  'headline',
  'ideaSwap',
  'stuckToUnstuck',
] as const;
export type Method = (typeof methods)[number];

/** One half of a session (or one round of three): somebody explores, somebody holds the space. */
export const turn = z.looseObject({
  session: idOf('session'),
  /** 1 for the first half, 2 for the second, 3 for a third round. */
  order: z.int().check(z.minimum(1), z.maximum(9)),
  explorer: idOf('person'),
  holder: idOf('person'),
  observer: z.optional(idOf('person')),
  method: z.optional(z.union([z.enum(methods), line])),
  question: z.optional(idOf('question')),
  timeline: z.optional(idOf('timeline')),
  minutes: z.optional(z.int().check(z.minimum(0), z.maximum(1440))),
});
export type Turn = z.infer<typeof turn>;
