import { EventEmitter } from 'node:events';
import { beforeEach, expect, test } from 'vitest';
import { watchForMishaps } from '#electron/main/mishaps.ts';

let program: EventEmitter;
let told: string[];
let notes: string[];
let isOpen: boolean;
let isEnded: boolean;
/** The person has read it. */
let read: () => void;

beforeEach(() => {
  program = new EventEmitter();
  told = [];
  notes = [];
  isOpen = true;
  isEnded = false;
  watchForMishaps(program as unknown as NodeJS.Process, {
    hasWindow: () => isOpen,
    tell: (message, detail) => {
      told.push(`${message}\n${detail}`);
      return new Promise<void>((resolve) => {
        read = resolve;
      });
    },
    note: (line) => notes.push(line),
    end: () => {
      isEnded = true;
    },
  });
});

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a mishap is told once, and the journal stays open for what is being typed', async () => {
  program.emit('uncaughtException', new TypeError('It is undefined'));
  program.emit('unhandledRejection', new Error('The disk is gone'));
  read();
  await settled();
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('“Saved” is on the disk');
  expect(told[0]).not.toContain('undefined');
  expect(notes).toEqual([
    'Stringwalk: Uncaught Exception: TypeError: It is undefined',
    'Stringwalk: UnhandledPromiseRejection: Error: The disk is gone',
  ]);
  expect(isEnded).toBe(false);
});

test('without a window it ends, once the person has read why', async () => {
  isOpen = false;
  program.emit('unhandledRejection', new Error('No window can be had'));
  await settled();
  expect(isEnded).toBe(false);
  read();
  await settled();
  expect(isEnded).toBe(true);
});

test.each([
  [new Error("ENOENT: no such file or directory, open '/home/o'brien/journal/ab12'"), /brien|ab12/],
  [new SyntaxError(`Unexpected token 'd', "dear "Ines" \n"... is not valid JSON`), /dear|Ines/],
  ['dear Ines', /dear|Ines/],
])('what is noted of it quotes neither paths nor words', (problem, secret) => {
  program.emit('uncaughtException', problem);
  expect(notes.join('')).toMatch(/^Stringwalk: Uncaught Exception: /);
  expect(notes.join('')).not.toMatch(secret);
});
