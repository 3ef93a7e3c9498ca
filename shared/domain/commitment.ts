import { z } from 'zod';
import type { Day } from '../base/time.ts';
import { day, idOf, line, passage } from './fields.ts';

export const commitmentStates = ['open', 'kept', 'partly', 'notKept', 'letGo'] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** One promise, made by one person, usually in a turn. */
export const commitment = z.looseObject({
  person: idOf('person'),
  turn: idOf('turn').optional(),
  goal: idOf('goal').optional(),
  /** The day it was made. */
  day,
  what: line,
  why: passage.optional(),
  /** What to do if something gets in the way. */
  ifThen: passage.optional(),
  /** How sure, 0 to 10. */
  sure: z.number().int().min(0).max(10).optional(),
  due: day.optional(),
  state: z.enum(commitmentStates),
  settledOn: day.optional(),
  learned: passage.optional(),
});
export type Commitment = z.infer<typeof commitment>;

/** What a person says when they promise something. */
export interface CommitmentWords {
  readonly what: string;
  readonly due: Day | undefined;
  readonly ifThen: string;
  readonly sure: number | undefined;
}

/** The commitment in other words; what was left empty is left out. */
export function worded(
  current: Omit<Commitment, 'what'>,
  { what, due, ifThen, sure }: CommitmentWords,
): Commitment {
  const { due: _due, ifThen: _ifThen, sure: _sure, ...rest } = current as Commitment;
  return {
    ...rest,
    what: what.trim(),
    ...(due ? { due } : {}),
    ...(ifThen.trim() ? { ifThen: ifThen.trim() } : {}),
    ...(sure === undefined ? {} : { sure }),
  };
}

/** The commitment as it turned out; opening it again forgets the day but not what was learned. */
export function settle(current: Commitment, state: CommitmentState, today: Day): Commitment {
  const { settledOn: _, ...rest } = current;
  return state === 'open' ? { ...rest, state } : { ...rest, state, settledOn: today };
}
