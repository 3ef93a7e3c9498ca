import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Settling } from '#electron/main/settling.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('every request gets its own answer', async () => {
  const settling = new Settling();
  const sent: { request: number; reason: string }[] = [];
  const first = settling.ask('close', (message) => sent.push(message));
  const second = settling.ask('lock', (message) => sent.push(message));
  const [one, two] = sent.map(({ request }) => request);
  settling.answer(two ?? 0, false);
  settling.answer(one ?? 0, true);
  expect(await first).toBe(true);
  expect(await second).toBe(false);
  expect(sent.map(({ reason }) => reason)).toEqual(['close', 'lock']);
});

test('silence is not taken for kept, and a late answer changes nothing', async () => {
  const settling = new Settling();
  const asked = settling.ask('close', () => undefined);
  await vi.advanceTimersByTimeAsync(10_000);
  settling.answer(1, true);
  expect(await asked).toBe(false);
});
