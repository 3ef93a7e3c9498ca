import { z } from 'zod/mini';
import { day, idOf, line, passage } from './fields.ts';

export const goalStates = ['growing', 'reached', 'resting', 'letGo'] as const;
export type GoalState = (typeof goalStates)[number];

/** Something a person wants to grow towards, with what each level would look like, written first. */
export const goal = z.looseObject({
  person: idOf('person'),
  name: line,
  why: passage,
  /** How one will know that it is enough. */
  evidence: passage,
  smallestStep: line,
  /** What -2, -1, 0, +1 and +2 look like, in this order; 0 is "as hoped". */
  levels: z.tuple([line, line, line, line, line]),
  state: z.enum(goalStates),
  day,
});
export type Goal = z.infer<typeof goal>;
