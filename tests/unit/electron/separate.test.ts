import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SeparateJournal } from '#electron/main/services/backups/separate.ts';

// Only opening a second Stringwalk needs the first.
vi.mock('electron', () => ({ app: {} }));

let folder: string;
let chosen: string;
const start = () => new SeparateJournal(folder, () => 0);
const photo = '0'.repeat(32);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stringwalk-separate-'));
  chosen = join(folder, 'chosen');
  await mkdir(chosen);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a folder for a journal of its own', () => {
  test('holds nothing before the first write, and nothing once that is dropped', async () => {
    const separate = start();
    expect((await separate.choose(chosen)).ok).toBe(true);
    expect(await readdir(chosen)).toEqual([]);
    expect((await separate.writeAttachment(photo, new Uint8Array(9))).ok).toBe(true);
    expect(await readdir(chosen)).toHaveLength(1);
    await separate.drop();
    expect(await readdir(chosen)).toEqual([]);
  });

  test('is empty, but for what an attempt left that was cut short', async () => {
    const cutShort = start();
    await cutShort.choose(chosen);
    await cutShort.writeAttachment(photo, new Uint8Array(9));
    const separate = start();
    expect((await separate.choose(chosen)).ok).toBe(true);
    expect((await separate.finish()).ok).toBe(true);
    expect(await readdir(chosen)).toEqual(['journal']);
  });

  test.each(['unfinished', '.stringwalk-unfinished'])(
    'is not one with %s in it that is somebody’s',
    async (name) => {
      await mkdir(join(chosen, name));
      await writeFile(join(chosen, name, 'novel.txt'), 'all of it');
      expect(await start().choose(chosen)).toEqual({ ok: false, error: 'not-empty' });
      expect(await readFile(join(chosen, name, 'novel.txt'), 'utf8')).toBe('all of it');
    },
  );
});
