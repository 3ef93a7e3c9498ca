import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSlots } from '#electron/main/services/slots.ts';
import { tried } from '../support/howMany.ts';
import { flipped, noise, placesIn } from './damage.ts';

/** The keys of a journal, each in two places: one of them may be damaged in any way, and neither a word nor a key is lost. */

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stringwalk-slots-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const key = noise(300, 7);
const slotFile = () => join(folder, 'journal', 'slots', 'passphrase.age');
const spareFile = () => join(folder, 'journal', 'spare', 'passphrase.age');
const read = async () => (await openSlots(folder).readAll()).passphrase;
const asWritten = async (path: string) => new Uint8Array(await readFile(path));

describe.each([
  ['slot', slotFile],
  ['second copy', spareFile],
])('a %s', (_, file) => {
  it('is made good after a change of any byte, and wherever it was cut', async () => {
    await openSlots(folder).write('passphrase', key);
    const [slot, spare] = [await asWritten(slotFile()), await asWritten(spareFile())];
    const whole = await asWritten(file());
    const damages = placesIn(whole.length, Number.POSITIVE_INFINITY).flatMap((at) => [
      flipped(whole, at),
      whole.subarray(0, at),
    ]);
    for (const damaged of [...damages, noise(5000), new Uint8Array([...whole, 0])]) {
      tried();
      await writeFile(file(), damaged);
      expect(await read()).toEqual(key);
      expect(await asWritten(slotFile())).toEqual(slot);
      expect(await asWritten(spareFile())).toEqual(spare);
    }
    await rm(file());
    expect(await read()).toEqual(key);
    await rm(join(file(), '..'), { recursive: true });
    expect(await read()).toEqual(key);
    expect(await asWritten(file())).toEqual(whole);
  });

  it('is read past, and left as it is, where a newer Stringwalk wrote it', async () => {
    await openSlots(folder).write('passphrase', key);
    const damaged = flipped(await asWritten(file()), 5);
    await writeFile(file(), damaged);
    expect((await openSlots(folder, false).readAll()).passphrase).toEqual(key);
    expect(await asWritten(file())).toEqual(damaged);
  });

  it('that cannot be opened at all is not taken for none', async () => {
    await openSlots(folder).write('passphrase', key);
    await rm(file());
    await mkdir(file());
    expect(await read()).toEqual(key);
  });

  it('stays closed for good once it was removed', async () => {
    await openSlots(folder).write('passphrase', key);
    expect(await openSlots(folder).remove('passphrase')).toMatchObject({ ok: true });
    expect(await read()).toBeUndefined();
  });
});

it('a slot of which nothing can be read is an error, never a fresh start', async () => {
  await mkdir(slotFile(), { recursive: true });
  await expect(openSlots(folder).readAll()).rejects.toThrow('cannot be read');
});

// Permissions hold nobody back who is root.
it.runIf(process.getuid?.() !== 0)(
  'a folder that takes no writing refuses, and gives everything back',
  async () => {
    await openSlots(folder).write('passphrase', key);
    await chmod(join(folder, 'journal', 'slots'), 0o500);
    await chmod(join(folder, 'journal', 'spare'), 0o500);
    try {
      expect(await openSlots(folder).write('passphrase', noise(10))).toEqual({
        ok: false,
        error: 'cannot-write',
      });
      expect(await read()).toEqual(key);
    } finally {
      await chmod(join(folder, 'journal', 'slots'), 0o700);
      await chmod(join(folder, 'journal', 'spare'), 0o700);
    }
  },
);

it('a key that is removed stays removed, whoever reads meanwhile', async () => {
  for (let n = 0; n < 40; n += 1) {
    const slots = openSlots(folder);
    await slots.write('open', key);
    const removed = slots.remove('open');
    const reads: Promise<unknown>[] = [];
    // As an automatic backup, the lock and the settings do, each when it pleases.
    for (let read = 0; read < 6; read += 1) {
      reads.push(slots.readAll());
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await removed).toMatchObject({ ok: true });
    await Promise.all(reads);
    expect((await openSlots(folder).readAll()).open).toBeUndefined();
  }
});
