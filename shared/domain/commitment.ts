import { z } from 'zod/mini';
import type { Day } from '../base/time.ts';
import { day, idOf, line, passage } from './fields.ts';

export const commitmentStates = ['open', 'kept', 'partly', 'notKept', 'letGo'] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** One promise, made by one person, usually in a turn. */
export const commitment = z.looseObject({
  person: idOf('person'),
  turn: z.optional(idOf('turn')),
  goal: z.optional(idOf('goal')),
  /** The day it was made. */
  day,
  what: line,
  why: z.optional(passage),
  /** What to do if something gets in the way. */
  ifThen: z.optional(passage),
  /** How sure, 0 to 10. */
  sure: z.optional(z.int().check(z.minimum(0), z.maximum(10))),
  due: z.optional(day),
  state: z.enum(commitmentStates),
  settledOn: z.optional(day),
  learned: z.optional(passage),
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
