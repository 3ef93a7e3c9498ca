import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { overhang } from '#renderer/ui/overhang.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { longestPassage, passage } from '#shared/domain/fields.ts';

test('a box of several lines takes as much as a passage may hold, unless it is told less', () => {
  const drawn = (maxLength?: number) =>
    renderToStaticMarkup(<TextField label="Why" multiline {...(maxLength ? { maxLength } : {})} />);
  expect(drawn()).toContain(`maxLength="${longestPassage}"`);
  expect(drawn(500)).toContain('maxLength="500"');
  expect(passage.safeParse('x'.repeat(longestPassage)).success).toBe(true);
});

const box = { value: 'twelve words', selectionStart: 12, selectionEnd: 12, maxLength: 20 };

test.each([
  ['fits to the last character', box, 'eight ch', 0],
  ['is one character too long', box, 'nine char', 1],
  ['takes the place of what is chosen', { ...box, selectionStart: 0 }, 'x'.repeat(20), 0],
  ['has line breaks of two signs, which count as one', box, 'a\r\nb\r\nc\r\nd', 0],
  ['may be of any length', { ...box, maxLength: -1 }, 'x'.repeat(1000), 0],
])('a text that %s', (_what, into, text, tooMuch) => {
  expect(overhang(into, text)).toBe(tooMuch);
});
