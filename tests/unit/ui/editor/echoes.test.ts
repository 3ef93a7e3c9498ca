import { expect, test } from 'vitest';
import { createEchoes } from '#renderer/ui/editor/echoes.ts';

const same = (a: string, b: string) => a === b;

test('what was loaded and what was written here comes back as an echo', () => {
  const echoes = createEchoes<string>('loaded', same);
  expect(echoes.isEcho('loaded')).toBe(true);
  echoes.wrote('a');
  echoes.wrote('ab');
  expect(echoes.isEcho('a')).toBe(true);
  expect(echoes.isEcho('ab')).toBe(true);
});

test('a save that arrives late does not take back what was typed since', () => {
  const echoes = createEchoes<string>('', same);
  echoes.wrote('a');
  echoes.wrote('ab');
  echoes.wrote('abc');
  expect(echoes.isEcho('ab')).toBe(true);
  expect(echoes.isEcho('abc')).toBe(true);
});

test('an older text after a newer one was saved is a change from elsewhere: an undo, a restored version', () => {
  const echoes = createEchoes<string>('', same);
  echoes.wrote('a');
  echoes.wrote('ab');
  expect(echoes.isEcho('ab')).toBe(true);
  expect(echoes.isEcho('a')).toBe(false);
  echoes.loaded('a');
  expect(echoes.isEcho('a')).toBe(true);
  expect(echoes.isEcho('ab')).toBe(false);
});

test('a text nobody wrote here is from elsewhere', () => {
  expect(createEchoes<string>('mine', same).isEcho('theirs')).toBe(false);
});
