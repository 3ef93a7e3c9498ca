import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makePassingFolder, whyUnwritable } from '#electron/main/places.ts';

/** What the system answers to every attempt to write; undefined lets it. */
const disk = vi.hoisted((): { problem: string | undefined } => ({ problem: undefined }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const fail = () => {
    if (disk.problem) throw Object.assign(new Error(disk.problem), { code: disk.problem });
  };
  return {
    ...real,
    mkdirSync: (path: string, how: object) => {
      if (!real.existsSync(path)) fail();
      return real.mkdirSync(path, how);
    },
    writeFileSync: (path: string, words: string) => {
      fail();
      real.writeFileSync(path, words);
    },
  };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stringwalk-places-'));
});
afterEach(() => {
  disk.problem = undefined;
  rmSync(folder, { recursive: true });
});

test('a folder that takes a file is made, and left empty', () => {
  expect(whyUnwritable(join(folder, 'journal'))).toBeUndefined();
  expect(readdirSync(join(folder, 'journal'))).toEqual([]);
});

test.each(['ENOSPC', 'EDQUOT'])('%s does not keep a journal shut that is there', (problem) => {
  mkdirSync(join(folder, 'journal', 'log'), { recursive: true });
  disk.problem = problem;
  expect(whyUnwritable(join(folder, 'journal'))).toBeUndefined();
});

test.each(['ENOSPC', 'EDQUOT'])('%s leaves no room to begin in', (problem) => {
  mkdirSync(join(folder, 'empty'));
  disk.problem = problem;
  expect(whyUnwritable(join(folder, 'journal'))).toBe('no-room');
  expect(whyUnwritable(join(folder, 'empty'))).toBe('no-room');
});

test.each(['EROFS', 'EACCES'])('%s is no matter of room', (problem) => {
  mkdirSync(join(folder, 'journal'));
  disk.problem = problem;
  expect(whyUnwritable(join(folder, 'journal'))).toBe('cannot-write');
  expect(whyUnwritable(join(folder, 'another'))).toBe('cannot-write');
});

test('a passing folder is made in the first place that takes one', () => {
  writeFileSync(join(folder, 'file'), '');
  const made = makePassingFolder([join(folder, 'file'), undefined, folder]);
  expect(made?.startsWith(join(folder, 'stringwalk-'))).toBe(true);
  expect(existsSync(made ?? '')).toBe(true);
});

test('where no place takes one, there is none', () => {
  expect(makePassingFolder([join(folder, 'absent'), undefined])).toBeUndefined();
});
