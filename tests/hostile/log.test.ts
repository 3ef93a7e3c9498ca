import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noRows, withRows } from '#renderer/journal/tally.ts';
import type { LogRow } from '#shared/shell/contract.ts';
import { howMany, tried } from '../support/howMany.ts';
import { flipped, noise, placesIn, spliced } from './damage.ts';
import { type FrameOnDisk, LogFolder, type LogOnDisk, readAll, rowNumber, writeLog } from './logOnDisk.ts';

/** The second copy of every word, damaged in every way a disk or a hand can: what is still whole is still read. */

let folder: LogFolder;
beforeEach(async () => {
  folder = await LogFolder.make();
});
afterEach(() => folder.remove());

const small = await writeLog([1, 2, 1]);
const large = await writeLog(Array.from({ length: 120 }, (_, n) => 1 + (n % 5)));
const foreign = await writeLog([1, 2], 'b');
const header = small.frames[0]?.from ?? 0;
const fresh = rowNumber(100_000);

const text = ({ id, keyId, sealed }: LogRow) => `${id} ${keyId} ${Buffer.from(sealed).toString('hex')}`;
const texts = (rows: readonly LogRow[]) => rows.map(text).sort();
const rowsOf = (frames: readonly FrameOnDisk[]) => frames.flatMap(({ rows }) => rows);

/** Those that a change of [from, to) did not touch. */
const untouched = ({ frames }: LogOnDisk, from: number, to: number) =>
  frames.filter((frame) => frame.to <= from || frame.from >= to);

/**
 * What must hold however a log was damaged: it opens, every row that was left whole is read and no other, what lay
 * there is kept byte for byte, it can be added to, and a later start says the same.
 */
async function expectMended(
  damaged: Uint8Array | undefined,
  whole: readonly LogRow[],
  where: string,
): Promise<void> {
  tried();
  await folder.put(damaged);
  const log = folder.open();
  const state = await log.verify();
  expect(texts(await readAll(log)), where).toEqual(texts(whole));
  expect({ rows: state.rows, tally: state.tally }, where).toEqual(withRows(noRows, whole));

  const now = await folder.read();
  const [aside, torn] = [await folder.kept('aside'), await folder.kept('torn')];
  const before =
    state.mended === 'rescued' ? aside[0] : Buffer.concat([now, ...(state.mended === 'cut' ? torn : [])]);
  if (damaged?.length) expect(before?.equals(damaged), `${where}: nothing is thrown away`).toBe(true);

  expect(await log.append([fresh]), where).toEqual({ ok: true, value: undefined });
  await log.close();
  const reopened = folder.open();
  const later = await reopened.verify();
  expect({ ...later, bytes: 0 }, where).toEqual({
    ...withRows(noRows, [...whole, fresh]),
    bytes: 0,
    mended: 'no',
  });
  expect(texts(await readAll(reopened)), where).toEqual(texts([...whole, fresh]));
  await reopened.close();
}

describe('a log', () => {
  it('that nothing happened to stays as it is', async () => {
    await expectMended(small.bytes, rowsOf(small.frames), 'small');
    await expectMended(large.bytes, rowsOf(large.frames), 'large');
    await expectMended(undefined, [], 'none');
  });

  it('loses no other frame by a change of any one byte', async () => {
    for (const at of placesIn(small.bytes.length, Number.POSITIVE_INFINITY)) {
      await expectMended(flipped(small.bytes, at), rowsOf(untouched(small, at, at + 1)), `byte ${at}`);
    }
  });

  it('loses no other frame by a change somewhere in a long one', async () => {
    for (const at of placesIn(large.bytes.length, howMany({ short: 60, full: 4096 }))) {
      await expectMended(flipped(large.bytes, at, 0x80), rowsOf(untouched(large, at, at + 1)), `byte ${at}`);
    }
  });

  it('keeps every whole frame wherever it was cut', async () => {
    const edges = [...small.frames.map(({ to }) => to), header].flatMap((edge) => [edge - 1, edge, edge + 1]);
    for (const length of [0, 1, ...edges.filter((edge) => edge <= small.bytes.length)]) {
      const cut = small.bytes.subarray(0, length);
      await expectMended(cut, rowsOf(small.frames.filter(({ to }) => to <= length)), `cut at ${length}`);
    }
    const nearEdges = large.frames
      .slice(0, howMany({ short: 3, full: large.frames.length }))
      .flatMap(({ to }) => [to - 1, to, to + 1])
      .filter((length) => length <= large.bytes.length);
    for (const length of [...placesIn(large.bytes.length, howMany({ short: 30, full: 256 })), ...nearEdges]) {
      const cut = large.bytes.subarray(0, length);
      await expectMended(cut, rowsOf(large.frames.filter(({ to }) => to <= length)), `cut at ${length}`);
    }
  });

  it('keeps every frame that was not cut away from its front', async () => {
    for (const from of [1, header - 1, header, header + 1, ...small.frames.map(({ to }) => to)]) {
      const rest = rowsOf(small.frames.filter((frame) => frame.from >= from));
      await expectMended(small.bytes.subarray(from), rest, `without its first ${from}`);
    }
  });

  const marker = Buffer.from('SWf1');
  const pretended = Buffer.concat([marker, Buffer.from([0xff, 0xff, 0xff, 0xff]), noise(200)]);
  const half = small.bytes.subarray(header, header + 90);
  it.each<[string, Uint8Array]>([
    ['noise', noise(500)],
    ['zeros, as a file system leaves them', new Uint8Array(4096)],
    ['markers', Buffer.concat(Array.from({ length: 500 }, () => marker))],
    ['a frame that pretends to be long', pretended],
    ['a frame that pretends to be empty', Buffer.concat([marker, new Uint8Array(200)])],
    ['the first half of a frame', half],
  ])('finds its way through %s', async (_, garbage) => {
    const all = rowsOf(small.frames);
    await expectMended(spliced(small.bytes, small.bytes.length, small.bytes.length, garbage), all, 'behind');
    for (const { from, to } of small.frames) {
      await expectMended(spliced(small.bytes, from, from, garbage), all, `before ${from}`);
      const inside = Math.floor((from + to) / 2);
      await expectMended(
        spliced(small.bytes, inside, inside, garbage),
        rowsOf(untouched(small, inside, inside + 1)),
        `inside ${from}`,
      );
      await expectMended(
        spliced(small.bytes, from, to, garbage),
        rowsOf(untouched(small, from, to)),
        `in the place of ${from}`,
      );
    }
  });

  it('is told from itself in another order, twice, or with another journal in it, and loses nothing', async () => {
    const [first, second] = small.frames as [FrameOnDisk, FrameOnDisk];
    const bytesOf = ({ from, to }: FrameOnDisk) => small.bytes.subarray(from, to);
    const all = rowsOf(small.frames);
    const swapped = spliced(
      small.bytes,
      first.from,
      second.to,
      Buffer.concat([bytesOf(second), bytesOf(first)]),
    );
    await expectMended(swapped, all, 'swapped');
    const twice = spliced(small.bytes, second.to, second.to, bytesOf(second));
    await expectMended(twice, [...all, ...second.rows], 'twice');
    const theirs = foreign.bytes.subarray(header);
    await expectMended(
      spliced(small.bytes, second.to, second.to, theirs),
      [...all, ...rowsOf(foreign.frames)],
      'mixed',
    );
    await expectMended(foreign.bytes, rowsOf(foreign.frames), 'another');
  });

  it('with frames of every size is found whole, and added to while it is read', async () => {
    const log = folder.open();
    const sizes = [10, 700_000, 20, 300_000, 300_000, 5, 524_288 - 200];
    const rows = sizes.map((size, n) => ({ ...rowNumber(n), sealed: new Uint8Array(size).fill(n) }));
    for (const row of rows) expect(await log.append([row])).toMatchObject({ ok: true });
    const [state, added] = await Promise.all([log.verify(), log.append([fresh])]);
    expect(added).toMatchObject({ ok: true });
    expect(state).toMatchObject({ mended: 'no', rows: rows.length + 1 });
    const whole = new Uint8Array(await folder.read());
    await log.close();
    for (let at = header + 50, n = 0; n < rows.length; at += 128 + (sizes[n] ?? 0), n += 1) {
      await folder.put(flipped(whole, at));
      const again = folder.open();
      expect(await again.verify(), `frame ${n}`).toMatchObject({ mended: 'rescued', rows: rows.length });
      await again.close();
    }
  });

  it('that is damaged while it is open is mended when it is looked through', async () => {
    await folder.put(small.bytes);
    const log = folder.open();
    await log.state();
    const at = (small.frames[1]?.from ?? 0) + 120;
    await writeFile(folder.file, flipped(small.bytes, at));
    expect(await log.verify()).toMatchObject({ mended: 'rescued', rows: 2 });
    expect(await log.append([fresh])).toMatchObject({ ok: true });
    const kept = [...rowsOf(untouched(small, at, at + 1)), fresh];
    expect(texts(await readAll(log))).toEqual(texts(kept));
    await log.close();
  });
});
