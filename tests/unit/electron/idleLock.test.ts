import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchForAbsence } from '#electron/main/idleLock.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A person who is away for as many seconds as `idle` says, on a machine that can sleep. */
function watch(minutes: number) {
  const events = new EventEmitter();
  const state = { idle: 0, locks: 0, minutes, isScreenLocked: false };
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
  );
  return { state, events };
}

test('locks once when the chosen time has passed, and again after the person was back', () => {
  const { state } = watch(10);
  state.idle = 599;
  vi.advanceTimersByTime(60_000);
  expect(state.locks).toBe(0);
  state.idle = 600;
  vi.advanceTimersByTime(600_000);
  expect(state.locks).toBe(1);
  state.idle = 0;
  vi.advanceTimersByTime(15_000);
  state.idle = 700;
  vi.advanceTimersByTime(15_000);
  expect(state.locks).toBe(2);
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

test('a screen whose lock is only told when asked locks once, also where idling never does', () => {
  const { state } = watch(0);
  state.isScreenLocked = true;
  vi.advanceTimersByTime(60_000);
  expect(state.locks).toBe(1);
  state.isScreenLocked = false;
  vi.advanceTimersByTime(15_000);
  state.isScreenLocked = true;
  vi.advanceTimersByTime(15_000);
  expect(state.locks).toBe(2);
});
