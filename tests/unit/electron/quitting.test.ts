import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { finishBeforeQuitting } from '#electron/main/quitting.ts';

/** As Electron does it: whoever asks to quit is gone, unless somebody says no. */
class Program extends EventEmitter {
  isGone = false;
  quit = (): void => {
    let isPrevented = false;
    this.emit('will-quit', { preventDefault: () => (isPrevented = true) });
    this.isGone ||= !isPrevented;
  };
}

let program: Program;
let finish: () => void;
let fail: () => void;
let work: Promise<void> | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  program = new Program();
  work = new Promise((resolve, reject) => {
    finish = resolve;
    fail = () => reject(new Error('The disk is full'));
  });
  finishBeforeQuitting(program as unknown as Pick<App, 'on' | 'quit'>, () => work);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('quitting', () => {
  test('goes at once where nothing is on its way', () => {
    work = undefined;
    program.quit();
    expect(program.isGone).toBe(true);
  });

  test.each([
    ['is written', () => finish()],
    ['could not be', () => fail()],
  ])('waits until what was chosen %s', async (_, end) => {
    program.quit();
    expect(program.isGone).toBe(false);
    end();
    await vi.advanceTimersByTimeAsync(0);
    expect(program.isGone).toBe(true);
  });

  test('waits no longer than a moment', async () => {
    program.quit();
    await vi.advanceTimersByTimeAsync(2900);
    expect(program.isGone).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(program.isGone).toBe(true);
  });
});
