import { describe, expect, test } from 'vitest';
import {
  answered,
  answersToRead,
  answersToWrite,
  changesBetween,
  endingOf,
  inForce,
  isWorded,
  monthsAfter,
  nextVersion,
  versionsOf,
} from '#renderer/features/agreement/agreementView.ts';
import type { Day } from '#shared/base/time.ts';
import { type Agreement, agreementPrompts } from '#shared/domain/agreement.ts';
import { bodies } from '#shared/domain/record.ts';
import { Notebook } from '../../../support/notebook.ts';

const book = new Notebook();
const today = '2026-11-30' as Day;

function version(words: Readonly<Record<string, string>>, facts: Partial<Agreement> = {}): Agreement {
  const promises = Object.entries(words).map(([prompt, text]) => ({ prompt, words: text }));
  return { ...nextVersion(book.buddyship, undefined, today), promises, ...facts };
}

describe('The next version', () => {
  test('begins today for three months with the last words, accepted by nobody', () => {
    const last = version(
      { [agreementPrompts.rhythm]: 'Fridays' },
      { day: '2026-01-01' as Day, accepted: [{ person: book.me, day: '2026-01-01' as Day }] },
    );
    const id = book.put('agreement', last);
    const entry = book.view.get('agreement', id);
    const next = nextVersion(book.buddyship, entry, today);
    expect(next).toMatchObject({
      follows: id,
      day: today,
      until: '2027-02-28',
      promises: last.promises,
      accepted: [],
    });
    expect(bodies.agreement.safeParse(next).success).toBe(true);
  });

  test.each([
    ['2026-11-22', 3, '2027-02-22'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-31'],
  ])('%s and %i months is %s', (day, months, then) => {
    expect(monthsAfter(day as Day, months)).toBe(then);
  });
});

describe('Answers', () => {
  test('are asked for in twelve prompts and whatever an earlier version asked besides', () => {
    const prompts = answersToWrite(version({ 'And the dog?': 'Comes along' })).map(({ prompt }) => prompt);
    expect(prompts).toEqual([...Object.values(agreementPrompts), 'And the dog?']);
    expect(Object.values(agreementPrompts)).toHaveLength(12);
  });

  test('keep what is typed letter for letter and leave out what is blank', () => {
    const before = version({ [agreementPrompts.rhythm]: 'Fridays', [agreementPrompts.split]: 'Half' });
    expect(answered(before, agreementPrompts.rhythm, 'Fridays \n')).toContainEqual({
      prompt: agreementPrompts.rhythm,
      words: 'Fridays \n',
    });
    expect(answered(before, agreementPrompts.rhythm, ' ').map(({ prompt }) => prompt)).toEqual([
      agreementPrompts.split,
    ]);
  });

  test('are read in the order they are asked', () => {
    const agreement = version({ [agreementPrompts.ending]: 'Kindly', [agreementPrompts.working]: 'Fridays' });
    expect(answersToRead(agreement).map(({ words }) => words)).toEqual(['Fridays', 'Kindly']);
  });
});

test('What changed is told prompt by prompt; white space is no change', () => {
  const before = version({
    [agreementPrompts.working]: 'Leaving',
    [agreementPrompts.rhythm]: 'Every  other\nweek',
    [agreementPrompts.skills]: 'Wheels',
  });
  const after = version({
    [agreementPrompts.working]: 'Arriving',
    [agreementPrompts.rhythm]: 'Every other week',
    [agreementPrompts.split]: 'Half and half',
  });
  expect(changesBetween(before, after)).toEqual([
    { prompt: agreementPrompts.working, before: 'Leaving', after: 'Arriving' },
    { prompt: agreementPrompts.split, before: '', after: 'Half and half' },
    { prompt: agreementPrompts.skills, before: 'Wheels', after: '' },
  ]);
  expect(changesBetween(after, after)).toEqual([]);
});

test('An accepted version speaks up two weeks before its end, and after it; no other does', () => {
  const accepted = [{ person: book.me, day: today }];
  const until = (day: string) => version({}, { until: day as Day, accepted });
  expect(endingOf(until('2026-12-15'), today)).toBeUndefined();
  expect(endingOf(until('2026-12-14'), today)).toBe('soon');
  expect(endingOf(until('2026-11-30'), today)).toBe('soon');
  expect(endingOf(until('2026-11-29'), today)).toBe('over');
  expect(endingOf({ ...until('2026-11-29'), accepted: [] }, today)).toBeUndefined();
});

test('Versions come the latest day first; of one day, the one written last', () => {
  const pair = new Notebook();
  const put = (day: string, until: string) =>
    pair.put('agreement', {
      buddyship: pair.buddyship,
      day: day as Day,
      until: until as Day,
      promises: [],
      accepted: [],
    });
  const ids = [
    put('2026-01-01', '2026-04-01'),
    put('2026-05-01', '2026-08-01'),
    put('2026-05-01', '2026-09-01'),
  ];
  expect(versionsOf(pair.view, pair.buddyship).map(({ id }) => id)).toEqual([ids[2], ids[1], ids[0]]);
});

test('A version nobody has accepted leads, whatever its day; of one day the one begun from the other', () => {
  const pair = new Notebook();
  const accepted = [{ person: pair.me, day: today }];
  const facts = { buddyship: pair.buddyship, promises: [] };
  const first = pair.put('agreement', { ...facts, day: today, accepted });
  const second = pair.put('agreement', { ...facts, day: today, accepted, follows: first });
  const draft = pair.put('agreement', { ...facts, day: '2020-01-01' as Day, accepted: [], follows: second });
  // Touching the older one last does not bring it forward.
  pair.put('agreement', { ...facts, day: today, accepted, until: '2027-01-01' as Day }, { id: first });
  expect(versionsOf(pair.view, pair.buddyship).map(({ id }) => id)).toEqual([draft, second, first]);
});

test('What a newer Stringwalk added to an answer stays with it', () => {
  const body = version({ [agreementPrompts.rhythm]: 'Fridays', [agreementPrompts.split]: 'Half' });
  const marked = { ...body, promises: body.promises.map((promise) => ({ ...promise, colour: 'moss' })) };
  expect(answered(marked, agreementPrompts.rhythm, 'Mondays')).toEqual([
    { prompt: agreementPrompts.rhythm, words: 'Mondays', colour: 'moss' },
    { prompt: agreementPrompts.split, words: 'Half', colour: 'moss' },
  ]);
});

test('What binds the two is the latest version that both have said yes to', () => {
  const day = today;
  const yes = (...people: readonly Agreement['accepted'][number]['person'][]) => ({
    body: version({}, { accepted: people.map((person) => ({ person, day })) }),
  });
  const both = [book.me, book.buddy];
  const [old, former, next] = [yes(...both), yes(book.buddy, book.me), yes(book.me)];
  expect(inForce([next, former, old], both)).toBe(former);
  expect(inForce([next], both)).toBeUndefined();
  expect(inForce([], both)).toBeUndefined();
});

test('There is nothing to accept before something was answered', () => {
  expect(isWorded(version({}))).toBe(false);
  expect(isWorded(version({ [agreementPrompts.rhythm]: ' ' }))).toBe(false);
  expect(isWorded(version({ [agreementPrompts.rhythm]: 'Fridays' }))).toBe(true);
});
