import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setAside } from '#electron/main/services/setAside.ts';
import { disk } from './faultyDisk.ts';

vi.mock('node:fs/promises', async (real) =>
  (await import('./faultyDisk.ts')).onFaultyDisk(await real<typeof import('node:fs/promises')>()),
);

/** What makes room for a backup: a whole copy of it lies beside the journal, or nothing was said to have been done. */

let folder: string;
const at = (...path: readonly string[]) => join(folder, ...path);

async function putJournal(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'stringwalk-aside-'));
  await mkdir(at('journal/slots'), { recursive: true });
  await mkdir(at('journal/spare'));
  await mkdir(at('IndexedDB/app.leveldb'), { recursive: true });
  await writeFile(at('journal/slots/passphrase.age'), 'a key');
  await writeFile(at('journal/spare/passphrase.age'), 'the same once more');
  await writeFile(at('IndexedDB/app.leveldb/CURRENT'), 'MANIFEST');
  await writeFile(at('IndexedDB/app.leveldb/LOCK'), '');
}

const asides = async () => (await readdir(at('journal'))).filter((name) => name.startsWith('aside-'));
const remove = () => rm(folder, { recursive: true, force: true });

afterEach(async () => {
  disk.repair();
  await remove();
});

describe('what is set aside', () => {
  it('lies there file by file, but for the browser’s lock, and its source is as it was', async () => {
    await putJournal();
    expect(await setAside(folder, { what: 'keys', whose: 'foreign' })).toEqual({ ok: true });
    expect(await setAside(folder, { what: 'database', whose: 'ours' })).toEqual({ ok: true });
    const [keys = '', database = ''] = (await asides()).sort();
    expect(keys).toMatch(/^aside-foreign-keys-\d+$/);
    expect(await readFile(at('journal', keys, 'journal/slots/passphrase.age'), 'utf8')).toBe('a key');
    expect(await readFile(at('journal', keys, 'journal/spare/passphrase.age'), 'utf8')).toContain(
      'once more',
    );
    expect(await readdir(at('journal', database, 'IndexedDB/app.leveldb'))).toEqual(['CURRENT']);
    expect(await readdir(at('IndexedDB/app.leveldb'))).toEqual(['CURRENT', 'LOCK']);
    expect(await readdir(at('journal/slots'))).toEqual(['passphrase.age']);
  });

  it('is nothing where there is nothing', async () => {
    await putJournal();
    await rm(at('IndexedDB'), { recursive: true });
    expect(await setAside(folder, { what: 'database', whose: 'ours' })).toEqual({ ok: true });
  });

  it.each([
    ['stumbles', false],
    ['dies', true],
  ])('on a disk that %s is whole wherever it is said to be there', async (_, fromThenOn) => {
    for (let call = 1; ; call += 1) {
      await putJournal();
      disk.breakAt(call, fromThenOn);
      const outcome = await setAside(folder, { what: 'keys', whose: 'ours' });
      const { calls } = disk;
      disk.repair();
      const where = `with call ${call} failing`;
      for (const name of (await asides()).filter((each) => !each.endsWith('.part'))) {
        for (const place of ['slots', 'spare']) {
          const [kept, source] = [at('journal', name, 'journal', place), at('journal', place)].map((path) =>
            join(path, 'passphrase.age'),
          );
          expect(await readFile(kept ?? ''), where).toEqual(await readFile(source ?? ''));
        }
      }
      if (outcome.ok) expect(await asides(), where).toHaveLength(1);
      else expect(outcome.error, where).toBe('no-room');
      await remove();
      if (calls < call) return;
    }
  });
});
