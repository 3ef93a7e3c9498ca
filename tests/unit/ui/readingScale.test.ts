import { describe, expect, test } from 'vitest';
import {
  momentForPress,
  readingAfterKey,
  readingAt,
  readingFromText,
  readingInWords,
  readingShare,
} from '#renderer/ui/readingScale.ts';

test('every value stands where a press gives it back', () => {
  for (let value = 0; value <= 10; value += 1) expect(readingAt(readingShare(value))).toBe(value);
});

test('a press beyond the ends means the end', () => {
  expect(readingAt(-0.4)).toBe(0);
  expect(readingAt(1.4)).toBe(10);
});

test.each([
  ['', undefined],
  ['x', undefined],
  ['0', 0],
  ['7', 7],
  ['10', 10],
  ['07', 7],
  ['11', 1],
  ['72', 2],
  ['5a', 5],
])('typing %j means %j', (text, value) => {
  expect(readingFromText(text)).toBe(value);
});

describe('keys', () => {
  test('arrows walk and stop at the ends', () => {
    expect(readingAfterKey(3, 'ArrowRight')).toBe(4);
    expect(readingAfterKey(3, 'ArrowDown')).toBe(2);
    expect(readingAfterKey(10, 'ArrowUp')).toBe(10);
    expect(readingAfterKey(0, 'ArrowLeft')).toBe(0);
  });
  test('from nothing, the first step starts at the end one comes from', () => {
    expect(readingAfterKey(undefined, 'ArrowUp')).toBe(0);
    expect(readingAfterKey(undefined, 'ArrowDown')).toBe(10);
  });
  test('Delete takes the value away; other keys are left alone', () => {
    expect(readingAfterKey(4, 'Delete')).toBeUndefined();
    expect(readingAfterKey(4, 'Tab')).toBe('none');
    expect(readingAfterKey(4, '7')).toBe('none');
  });
});

describe('which dot a press on the line means', () => {
  test('the first press is before, the second after', () => {
    expect(momentForPress({ before: undefined, after: undefined }, 4, undefined)).toBe('before');
    expect(momentForPress({ before: 4, after: undefined }, 7, undefined)).toBe('after');
  });
  test('a dot under the pointer is taken hold of, even while the other has no value', () => {
    expect(momentForPress({ before: 4, after: undefined }, 4, undefined)).toBe('before');
    expect(momentForPress({ before: 4, after: 7 }, 7, 'before')).toBe('after');
  });
  test('the focused figure goes first while it has no value', () => {
    expect(momentForPress({ before: undefined, after: undefined }, 4, 'after')).toBe('after');
  });
  test('with both set, the nearer moves', () => {
    expect(momentForPress({ before: 3, after: 7 }, 4, undefined)).toBe('before');
    expect(momentForPress({ before: 3, after: 7 }, 9, undefined)).toBe('after');
    expect(momentForPress({ before: 8, after: 2 }, 9, undefined)).toBe('before');
  });
});

test('a line can be said', () => {
  expect(readingInWords({ before: undefined, after: undefined })).toBe('not yet rated');
  expect(readingInWords({ before: 0, after: undefined })).toBe('0 before');
  expect(readingInWords({ before: undefined, after: 0 })).toBe('0 after');
  expect(readingInWords({ before: 3, after: 7 })).toBe('3 before, 7 after');
});
