import { expect, test } from 'vitest';
import { nextInList } from '#renderer/ui/commandKeys.ts';

test('arrows go round', () => {
  expect(nextInList('ArrowDown', false, 2, 3)).toBe(0);
  expect(nextInList('ArrowUp', false, 0, 3)).toBe(2);
  expect(nextInList('ArrowDown', false, -1, 3)).toBe(0);
});

test('pages stop at the ends', () => {
  expect(nextInList('PageDown', false, 1, 5)).toBe(4);
  expect(nextInList('PageUp', false, 1, 5)).toBe(0);
  expect(nextInList('PageDown', false, 1, 100)).toBe(9);
});

test('Home and End are the text box’s own unless Ctrl is held', () => {
  expect(nextInList('Home', false, 2, 5)).toBeUndefined();
  expect(nextInList('Home', true, 2, 5)).toBe(0);
  expect(nextInList('End', true, 2, 5)).toBe(4);
});

test('an empty list has nowhere to go', () => {
  for (const key of ['ArrowDown', 'ArrowUp', 'PageDown', 'End']) {
    expect(nextInList(key, true, -1, 0)).toBeUndefined();
  }
});
