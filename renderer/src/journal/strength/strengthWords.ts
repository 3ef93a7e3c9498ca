/** @file What is said about a passphrase that somebody is choosing. Pure. */

/** What makes it easier to guess than it looks. `own`: a name or walk that is in the journal. */
export type Weakness = 'own' | 'date' | 'keys' | 'repeat' | 'common' | 'words';

export interface Guess {
  /** How many would be tried before it. */
  readonly guesses: number;
  readonly weakness: Weakness | undefined;
}

/**
 * Each guess costs 256 MB of memory and most of a second (scrypt 2^18). A thousand a second takes a room of machines;
 * whoever has fewer needs longer.
 */
const guessesPerSecond = 1000;

const day = 24 * 3600;
const year = 365 * day;

/** What falls before anybody has noticed the loss. Refused; all else is the person's own choice. */
const fallsAtOnce = 1000;

export function isGuessedAtOnce({ guesses }: Guess): boolean {
  return guesses / guessesPerSecond < fallsAtOnce;
}

/** How long it would hold, and what would help, in a sentence or two. */
export function strengthSentence(guess: Guess): string {
  const help = helpFor(guess.weakness);
  if (isGuessedAtOnce(guess)) return `This would be guessed within minutes. ${help}`;
  const seconds = guess.guesses / guessesPerSecond;
  if (seconds < day) return `With a room of computers this is guessed within a day. ${help}`;
  if (seconds < 30 * day) return `With a room of computers this is guessed within weeks. ${help}`;
  if (seconds < year) return `With a room of computers this is guessed within months. ${help}`;
  if (seconds < 100 * year)
    return 'Guessing this would take a room of computers years. One more word would make it a lifetime.';
  return 'Guessing this would take a room of computers longer than a lifetime.';
}

function helpFor(weakness: Weakness | undefined): string {
  switch (weakness) {
    case 'own':
      return 'Names and walks from this journal are tried first; words that have nothing to do with you help.';
    case 'date':
      return 'Dates and years are tried early; another random word helps more.';
    case 'keys':
      return 'Rows of keys and letters are tried early; random words help more.';
    case 'repeat':
      return 'Repeating adds little; another random word helps more.';
    case 'common':
      return 'Many people use it, so it is tried early; random words help more.';
    case 'words':
    case undefined:
      return 'Another random word or two helps most.';
  }
}
