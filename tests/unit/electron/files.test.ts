import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openAttachments } from '#electron/main/services/attachments.ts';
import { safeFileName } from '#electron/main/services/fileName.ts';
import { readWhole, removeWhole, writeWhole } from '#electron/main/services/files.ts';
import { openSlots } from '#electron/main/services/slots.ts';

const words = (text: string) => new TextEncoder().encode(text);
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stringwalk-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('whole files', () => {
  test('are replaced and leave nothing beside them', async () => {
    const path = join(folder, 'a', 'b', 'file');
    expect(await writeWhole(path, words('first'))).toEqual({ ok: true, value: undefined });
    expect(await writeWhole(path, words('second'))).toEqual({ ok: true, value: undefined });
    expect(await readFile(path, 'utf8')).toBe('second');
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['file']);
  });

  test('keep their old content where the new one cannot be put in place', async () => {
    // A folder of that name cannot be replaced by a file: the rename fails, after everything else went well.
    const path = join(folder, 'taken');
    await mkdir(path);
    await writeFile(join(path, 'inside'), 'old');
    expect(await writeWhole(path, words('new'))).toEqual({ ok: false, error: 'cannot-write' });
    expect(await readFile(join(path, 'inside'), 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['taken']);
  });

  test('two writers at once leave one of the two, whole', async () => {
    const path = join(folder, 'file');
    const texts = Array.from({ length: 8 }, (_, index) => `${index}`.repeat(100_000));
    await Promise.all(texts.map((text) => writeWhole(path, words(text))));
    expect(texts).toContain(await readFile(path, 'utf8'));
    expect(await readdir(folder)).toEqual(['file']);
  });

  test('say why they cannot be read', async () => {
    await writeFile(join(folder, 'file'), 'four');
    expect(await readWhole(join(folder, 'file'), 3)).toEqual({ ok: false, error: 'too-big' });
    expect(await readWhole(join(folder, 'nothing'))).toEqual({ ok: false, error: 'absent' });
    expect(await readWhole(folder)).toEqual({ ok: false, error: 'cannot-read' });
  });

  test('come alone: no bytes of other files share their buffer', async () => {
    await writeFile(join(folder, 'file'), 'four');
    const read = await readWhole(join(folder, 'file'));
    expect(read.ok && read.value.buffer.byteLength).toBe(4);
  });

  test('are gone once removed, and removing nothing is no mistake', async () => {
    await writeFile(join(folder, 'file'), 'x');
    expect(await removeWhole(join(folder, 'file'))).toEqual({ ok: true, value: undefined });
    expect(await removeWhole(join(folder, 'file'))).toEqual({ ok: true, value: undefined });
    expect(await removeWhole(join(folder, 'no folder', 'file'))).toEqual({ ok: true, value: undefined });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('slots', () => {
  test('lie where somebody with age would look for them', async () => {
    const slots = openSlots(folder);
    await slots.write('passphrase', words('age'));
    await slots.write('open', words('AGE-SECRET-KEY'));
    expect((await readdir(join(folder, 'journal', 'slots'))).sort()).toEqual(['open.txt', 'passphrase.age']);
    expect(await slots.readAll()).toEqual({ passphrase: words('age'), open: words('AGE-SECRET-KEY') });
    await slots.remove('open');
    expect(await slots.readAll()).toEqual({ passphrase: words('age') });
  });

  test('one that is there but cannot be read is never taken for none', async () => {
    await mkdir(join(folder, 'journal', 'slots', 'passphrase.age'), { recursive: true });
    await expect(openSlots(folder).readAll()).rejects.toThrow('passphrase');
  });

  describe.each(['slots', 'spare'])('damaged in %s', (place) => {
    const file = () => join(folder, 'journal', place, 'passphrase.age');
    test.each([
      ['deleted', () => rm(file())],
      ['emptied', () => writeFile(file(), '')],
      ['cut', async () => writeFile(file(), (await readFile(file())).subarray(0, -2))],
      [
        'flipped',
        async () =>
          writeFile(
            file(),
            (await readFile(file())).map((byte) => byte ^ 1),
          ),
      ],
    ])('and %s, they are made good from the other copy', async (_how, damage) => {
      await openSlots(folder).write('passphrase', words('the age file'));
      await damage();
      expect(await openSlots(folder).readAll()).toEqual({ passphrase: words('the age file') });
      await rm(join(folder, 'journal', place === 'slots' ? 'spare' : 'slots'), { recursive: true });
      expect(await openSlots(folder).readAll()).toEqual({ passphrase: words('the age file') });
    });
  });

  test('the newer of two copies holds, wherever writing was cut short', async () => {
    const slots = openSlots(folder);
    await slots.write('passphrase', words('old'));
    const old = await readFile(join(folder, 'journal', 'slots', 'passphrase.age'));
    await slots.write('passphrase', words('new'));
    await writeFile(join(folder, 'journal', 'slots', 'passphrase.age'), old);
    expect(await slots.readAll()).toEqual({ passphrase: words('new') });
  });

  test('removed, nothing of them is left in either place', async () => {
    const slots = openSlots(folder);
    await slots.write('open', words('AGE-SECRET-KEY'));
    await slots.remove('open');
    expect(await readdir(join(folder, 'journal', 'spare'))).toEqual([]);
    expect(await readdir(join(folder, 'journal', 'slots'))).toEqual([]);
  });
});

test('attachments come back as they were', async () => {
  const attachments = openAttachments(folder);
  const id = '0123456789abcdef0123456789abcdef';
  expect(await attachments.read(id)).toEqual({ ok: false, error: 'absent' });
  await attachments.write(id, words('sealed'));
  expect(await attachments.read(id)).toEqual({ ok: true, value: words('sealed') });
});

test('attachments are removed for good, and those that are not there count as gone', async () => {
  const attachments = openAttachments(folder);
  const id = '0123456789abcdef0123456789abcdef';
  await attachments.write(id, words('sealed'));
  expect(await attachments.remove([id, `${id}-thumb`])).toMatchObject({ ok: true });
  expect(await attachments.read(id)).toEqual({ ok: false, error: 'absent' });
  expect(await attachments.list()).toEqual([]);
});

test.each([
  ['walk', 'walk.csv'],
  ['walk.csv', 'walk.csv'],
  ['../../etc/passwd', 'etc passwd.csv'],
  ['a:b*c?', 'a b c.csv'],
  ['.hidden', 'hidden.csv'],
  ['  ', 'Stringwalk.csv'],
  ['', 'Stringwalk.csv'],
  ['line\nbreak\u0000', 'line break.csv'],
])('the suggestion %j becomes %s', (name, safe) => {
  expect(safeFileName(name, 'csv')).toBe(safe);
});
