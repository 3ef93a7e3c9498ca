import { expect, test } from 'vitest';
import { dayInWords, dayProblem, earliestDay, latestDay } from '#renderer/ui/dayText.ts';
import { type Day, parseDay } from '#shared/base/time.ts';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`no such day: ${text}`);
  return parsed;
}

test('a day is said in the words of the locale, whatever the time zone', () => {
  expect(dayInWords(day('2019-03-03'), 'en-GB')).toBe('3 March 2019');
  expect(dayInWords(day('2019-03-03'), 'en-US')).toBe('March 3, 2019');
});

test('days within reach are fine, both ends included', () => {
  const [min, max] = [day('2019-03-03'), day('2026-11-22')];
  for (const fine of [min, day('2024-02-29'), max]) {
    expect(dayProblem(fine, min, max, 'en-GB')).toBeUndefined();
  }
});

test('a day out of reach is told where the reach ends', () => {
  const [min, max] = [day('2019-03-03'), day('2026-11-22')];
  expect(dayProblem(day('2019-03-02'), min, max, 'en-GB')).toBe('Choose 3 March 2019 or a later day.');
  expect(dayProblem(day('2026-11-23'), min, max, 'en-GB')).toBe('Choose 22 November 2026 or an earlier day.');
});

test('a year nobody meant gets a sentence about the year', () => {
  expect(dayProblem(day('1660-11-08'), earliestDay, latestDay, 'en-GB')).toMatch(/too far back/);
  expect(dayProblem(day('2400-11-08'), earliestDay, latestDay, 'en-GB')).toMatch(/too far ahead/);
});
