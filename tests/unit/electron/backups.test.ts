import { execFileSync } from 'node:child_process';
import { constants } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { backupNameAt, madeAt } from '#electron/main/services/backups/backupNames.ts';
import { Backups } from '#electron/main/services/backups/backups.ts';
import { copyBeforeUpgrade } from '#electron/main/services/backups/beforeUpgrade.ts';
import type { Patience } from '#electron/main/services/backups/secondFolder.ts';
import { toCopy } from '#renderer/journal/backup/schedule.ts';
import type { BackupFacts } from '#shared/shell/backupContract.ts';

const words = (text: string) => new TextEncoder().encode(text);
const label = '0123abcd';

let folder: string;
let dataFolder: string;
let stick: string;
let storeBytes = 0;
const start = (onCopied: (done: number) => void = () => undefined, patience?: Patience) =>
  new Backups(dataFolder, () => storeBytes, onCopied, patience);
const own = (...names: readonly string[]) => join(dataFolder, 'backups', ...names);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stringwalk-backups-'));
  [dataFolder, stick, storeBytes] = [join(folder, 'data'), join(folder, 'stick'), 0];
  await mkdir(join(dataFolder, 'journal/slots'), { recursive: true });
  await mkdir(stick);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function make(backups: Backups, text = 'sealed'): Promise<string> {
  const begun = await backups.begin();
  if (!begun.ok) throw new Error(begun.error);
  await backups.write(words(text));
  expect(await backups.finish()).toEqual({ ok: true, bytes: text.length });
  return begun.name;
}

function facts(bytes: number): BackupFacts {
  const unread = { unreadable: 2, unreadablePhotos: ['0123456789abcdef0123456789abcdef'] };
  return { bytes, verifiedAt: 1, revisions: 3, records: 3, attachments: 0, rows: 3, ...unread };
}

describe('a backup', () => {
  test('has its name only once it is whole', async () => {
    const backups = start();
    const begun = await backups.begin();
    await backups.write(words('half'));
    expect((await readdir(own())).every((name) => name.endsWith('.part'))).toBe(true);
    expect((await backups.list()).files).toEqual([]);
    await backups.finish();
    const [file] = (await backups.list()).files;
    expect(file).toMatchObject({ place: 'own', name: begun.ok && begun.name, bytes: 4 });
    expect(Math.abs(Date.now() - (file?.at ?? 0))).toBeLessThan(60_000);
  });

  test('opens with the keys of today as soon as they change, and where there is none no key is left', async () => {
    const slot = join(dataFolder, 'journal/slots/passphrase.age');
    const backups = start();
    await writeFile(slot, 'the first');
    await backups.renewKeys();
    expect(await readdir(own()).catch(() => [])).toEqual([]);
    await backups.copy(await make(backups));
    expect(await readFile(own('passphrase.age'), 'utf8')).toBe('the first');
    await writeFile(slot, 'the second');
    await backups.renewKeys();
    expect(await readFile(own('passphrase.age'), 'utf8')).toBe('the second');
  });

  test('of which a crash left half is cleared away by the next start', async () => {
    const crashed = start();
    await crashed.begin();
    await crashed.write(words('half'));
    await writeFile(own('letter.part'), 'somebody else’s');
    expect((await start().list()).files).toEqual([]);
    expect(await readdir(own())).toEqual(['letter.part']);
  });

  test('that is dropped, or begun anew, leaves nothing', async () => {
    const backups = start();
    await backups.begin();
    await backups.write(words('one'));
    await backups.begin();
    await backups.drop();
    expect(await readdir(own())).toEqual([]);
    expect(await backups.write(words('late'))).toEqual({ ok: false, error: 'absent' });
    expect(await backups.finish()).toEqual({ ok: false, error: 'cannot-write' });
  });

  test('made in the same second has a name of its own', async () => {
    const backups = start();
    const names = [await make(backups), await make(backups), await make(backups)];
    expect(new Set(names).size).toBe(3);
  });

  test('is not begun where it would leave the disk too little room', async () => {
    storeBytes = 1e15;
    expect(await start().begin()).toEqual({ ok: false, error: 'no-room' });
  });

  test('stops, and goes, where the room runs out under way', async () => {
    const backups = start();
    await backups.begin();
    storeBytes = 1e15;
    await backups.write(new Uint8Array(10_000_000));
    expect(await backups.write(new Uint8Array(10_000_000))).toEqual({ ok: false, error: 'no-room' });
    expect(await readdir(own())).toEqual([]);
  });

  test('is read in pieces, to its end and no further', async () => {
    const backups = start();
    const name = await make(backups, 'abcdefgh');
    const file = { place: 'own', name } as const;
    const read = async (offset: number, length: number) => {
      const bytes = await backups.read({ file, offset, length });
      return bytes.ok ? new TextDecoder().decode(bytes.value) : bytes.error;
    };
    expect([await read(0, 3), await read(6, 100), await read(100, 5)]).toEqual(['abc', 'gh', '']);
    await rm(own(name));
    expect(await read(0, 1)).toBe('absent');
  });

  test('is known by what was noted of it, until it is another file', async () => {
    const backups = start();
    const name = await make(backups);
    await backups.note({ place: 'own', name, facts: facts(6) });
    expect((await start().list()).files).toMatchObject([{ name, facts: facts(6) }]);
    await writeFile(own(name), 'other');
    expect((await start().list()).files[0]).not.toHaveProperty('facts');
    for (const path of [own('index.json'), join(dataFolder, 'journal/backups.json')])
      await writeFile(path, '{"own":7');
    expect((await start().list()).files).toMatchObject([{ name }]);
  });
});

describe('the second folder', () => {
  const choose = async (backups: Backups) => {
    const chosen = await backups.chooseSecond(stick, label);
    if (!chosen.ok) throw new Error(chosen.error);
    return chosen.path;
  };

  test.each(['backups/index.json', 'journal/backups.json'])('is not forgotten with %s', async (file) => {
    const second = await choose(start());
    await writeFile(join(dataFolder, file), '{"fold');
    expect((await start().list()).folders).toMatchObject([{}, { path: second }]);
    await rm(join(dataFolder, file));
    expect((await start().list()).folders).toMatchObject([{}, { path: second }]);
  });

  test('gets a copy, and what it takes to open it', async () => {
    const backups = start();
    await writeFile(join(dataFolder, 'journal/slots/passphrase.age'), 'a slot');
    await writeFile(join(dataFolder, 'journal/slots/open.txt'), 'never copied');
    const second = await choose(backups);
    const name = await make(backups);
    await backups.note({ place: 'own', name, facts: facts(6) });
    expect((await backups.copy(name)).ok).toBe(true);
    expect((await readdir(second)).sort()).toEqual(['passphrase.age', name]);
    expect(await readFile(join(second, name), 'utf8')).toBe('sealed');
    expect(await readdir(own())).toContain('passphrase.age');
    const { files } = await start().list();
    expect(files.map(({ place, facts: known }) => [place, known?.revisions])).toEqual([
      ['own', 3],
      ['second', 3],
    ]);
    const offered = await backups.choose(join(second, name));
    expect(offered).toMatchObject({ ok: true, name, bytes: 6, slots: { passphrase: words('a slot') } });
  });

  test('is told of while the copy is made, and a copy that is stopped leaves nothing there', async () => {
    const bytes = 20 * 1024 * 1024;
    for (const stopAt of [0, 0.3, 0.8, 1]) {
      const told: number[] = [];
      const backups = start((done) => {
        told.push(done);
        if (done >= stopAt) backups.stopCopy();
      });
      const second = await choose(backups);
      const begun = await backups.begin();
      const name = begun.ok ? begun.name : '';
      await backups.write(new Uint8Array(bytes).fill(7));
      await backups.finish();
      const copied = await backups.copy(name);
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      const { files, folders } = await backups.list();
      if (stopAt < 1) {
        expect(copied).toEqual({ ok: false, error: 'stopped' });
        expect(told.at(-1)).toBeLessThan(stopAt + 0.1);
        expect(await readdir(second)).toEqual([]);
        // Nothing is wrong with the folder.
        expect(folders[1]).not.toHaveProperty('problem');
      } else {
        expect(told.at(-1)).toBe(1);
        expect(files).toMatchObject([{ place: 'own' }, { place: 'second', name, bytes }]);
      }
      await rm(own(), { recursive: true });
    }
  });

  test('that is given up while a copy is made gets nothing, and nothing is said of it', async () => {
    const backups = start(() => void backups.forgetSecond());
    const second = await choose(backups);
    const begun = await backups.begin();
    await backups.write(new Uint8Array(20 * 1024 * 1024).fill(7));
    await backups.finish();
    expect(await backups.copy(begun.ok ? begun.name : '')).toEqual({ ok: false, error: 'absent' });
    expect(await readdir(second)).toEqual([]);
    await choose(backups);
    expect((await backups.list()).folders[1]).not.toHaveProperty('problem');
  });

  test('is not made anew where it vanished: its place may be another disk', async () => {
    const backups = start();
    const second = await choose(backups);
    const name = await make(backups);
    await rm(second, { recursive: true });
    expect(await backups.copy(name)).toEqual({ ok: false, error: 'absent' });
    expect(await readdir(stick)).toEqual([]);
    expect((await backups.list()).folders[1]).toMatchObject({ place: 'second', problem: 'absent' });
    expect((await backups.list()).files).toHaveLength(1);
    await mkdir(second);
    expect((await backups.copy(name)).ok).toBe(true);
    expect((await backups.list()).folders[1]).not.toHaveProperty('problem');
  });

  test('that is full says so, and the first one goes on', async () => {
    const backups = start();
    await choose(backups);
    const name = await make(backups);
    storeBytes = 1e15;
    expect(await backups.copy(name)).toEqual({ ok: false, error: 'no-room' });
    expect((await backups.list()).folders[1]).toMatchObject({ problem: 'no-room' });
    expect((await backups.list()).files).toHaveLength(1);
  });

  test('that cannot be written is not taken', async () => {
    await writeFile(join(stick, `stringwalk-${label}`), 'a file in its place');
    expect(await start().chooseSecond(stick, label)).toEqual({ ok: false, error: 'cannot-write' });
    expect((await start().list()).folders).toHaveLength(1);
  });

  test('may hold what others put there: it is listed at most, never known, never removed', async () => {
    const backups = start();
    const second = await choose(backups);
    const theirs = backupNameAt(Date.UTC(2020, 0, 1));
    await writeFile(join(second, theirs), 'theirs');
    await writeFile(join(second, 'letter.txt'), 'Dear Maya');
    expect((await backups.list()).files).toMatchObject([{ place: 'second', name: theirs }]);
    expect((await backups.list()).files[0]).not.toHaveProperty('facts');
  });

  test('that comes back gets the newest backup and the keys of today, without another word written', async () => {
    const slot = join(dataFolder, 'journal/slots/passphrase.age');
    await writeFile(slot, 'of then');
    const backups = start();
    const second = await choose(backups);
    const name = await make(backups);
    await backups.note({ place: 'own', name, facts: facts(6) });
    const wanted = async () => toCopy(await backups.list(), Date.now() + 1000);
    await rename(second, `${second} elsewhere`);
    expect(await backups.copy(name)).toEqual({ ok: false, error: 'absent' });
    expect(await wanted()).toBeUndefined();
    await rename(`${second} elsewhere`, second);
    expect(await wanted()).toBe(name);
    expect((await backups.copy(name)).ok).toBe(true);
    expect(await wanted()).toBeUndefined();
    expect((await backups.list()).files.map(({ place }) => place)).toEqual(['own', 'second']);
    // While it is away the passphrase changes.
    await rename(second, `${second} elsewhere`);
    await writeFile(slot, 'of today');
    await backups.renewKeys();
    await rename(`${second} elsewhere`, second);
    expect(await wanted()).toBe(name);
    expect((await backups.copy(name)).ok).toBe(true);
    expect(await readFile(join(second, 'passphrase.age'), 'utf8')).toBe('of today');
    expect(await wanted()).toBeUndefined();
  });

  test('whose keys cannot be written says so', async () => {
    await writeFile(join(dataFolder, 'journal/slots/passphrase.age'), 'a slot');
    const backups = start();
    const second = await choose(backups);
    await mkdir(join(second, 'passphrase.age'));
    expect(await backups.copy(await make(backups))).toEqual({ ok: false, error: 'cannot-write' });
    expect((await backups.list()).folders[1]).toMatchObject({ problem: 'cannot-write' });
  });

  describe('that hangs', () => {
    const patience = { lookMs: 50, workMs: 50, stopMs: 20 };
    /** Whoever opens it waits for ever, as on a network that is gone, until the returned function is called. */
    const hang = (path: string, flags: number) => {
      execFileSync('mkfifo', [path]);
      return async () => (await open(path, flags | constants.O_NONBLOCK)).close();
    };
    const hangLooks = (second: string) =>
      hang(join(second, `.stringwalk-${process.pid}`), constants.O_RDONLY);

    test('holds up no list for long, and is asked no more until it answers', async () => {
      const backups = start(undefined, patience);
      const second = await choose(backups);
      const name = await make(backups);
      const goOn = hangLooks(second);
      expect((await backups.list('as-seen')).files).toMatchObject([{ place: 'own', name }]);
      // Were each one out there, nothing would be left to read and write the journal with.
      for (let look = 0; look < 6; look += 1) {
        const { files, folders } = await backups.list();
        expect(files).toMatchObject([{ place: 'own', name }]);
        expect(folders[1]).toMatchObject({ problem: 'no-answer' });
      }
      expect(toCopy(await backups.list(), Date.now() + 1000)).toBeUndefined();
      expect(await backups.copy(name)).toEqual({ ok: false, error: 'no-answer' });
      await writeFile(join(dataFolder, 'rows.log'), 'a word');
      await goOn();
      await vi.waitFor(async () => expect((await backups.list()).folders[1]).not.toHaveProperty('problem'));
      expect((await backups.copy(name)).ok).toBe(true);
    });

    test('holds up no copy that is stopped, and none for ever', async () => {
      await writeFile(join(dataFolder, 'journal/slots/passphrase.age'), 'a slot');
      for (const isStopped of [true, false]) {
        const backups = start(undefined, { ...patience, workMs: isStopped ? 60_000 : 500 });
        const second = await choose(backups);
        const goOn = hang(join(second, 'passphrase.age'), constants.O_WRONLY);
        const name = await make(backups);
        const copying = backups.copy(name);
        await vi.waitFor(async () => expect(await readdir(second)).toContain(name));
        if (isStopped) backups.stopCopy();
        expect(await copying).toEqual({ ok: false, error: isStopped ? 'stopped' : 'no-answer' });
        await goOn();
        await vi.waitFor(async () => expect((await backups.list()).folders[1]).not.toHaveProperty('problem'));
        await rm(second, { recursive: true });
      }
    });
  });

  test('is forgotten without a file less in it', async () => {
    const backups = start();
    const second = await choose(backups);
    const name = await make(backups);
    await backups.copy(name);
    await backups.forgetSecond();
    expect(await readdir(second)).toEqual([name]);
    expect((await start().list()).folders).toHaveLength(1);
  });
});

describe('the names of backups', () => {
  test('tell when they were made, and are taken from nothing else', () => {
    const at = Date.UTC(2026, 10, 22, 14, 5, 9);
    expect(backupNameAt(at)).toBe('stringwalk-2026-11-22T14-05-09.age');
    expect(madeAt(backupNameAt(at))).toBe(at);
    for (const name of [
      'stringwalk-2026-02-30T14-05-09.age',
      'stringwalk-2026-11-22T25-05-09.age',
      'stringwalk-2026-11-22T14-05-09.age.part',
      'passphrase.age',
      'index.json',
    ]) {
      expect(madeAt(name), name).toBeUndefined();
    }
  });
});

describe('before an upgrade', () => {
  test('log, drafts and slots are copied once, and three such copies stay', async () => {
    await mkdir(join(dataFolder, 'journal/log'));
    await writeFile(join(dataFolder, 'journal/log/rows.log'), 'rows');
    await writeFile(join(dataFolder, 'journal/slots/open.txt'), 'key');
    const upgrade = (from: string, to: string) => copyBeforeUpgrade(dataFolder, { from, to });
    await upgrade('0.1.0', '0.1.0');
    await upgrade('0.1.0', '0.2.0');
    const copy = own('before-upgrade-0.1.0-to-0.2.0');
    expect(await readFile(join(copy, 'log/rows.log'), 'utf8')).toBe('rows');
    expect(await readFile(join(copy, 'slots/open.txt'), 'utf8')).toBe('key');
    await writeFile(join(dataFolder, 'journal/log/rows.log'), 'other rows');
    await upgrade('0.1.0', '0.2.0');
    expect(await readFile(join(copy, 'log/rows.log'), 'utf8')).toBe('rows');
    for (const version of ['0.3.0', '0.4.0', '0.5.0']) await upgrade('0.2.0', version);
    expect(await readdir(own())).toHaveLength(3);
  });
});
