/** @file The worker's side of `strengthClient.ts`: the word lists take half a second to lay out. */
import { guess } from './guess.ts';
import type { StrengthAnswer, StrengthQuestion } from './strengthClient.ts';

self.addEventListener('message', ({ data }: MessageEvent<StrengthQuestion>) => {
  const answer: StrengthAnswer = { number: data.number, guess: guess(data.passphrase, data.names) };
  self.postMessage(answer);
});
