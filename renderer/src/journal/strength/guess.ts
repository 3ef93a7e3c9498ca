/**
 * @file How many guesses a passphrase would take, told by zxcvbn: from words, names, dates and patterns that people
 * use, never from which kinds of characters there are. Over a megabyte of word lists, so it runs in a worker alone.
 */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import type { Guess, Weakness } from './strengthWords.ts';

const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary },
  graphs: common.adjacencyGraphs,
});

/** Longer ones take long to judge, and are beyond guessing. */
const longestJudged = 100;

/** `names`: what anybody who knows the person would try first. */
export function guess(passphrase: string, names: readonly string[]): Guess {
  const own = names.flatMap((name) => [name, ...name.split(/\s+/)]).filter((name) => name.length > 1);
  const text = passphrase.normalize('NFKC').trim().slice(0, longestJudged);
  // A guesser tries words with and without spaces; zxcvbn takes a space for a reason to try every letter.
  const tried = [...new Set([text, text.replace(/[\s\p{P}]+/gu, '')])].filter((each) => each !== '');
  const [easiest] = tried.map((each) => zxcvbn.check(each, own)).sort((a, b) => a.guesses - b.guesses);
  if (!easiest) return { guesses: 0, weakness: undefined };
  return { guesses: easiest.guesses, weakness: weaknessIn(easiest.sequence) };
}

interface Part {
  readonly pattern: string;
  readonly token: string;
  readonly dictionaryName?: string;
}

/** What the longest part of it that was recognised is. */
function weaknessIn(parts: readonly Part[]): Weakness | undefined {
  const [longest] = parts
    .filter(({ pattern }) => pattern !== 'bruteforce' && pattern !== 'separator')
    .toSorted((a, b) => b.token.length - a.token.length);
  if (!longest) return undefined;
  if (parts.some(({ dictionaryName }) => dictionaryName === 'userInputs')) return 'own';
  switch (longest.pattern) {
    case 'date':
    case 'regex':
      return 'date';
    case 'spatial':
    case 'sequence':
      return 'keys';
    case 'repeat':
      return 'repeat';
    default:
      return longest.dictionaryName?.startsWith('passwords') ? 'common' : 'words';
  }
}
