/**
 * @file A recovery key as somebody types or pastes it: words in any case, with commas, line breaks or the numbers of
 * the sheet between them, or the text `AGE-SECRET-KEY-1…`. Nothing is guessed: what is wrong is named, group by group.
 */
import { concatBytes } from '@noble/hashes/utils.js';
import { unreachable } from '../base/assert.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { nearestWord } from './nearestWord.ts';
import { bytesOf, groupCount, identityOf, isRecoveryWord, secretOf, wordsInAGroup } from './recoveryWords.ts';

export type TypedProblem =
  | { readonly why: 'nothing' }
  | {
      readonly why: 'unknown-word';
      readonly group: number;
      readonly word: string;
      readonly meant: string | undefined;
    }
  /** All four are words of the list, but not these four, or not here. */
  | { readonly why: 'misfit'; readonly group: number; readonly fitsGroup: number | undefined }
  | { readonly why: 'words-missing'; readonly group: number; readonly have: number }
  | { readonly why: 'words-too-many'; readonly group: number }
  /** `AGE-SECRET-KEY-1…` with a slip in it, or cut short. */
  | { readonly why: 'text-damaged' };

export type TypedGroup =
  | { readonly state: 'empty' }
  /** So far nothing is wrong. */
  | { readonly state: 'begun' }
  | { readonly state: 'fits' }
  | { readonly state: 'wrong'; readonly problem: TypedProblem };

/** The 32 secret bytes, or the first thing that is wrong. */
export function readTypedKey(typed: string): Result<Uint8Array, TypedProblem> {
  const text = keyText(typed);
  if (text !== undefined) {
    const secret = secretOf(text);
    return secret ? ok(secret) : err({ why: 'text-damaged' });
  }
  const groups = groupsOf(typed);
  if (groups.every(({ length }) => length === 0)) return err({ why: 'nothing' });
  const read = groups.map((words, index) => readGroup(index + 1, words));
  const wrong = read.find((group) => !group.ok);
  if (wrong) return wrong;
  return ok(concatBytes(...read.map((group) => (group.ok ? group.value : new Uint8Array()))));
}

/** `AGE-SECRET-KEY-1…` of what was typed, in words or as text. */
export function typedIdentity(typed: string): Result<string, TypedProblem> {
  const secret = readTypedKey(typed);
  return secret.ok ? ok(identityOf(secret.value)) : secret;
}

/** How each group stands while somebody types. The word under the pen may still become one of the list. */
export function watchTypedKey(typed: string): readonly TypedGroup[] {
  const groups = groupsOf(typed);
  const last = groups.findLastIndex(({ length }) => length > 0);
  const isTyping = /\p{L}$/u.test(typed);
  return groups.map((words, index): TypedGroup => {
    if (words.length === 0) return { state: 'empty' };
    const settled = isTyping && index === last ? words.slice(0, -1) : words;
    const read = readGroup(index + 1, words);
    if (read.ok) return { state: 'fits' };
    const problem = index === last && words.length <= wordsInAGroup ? slip(index + 1, settled) : read.error;
    return problem ? { state: 'wrong', problem } : { state: 'begun' };
  });
}

/** One group of the sheet, typed by itself. */
export function readTypedGroup(number: number, typed: string): Result<Uint8Array, TypedProblem> {
  const words = wordsIn(typed);
  return words.length === 0 ? err({ why: 'nothing' }) : readGroup(number, words);
}

/** Every word in a text, as the list spells them. The label in "Group 3:" is none. */
export function wordsIn(typed: string): readonly string[] {
  const words =
    typed
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return words.filter((word) => word !== 'group');
}

/** Whether somebody types or pastes the text of the key instead of its words. */
export function isKeyText(typed: string): boolean {
  return keyText(typed) !== undefined;
}

/** What is wrong, and where, as a sentence. */
export function typedProblemWords(problem: TypedProblem): string {
  switch (problem.why) {
    case 'nothing':
      return 'Type the words of your recovery sheet, or paste its text.';
    case 'unknown-word':
      return problem.meant === undefined
        ? `Group ${problem.group}: ‘${problem.word}’ is not one of the words. Look at it once more.`
        : `Group ${problem.group}: ‘${problem.word}’ is not one of the words; did you mean ‘${problem.meant}’?`;
    case 'misfit':
      return problem.fitsGroup === undefined
        ? `Something in group ${problem.group} does not fit: a word is wrong or in another place.`
        : `Something in group ${problem.group} does not fit: these look like the words of group ${problem.fitsGroup}.`;
    case 'words-missing':
      return problem.have === 0
        ? `Group ${problem.group} is still missing. The sheet has ${groupCount} groups of ${wordsInAGroup} words.`
        : `Group ${problem.group} has ${problem.have} of its ${wordsInAGroup} words.`;
    case 'words-too-many':
      return `Group ${problem.group} has more than ${wordsInAGroup} words. The sheet has ${groupCount} groups of ${wordsInAGroup}.`;
    case 'text-damaged':
      return 'The text after AGE-SECRET-KEY-1 is not whole, or has a slip in it. Compare it with the sheet, or type the words.';
    default:
      return unreachable(problem);
  }
}

function readGroup(number: number, words: readonly string[]): Result<Uint8Array, TypedProblem> {
  const wrong = slip(number, words);
  if (wrong) return err(wrong);
  if (words.length < wordsInAGroup) return err({ why: 'words-missing', group: number, have: words.length });
  const read = bytesOf(number, words);
  return read.ok ? read : err({ why: 'misfit', group: number, fitsGroup: otherGroup(words) });
}

/** What is wrong with these words already, however the group goes on. */
function slip(number: number, words: readonly string[]): TypedProblem | undefined {
  if (words.length > wordsInAGroup) return { why: 'words-too-many', group: number };
  const place = words.findIndex((word) => !isRecoveryWord(word));
  const word = words[place];
  if (word === undefined) return undefined;
  return {
    why: 'unknown-word',
    group: number,
    word,
    meant: nearestWord(word, fitting(number, words, place)),
  };
}

/** Whether a word would make its group fit, where all others of it are there. */
function fitting(number: number, words: readonly string[], place: number): (word: string) => boolean {
  const others = words.filter((_, index) => index !== place);
  if (words.length < wordsInAGroup || !others.every(isRecoveryWord)) return () => false;
  return (word) => bytesOf(number, words.with(place, word)).ok;
}

function otherGroup(words: readonly string[]): number | undefined {
  const numbers = Array.from({ length: groupCount }, (_, index) => index + 1);
  const fits = numbers.filter((number) => bytesOf(number, words).ok);
  return fits.length === 1 ? fits[0] : undefined;
}

/** Upper case, without what a line break or a copying hand put in between. */
function keyText(typed: string): string | undefined {
  const bare = typed
    .normalize('NFKC')
    .replace(/[\s\u200b]+/gu, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-');
  const found = /age-secret-key-1[a-z0-9]*/i.exec(bare);
  return found?.[0].toUpperCase();
}

/**
 * The words, group by group: by the sheet's numbers or by lines where these tell, else four by four. Only where the
 * groups are told apart can a missing word be named where it is missing.
 */
function groupsOf(typed: string): readonly (readonly string[])[] {
  const told = byNumbers(typed) ?? byLines(typed);
  const words = wordsIn(typed);
  return Array.from({ length: groupCount }, (_, index) => {
    if (told) return told[index] ?? [];
    const from = index * wordsInAGroup;
    // What is beyond the last group belongs to it, and is too much.
    return words.slice(from, index === groupCount - 1 ? undefined : from + wordsInAGroup);
  });
}

function byNumbers(typed: string): readonly (readonly string[])[] | undefined {
  const parts = typed.normalize('NFKC').split(/(\d+)/u);
  const [before = '', ...rest] = parts;
  if (rest.length === 0 || wordsIn(before).length > 0) return undefined;
  const groups: (readonly string[])[] = [];
  for (let place = 0; place < rest.length; place += 2) {
    const number = Number(rest[place]);
    if (number < 1 || number > groupCount || groups[number - 1] !== undefined) return undefined;
    groups[number - 1] = wordsIn(rest[place + 1] ?? '');
  }
  return groups;
}

function byLines(typed: string): readonly (readonly string[])[] | undefined {
  const lines = typed
    .split(/\n/u)
    .map(wordsIn)
    .filter(({ length }) => length > 0);
  const areGroups = lines.length <= groupCount && lines.every(({ length }) => length <= wordsInAGroup + 1);
  return lines.length > 1 && areGroups ? lines : undefined;
}
