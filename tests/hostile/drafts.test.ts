import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDrafts } from '#electron/main/services/drafts.ts';
import { takeTurns } from '#shared/base/inTurn.ts';
import { howMany, tried } from '../support/howMany.ts';
import { flipped, noise, placesIn, spliced } from './damage.ts';

/** The file of a draft is written over at every pause in typing: whatever cuts that short leaves what was said to be saved. */

let folder: string;
let drafts: ReturnType<typeof openDrafts>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stringwalk-drafts-'));
  drafts = openDrafts(folder, takeTurns());
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const id = 'd'.repeat(32);
const at = (name: string) => join(folder, 'journal', 'drafts', name);
/** What the next start finds. */
const found = async () => (await openDrafts(folder, takeTurns()).readAll()).map(({ value }) => value);

async function write(value: Uint8Array): Promise<Uint8Array> {
  expect(await drafts.write(id, value)).toEqual({ ok: true, value: undefined });
  return new Uint8Array(await readFile(at(id)));
}

/** From the first byte in which they differ, to behind the last. */
function difference(one: Uint8Array, other: Uint8Array): readonly [from: number, to: number] {
  const differs = (byte: number, place: number) => byte !== other[place];
  return [one.findIndex(differs), one.findLastIndex(differs) + 1];
}

it('the last that was written is there, however long each is', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 60_000 }), { minLength: 1, maxLength: 12 }), async (lengths) => {
      for (const [number, length] of lengths.entries()) {
        await write(noise(length, number + 1));
        expect(await found()).toEqual([noise(length, number + 1)]);
      }
      expect(await readdir(at(''))).toEqual([id]);
      await drafts.remove([id]);
      expect(await found()).toEqual([]);
      tried();
    }),
    { numRuns: howMany({ short: 30, full: 500 }) },
  ));

it('a write over what lies there changes half of it, and nothing else of the file', async () => {
  let before = await write(noise(300, 1));
  for (let number = 2; number < 8; number += 1) {
    const after = await write(noise(300, number));
    const [from, to] = difference(before, after);
    expect(after.length).toBe(before.length);
    expect(Math.floor((2 * from) / after.length)).toBe(Math.floor((2 * (to - 1)) / after.length));
    before = after;
  }
});

it('a write that is cut short anywhere leaves it, or what was said before it', async () => {
  const texts = [noise(200, 1), noise(350, 2), noise(120, 3), noise(500, 4)];
  let before: Uint8Array | undefined;
  for (const [number, text] of texts.entries()) {
    const after = await write(text);
    if (before) {
      const [from, to] = difference(before, after);
      const [old, anew] = [before, after];
      const cuts = placesIn(to - from, howMany({ short: 60, full: 1000 }));
      for (const cut of cuts.map((place) => from + place)) {
        // Cut off; written from its end; with a hole; and with what some other file had there.
        for (const torn of [
          spliced(old, from, cut, anew.subarray(from, cut)),
          spliced(old, cut, to, anew.subarray(cut, to)),
          spliced(anew, from, cut, new Uint8Array(cut - from)),
          spliced(anew, cut, to, noise(to - cut, 99)),
        ]) {
          tried();
          await writeFile(at(id), torn);
          const [value] = await found();
          expect([text, texts[number - 1]]).toContainEqual(value);
          // And it goes on from there.
          await drafts.write(id, noise(40, 5));
          expect(await found()).toEqual([noise(40, 5)]);
        }
      }
      await writeFile(at(id), after);
    }
    before = after;
  }
});

it('one damaged byte costs the last pause in typing at most', async () => {
  await write(noise(200, 1));
  const whole = await write(noise(220, 2));
  for (const place of placesIn(whole.length, howMany({ short: 400, full: 33_000 }))) {
    tried();
    await writeFile(at(id), flipped(whole, place));
    expect([noise(220, 2), noise(200, 1)]).toContainEqual((await found())[0]);
  }
});

describe('a file as the first Stringwalks wrote it', () => {
  it.each([0, 1, 39, 40, 300, 4096])('is read as it is, and written over: %s bytes', async (length) => {
    await mkdir(at(''), { recursive: true });
    await writeFile(at(id), noise(length, 9));
    expect(await found()).toEqual([noise(length, 9)]);
    await write(noise(280, 2));
    expect(await found()).toEqual([noise(280, 2)]);
  });
});

it('nothing of what lay there stays, where that is asked for', async () => {
  for (const number of [1, 2, 3]) await write(noise(300, number));
  expect(await drafts.write(id, noise(20, 4), true)).toMatchObject({ ok: true });
  const file = await readFile(at(id));
  for (const number of [1, 2, 3])
    expect(file.includes(Buffer.from(noise(300, number).subarray(100, 116)))).toBe(false);
  expect(await found()).toEqual([noise(20, 4)]);
});

it('drafts of any bytes are read as they are, beside what is no draft', async () => {
  const ids = ['a', 'b', 'c'].map((letter) => letter.repeat(32));
  for (const each of ids) await drafts.write(each, noise(50));
  await writeFile(at(ids[1] ?? ''), '');
  await rm(at(ids[2] ?? ''));
  await mkdir(at(ids[2] ?? ''));
  await writeFile(at('notes.txt'), 'mine');
  await writeFile(at(`${ids[0]}.0123.tmp`), noise(20));
  const read = await openDrafts(folder, takeTurns()).readAll();
  expect(read.map(({ id: name, value }) => [name, value.length])).toEqual([
    [ids[0], 50],
    [ids[1], 0],
  ]);
  expect((await drafts.remove(ids)).ok).toBe(false);
  expect(await readFile(at('notes.txt'), 'utf8')).toBe('mine');
});
