import { z } from 'zod/mini';
import type { Day } from '../base/time.ts';
import { day, idOf, line, passage } from './fields.ts';

export const questionStates = ['drafted', 'carried', 'explored', 'resting', 'answered'] as const;
export type QuestionState = (typeof questionStates)[number];

/** An inquiry question somebody carries, with its earlier wordings. */
export const question = z.looseObject({
  person: idOf('person'),
  wording: line,
  state: z.enum(questionStates),
  /** The day it was first written down. */
  day,
  /** Since when it is in its present state. */
  since: day,
  earlier: z.array(z.looseObject({ wording: line, until: day })),
  grewOutOf: z.optional(z.array(idOf('question'))),
  answer: z.optional(passage),
});
export type Question = z.infer<typeof question>;

/** The question reworded; the old wording is kept with the day it was left, unless nothing changed. */
export function reword(current: Question, wording: string, today: Day): Question {
  if (wording === current.wording) return current;
  const kept = current.wording.trim() === '' ? [] : [{ wording: current.wording, until: today }];
  return { ...current, wording, earlier: [...current.earlier, ...kept] };
}

/** The question in another state from today on. */
export function moveTo(current: Question, state: QuestionState, today: Day): Question {
  return state === current.state ? current : { ...current, state, since: today };
}
