import { describe, expect, it } from 'vitest';
import { passphraseProblems } from '#renderer/journal/passphrase.ts';
import { guess } from '#renderer/journal/strength/guess.ts';
import { isGuessedAtOnce, strengthSentence } from '#renderer/journal/strength/strengthWords.ts';

const names = ['Judith', 'Kofi Mensah', 'Ecclesall Woods'];

describe('how hard a passphrase is to guess', () => {
  for (const [passphrase, weakness] of [
    ['password', 'common'],
    ['qwertyuiop', 'common'],
    ['14052026', 'date'],
    ['aaaaaaaaaaaa', 'repeat'],
    ['judithkofi', 'own'],
    ['Judith & Kofi', 'own'],
    ['ecclesall woods', 'own'],
    ['Mensah', 'own'],
  ] as const) {
    it(`refuses "${passphrase}", and says why`, () => {
      const found = guess(passphrase, names);
      expect(isGuessedAtOnce(found)).toBe(true);
      expect(found.weakness).toBe(weakness);
      expect(strengthSentence(found)).toMatch(/^This would be guessed within minutes\. \S/);
    });
  }

  for (const passphrase of [
    'lantern otter seven plaid',
    'correcthorsebatterystaple',
    'vier Worte sind besser als eins',
  ]) {
    it(`takes "${passphrase}", whatever kinds of characters it has`, () => {
      expect(passphraseProblems(passphrase, passphrase, guess(passphrase, names))).toEqual({});
      expect(strengthSentence(guess(passphrase, names))).toMatch(/years|lifetime/);
    });
  }

  it('takes what is merely poor, with a word of advice', () => {
    const found = guess('lanternotter', []);
    expect(passphraseProblems('lanternotter', 'lanternotter', found)).toEqual({});
    expect(strengthSentence(found)).toBe(
      'With a room of computers this is guessed within a day. Another random word or two helps most.',
    );
  });

  it('gains nothing from spaces between the same words', () => {
    expect(guess('summer garden', []).guesses).toBe(guess('summergarden', []).guesses);
  });

  it('judges the longest by how it begins', () => {
    const long = 'otter lantern walks'.repeat(2000);
    expect(guess(long, names)).toEqual(guess(long.slice(0, 100), names));
  });
});
