/** @file What people read for the words that records are kept in. */
import type { CommitmentState } from '#shared/domain/commitment.ts';
import { commonMeasures, type MeasureRef } from '#shared/domain/measure.ts';
import type { Manner } from '#shared/domain/session.ts';
import { type Method, methods } from '#shared/domain/turn.ts';
import type { View } from './view.ts';

/** As a choice or a label: "Walk". */
export const mannerNames: Readonly<Record<Manner, string>> = {
  walk: 'Walk',
  inPerson: 'In person',
  call: 'Call',
};

/** Inside a sentence: "Session 147, a walk". */
export const mannerPhrases: Readonly<Record<Manner, string>> = {
  walk: 'a walk',
  inPerson: 'in person',
  call: 'a call',
};

const methodNames: Readonly<Record<Method, string>> = {
  stringAndMats: 'String and mats',
  openTalk: 'Open talk',
  grow: 'GROW',
  scaling: 'Scaling',
  listeningOnly: 'Listening only',
  dreamerPlannerCritic: 'Dreamer, planner, critic',
  headline: 'Headline from the future',
  ideaSwap: 'Idea swap',
  stuckToUnstuck: 'Stuck to unstuck',
};

/** A method's name; one that people named themselves is its own name. */
export function methodName(method: string): string {
  const known = methods.find((candidate) => candidate === method);
  return known ? methodNames[known] : method;
}

export const commitmentStateNames: Readonly<Record<CommitmentState, string>> = {
  open: 'Open',
  kept: 'Kept',
  partly: 'Partly kept',
  notKept: 'Not kept',
  letGo: 'Let go',
};

const commonMeasureNames: Readonly<Record<(typeof commonMeasures)[number], string>> = {
  clarity: 'Clarity',
  confidence: 'Confidence',
  energy: 'Energy',
  motivation: 'Motivation',
};

/** A measure's name, whether every journal has it or somebody made it. */
export function measureName(view: View, measure: MeasureRef): string {
  const common = commonMeasures.find((candidate) => candidate === measure);
  if (common) return commonMeasureNames[common];
  return view.get('measure', measure as Extract<MeasureRef, `measure_${string}`>)?.body.name ?? 'A measure';
}
