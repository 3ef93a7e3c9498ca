/** @file What a passphrase must be. Pure; asked wherever one is chosen. */
import { type Guess, isGuessedAtOnce, strengthSentence } from './strength/strengthWords.ts';

/** Fewer are guessed too soon, whatever they are. */
export const shortestPassphrase = 8;

export interface PassphraseProblems {
  readonly passphrase?: string;
  readonly again?: string;
}

/**
 * Why these two entries cannot become a passphrase, as a sentence for each; nothing where they can. Without a `guess`
 * (see `strength/`) nothing is refused for being easy to guess.
 */
export function passphraseProblems(passphrase: string, again: string, guess?: Guess): PassphraseProblems {
  if (lengthOf(passphrase) < shortestPassphrase)
    return {
      passphrase: `Use at least ${shortestPassphrase} characters; four or more random words are best.`,
    };
  if (guess && isGuessedAtOnce(guess)) return { passphrase: strengthSentence(guess) };
  if (normalised(passphrase) !== normalised(again))
    return { again: 'The two do not match yet. Type the same passphrase twice.' };
  return {};
}

/** People count what they see: an emoji is one, spaces around the whole do not count. */
function lengthOf(passphrase: string): number {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(normalised(passphrase))]
    .length;
}

/** As the key is made of it (see `ageFile.ts`). */
function normalised(passphrase: string): string {
  return passphrase.normalize('NFKC').trim();
}
