/** @file What people read for shapes and states on this page. */
import type { Shape } from '#shared/domain/foundObject.ts';
import type { QuestionState } from '#shared/domain/question.ts';

export const shapeNames: Readonly<Record<Shape, string>> = {
  leaf: 'A leaf',
  stone: 'A stone',
  acorn: 'An acorn',
  feather: 'A feather',
  cone: 'A pine cone',
  flower: 'A flower',
  stick: 'A stick',
  shell: 'A shell',
};

/** Inside a sentence. */
export const questionStateNames: Readonly<Record<QuestionState, string>> = {
  drafted: 'drafted',
  carried: 'carried',
  explored: 'explored',
  resting: 'resting',
  answered: 'answered',
};
