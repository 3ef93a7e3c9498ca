import { join } from 'node:path';
import type { Session } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { cacheFolder, keepsCompiledCode, placeCompiledCode } from '#electron/main/codeCache.ts';

const given = vi.hoisted(() => ({ folder: '' }));
vi.mock('electron', () => ({ app: { commandLine: { getSwitchValue: () => given.folder } } }));

const places: string[] = [];
const session = { setCodeCachePath: (path: string) => places.push(path) } as unknown as Session;
beforeEach(() => places.splice(0));

test('what the browser compiles for the usual folder lies outside of it', () => {
  given.folder = '';
  expect(keepsCompiledCode()).toBe(true);
  placeCompiledCode(session);
  expect(places).toEqual([expect.stringMatching(/Stringwalk.Code Cache$/)]);
});

test('a folder that somebody names has none, so that nothing in it is ever run', () => {
  given.folder = '/media/stick/journal';
  expect(keepsCompiledCode()).toBe(false);
  placeCompiledCode(session);
  expect(places).toEqual([]);
});

test('each system has its own place for what can be made again', () => {
  expect(cacheFolder('linux', {}, '/home/tom')).toBe(join('/home/tom', '.cache'));
  expect(cacheFolder('linux', { XDG_CACHE_HOME: '/var/tom' }, '/home/tom')).toBe('/var/tom');
  expect(cacheFolder('linux', { XDG_CACHE_HOME: 'here' }, '/home/tom')).toBe(join('/home/tom', '.cache'));
  expect(cacheFolder('darwin', {}, '/Users/tom')).toBe(join('/Users/tom', 'Library', 'Caches'));
  expect(cacheFolder('win32', { LOCALAPPDATA: 'C:\\Local' }, 'C:\\tom')).toBe('C:\\Local');
});
