import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchForAbsence } from '#electron/main/idleLock.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/**
 * A person who is away for as many seconds as `idle` says, and did nothing in the window for as many as `silent` says,
 * on a machine that can sleep.
 */
function watch(minutes: number) {
  const events = new EventEmitter();
  const state = { idle: 0, silent: 0, locks: 0, minutes, isScreenLocked: false };
  watchForAbsence(
    {
      getSystemIdleTime: () => state.idle,
      getSystemIdleState: () => (state.isScreenLocked ? 'locked' : 'active'),
      on: (event: string, listener: () => void) => events.on(event, listener),
    },
    () => state.minutes,
    () => {
      state.locks += 1;
    },
    () => state.silent,
  );
  return { state, events };
}

test('asks to lock at every look while the chosen time has passed, and not once the person is back', () => {
  const { state } = watch(10);
  state.idle = 599;
  vi.advanceTimersByTime(60_000);
  expect(state.locks).toBe(0);
  state.idle = 600;
  // The first may have failed: the disk was full, or the page hung.
  vi.advanceTimersByTime(60_000);
  expect(state.locks).toBe(4);
  state.idle = 0;
  vi.advanceTimersByTime(60_000);
  expect(state.locks).toBe(4);
});

test.each([0, 7])('where the system always says %i, silence in the window counts', (told) => {
  const { state } = watch(10);
  state.idle = told;
  state.silent = 599;
  vi.advanceTimersByTime(60_000);
  expect(state.locks).toBe(0);
  state.silent = 600;
  vi.advanceTimersByTime(15_000);
  expect(state.locks).toBe(1);
});

test('where the system was seen to count, work in other windows is no absence', () => {
  const { state } = watch(10);
  for (state.idle = 0; state.idle < 60; state.idle += 15) vi.advanceTimersByTime(15_000);
  state.idle = 0;
  state.silent = 6_000;
  vi.advanceTimersByTime(60_000);
  expect(state.locks).toBe(0);
});

test('never is never, and a new choice counts from the next look', () => {
  const { state } = watch(0);
  state.idle = 100_000;
  vi.advanceTimersByTime(3_600_000);
  expect(state.locks).toBe(0);
  state.minutes = 1;
  vi.advanceTimersByTime(15_000);
  expect(state.locks).toBe(1);
});

test('sleep and a locked screen lock at once', () => {
  const { state, events } = watch(0);
  events.emit('suspend');
  events.emit('lock-screen');
  expect(state.locks).toBe(2);
});

test('a screen whose lock is only told when asked locks, also where idling never does', () => {
  const { state } = watch(0);
  state.isScreenLocked = true;
  vi.advanceTimersByTime(15_000);
  expect(state.locks).toBe(1);
  state.isScreenLocked = false;
  vi.advanceTimersByTime(60_000);
  expect(state.locks).toBe(1);
});
