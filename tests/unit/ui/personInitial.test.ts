import { expect, test } from 'vitest';
import { personInitial } from '#renderer/ui/personInitial.ts';

test.each([
  ['Maya', 'M'],
  ['  tom', 'T'],
  ['“Tom”', 'T'],
  ['élodie', 'É'],
  ['e\u0301lodie', 'E\u0301'],
  ['ßandra', 'ß'],
  ['ıșık', 'I'],
  ['מאיה', 'מ'],
  ['نور', 'ن'],
  ['李', '李'],
  ['7of9', '7'],
  ['👩‍👧 Zoë', '👩‍👧'],
  ['🇳🇴 Ola', '🇳🇴'],
  ['— . —', '·'],
  ['', '·'],
])('%s is marked %s', (name, initial) => {
  expect(personInitial(name)).toBe(initial);
});
