import { agreementPrompts as prompts } from '../domain/agreement.ts';
import type { AgreementTale } from './tale.ts';

/** Four versions: at the start, after a season, after the pause, and after the quarrel on the towpath. */
export const agreements: readonly AgreementTale[] = [
  {
    at: [3, -4],
    until: [3, 88],
    accepted: { me: 0, buddy: 1 },
    promises: [
      {
        prompt: prompts.working,
        words:
          'Judith: what to want instead of the job. Kofi: whether to stop teaching, and how. Worthwhile if each of us has said one thing aloud that we had only thought.',
      },
      {
        prompt: prompts.support,
        words: 'Listen. No fixing unless asked. Kofi adds: laugh, but not to get out of it.',
      },
      {
        prompt: prompts.rhythm,
        words: 'Every other week, after school, an hour and a bit, in the woods. Judith books.',
      },
      { prompt: prompts.split, words: 'Half and half. We take turns at starting.' },
      {
        prompt: prompts.noted,
        words:
          'Judith writes. Either may say “not that”. Nothing to Lena, Bea or anybody about the other one.',
      },
      { prompt: prompts.quiet, words: 'After ten days without a word: one message, no question mark.' },
    ],
  },
  {
    at: [3, 198],
    until: [2, 15],
    accepted: { me: 0, buddy: 0 },
    promises: [
      {
        prompt: prompts.working,
        words: 'Judith: Mum, and Fridays. Kofi: leaving well, and what enough is.',
      },
      {
        prompt: prompts.support,
        words:
          'Waiting. Saying it back in the other one’s words and not in better ones. What does not help: being late (Kofi).',
      },
      {
        prompt: prompts.rhythm,
        words:
          'Every other week. Judith books, Kofi brings the flask and sets off ten minutes before he thinks.',
      },
      { prompt: prompts.split, words: 'Half and half. Whoever had less last time starts.' },
      { prompt: prompts.noted, words: 'As before. Notices we give each other may be copied out and kept.' },
      {
        prompt: prompts.promises,
        words: 'Ask “how did it go?” and then stop talking. It is not a drug chart.',
      },
      {
        prompt: prompts.challenge,
        words: 'Kofi: straight, please, but one thing at a time. Judith: in writing first, if it can wait.',
      },
      {
        prompt: prompts.quiet,
        words: 'After ten days: one message, no question mark. It worked once; keep it.',
      },
    ],
  },
  {
    at: [2, 276],
    until: [1, 90],
    accepted: { me: 0, buddy: 3 },
    promises: [
      {
        prompt: prompts.working,
        words:
          'Kofi: being a father, and a shed that can stand without him. Judith: a house with nobody in it, and singing.',
      },
      { prompt: prompts.support, words: 'The same, and: a baby may cry in anybody’s half.' },
      {
        prompt: prompts.rhythm,
        words:
          'Every other week, sixty minutes, beginning when Esi falls asleep. If she does not, we walk anyway and call it a walk.',
      },
      { prompt: prompts.split, words: 'Half and half over three sessions, not in each.' },
      {
        prompt: prompts.noted,
        words: 'Judith still writes. Nothing about Esi that she would mind at fifteen.',
      },
      { prompt: prompts.promises, words: 'Small ones. Smaller than that.' },
      { prompt: prompts.skills, words: 'Judith learns to true a wheel. Kofi learns what the leaflets mean.' },
      {
        prompt: prompts.quiet,
        words: 'We have seen that we can put this down and find it again. A photograph on Sundays is enough.',
      },
    ],
  },
  {
    at: [1, 127],
    until: [0, 50],
    accepted: { me: 0, buddy: 0 },
    promises: [
      {
        prompt: prompts.working,
        words: 'Judith: what to be tired from. Kofi: what Esi hears; a shed with other people’s names on it.',
      },
      {
        prompt: prompts.support,
        words:
          'Be frightened at the other one’s speed. Ask before offering. “No” is an answer, “later” is an answer, and ISAs are never an answer.',
      },
      {
        prompt: prompts.rhythm,
        words: 'Every other week, mornings at ten, seventy-five minutes. Whoever remembers first books.',
      },
      { prompt: prompts.split, words: 'Half and half. A half can be put in the bank.' },
      {
        prompt: prompts.noted,
        words: 'Both write, in Judith’s book. Nothing about Esi that she would mind at fifteen.',
      },
      {
        prompt: prompts.challenge,
        words: 'Say “you’re doing it”. The other says sorry first and is interesting about it afterwards.',
      },
      { prompt: prompts.promises, words: '“How did it go?” And then listen to that, too.' },
      {
        prompt: prompts.limits,
        words:
          'Not a surgery, and not a bank. For the nights: Judith rings Neil, whatever the time there. Kofi wakes Lena.',
      },
      {
        prompt: prompts.ending,
        words: 'On a walk, at the bridge, having said so at the walk before. Teacake after.',
      },
    ],
  },
];
