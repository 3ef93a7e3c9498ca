import { z } from 'zod';
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
  order: z.number().int().min(1).max(9),
  explorer: idOf('person'),
  holder: idOf('person'),
  observer: idOf('person').optional(),
  method: z.enum(methods).or(line).optional(),
  question: idOf('question').optional(),
  timeline: idOf('timeline').optional(),
  minutes: z.number().int().min(0).max(1440).optional(),
});
export type Turn = z.infer<typeof turn>;
