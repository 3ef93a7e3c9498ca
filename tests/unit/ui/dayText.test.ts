import { createCalendar, GregorianCalendar } from '@internationalized/date';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absentDay, dayInWords, dayProblem } from '#renderer/ui/dayText.ts';
import { type Day, parseDay } from '#shared/base/time.ts';
import { firstDay, lastDay } from '#shared/domain/fields.ts';

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
  expect(dayProblem(day('1660-11-08'), firstDay, lastDay, 'en-GB')).toMatch(/too far back/);
  expect(dayProblem(day('2400-11-08'), firstDay, lastDay, 'en-GB')).toMatch(/too far ahead/);
});

const calendar = new GregorianCalendar();

test.each([
  [2026, 2, 31, 'en-GB', 'There is no 31 February 2026.'],
  [2026, 2, 31, 'en-US', 'There is no February 31, 2026.'],
  [2026, 4, 31, 'en-GB', 'There is no 31 April 2026.'],
  [2025, 2, 29, 'en-GB', 'There is no 29 February 2025.'],
  [1900, 2, 29, 'en-GB', 'There is no 29 February 1900.'],
  [2026, 2, 31, 'ar-EG', 'There is no ٣١ فبراير ٢٠٢٦.'],
])('%i-%i-%i does not exist, which is said in the order of %s', (year, month, day, locale, sentence) => {
  expect(absentDay({ calendar, year, month, day }, locale)).toBe(sentence);
});

test('every day that exists is left alone, the leap days too', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      expect(absentDay({ calendar, year, month, day }, 'en-GB')).toBeUndefined();
    }),
  );
  for (const year of [2000, 2024, 2028])
    expect(absentDay({ calendar, year, month: 2, day: 29 }, 'en-GB')).toBeUndefined();
});

test('other calendars have days of their own', () => {
  const [buddhist, japanese] = [createCalendar('buddhist'), createCalendar('japanese')];
  expect(absentDay({ calendar: buddhist, year: 2567, month: 2, day: 29 }, 'th-TH')).toBeUndefined();
  expect(absentDay({ calendar: buddhist, year: 2568, month: 2, day: 29 }, 'th-TH')).toContain('29');
  const reiwa = { calendar: japanese, era: japanese.getEras().indexOf('reiwa'), year: 7, month: 2 };
  expect(absentDay({ ...reiwa, day: 28 }, 'ja-JP')).toBeUndefined();
  expect(absentDay({ ...reiwa, day: 29 }, 'ja-JP')).toContain('29');
});
