import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDrafts } from '#electron/main/services/drafts.ts';
import { openSlots } from '#electron/main/services/slots.ts';
import { takeTurns } from '#shared/base/inTurn.ts';
import type { LogRow } from '#shared/shell/contract.ts';
import { flipped } from './damage.ts';
import { disk } from './faultyDisk.ts';
import { LogFolder, readAll, rowNumber, writeLog } from './logOnDisk.ts';

vi.mock('node:fs/promises', async (real) =>
  (await import('./faultyDisk.ts')).onFaultyDisk(await real<typeof import('node:fs/promises')>()),
);

/**
 * As SQLite is tested: every script is run again and again, each time with the next call to the disk failing, until
 * it runs through. What was acknowledged is there afterwards, and what was there before is too.
 */

let folder: LogFolder;
beforeEach(async () => {
  folder = await LogFolder.make();
});
afterEach(async () => {
  disk.repair();
  await folder.remove();
});

/** Runs a script once for every call it makes to the disk, with that call failing. */
async function atEveryCall(fromThenOn: boolean, script: (where: string) => Promise<void>): Promise<void> {
  for (let call = 1; ; call += 1) {
    await folder.remove();
    folder = await LogFolder.make();
    disk.breakAt(call, fromThenOn);
    await script(`with call ${call} failing`);
    if (disk.calls < call) return;
  }
}

const sure = await writeLog([2, 1, 2]);
const ids = (rows: readonly LogRow[]) => rows.map(({ id }) => id);

describe.each([
  ['stumbles once', false],
  ['dies', true],
])('a disk that %s', (_, fromThenOn) => {
  it.each<[string, Uint8Array | undefined, readonly number[]]>([
    ['begun', undefined, []],
    ['whole', sure.bytes, [0, 1, 2]],
    ['torn', sure.bytes.subarray(0, -3), [0, 1]],
    ['damaged in its middle', flipped(sure.bytes, (sure.frames[1]?.from ?? 0) + 110), [0, 2]],
  ])('loses nothing of a log that was %s', async (_name, bytes, kept) => {
    const before = ids(kept.flatMap((frame) => sure.frames[frame]?.rows ?? []));
    const undecided = ids(sure.frames.flatMap(({ rows }) => rows));
    await atEveryCall(fromThenOn, async (where) => {
      const call = disk.failAt;
      disk.repair();
      await folder.put(bytes);
      disk.breakAt(call, fromThenOn);

      const [acknowledged, asked]: [string[], string[]] = [[], []];
      const log = folder.open();
      const write = async (n: number) => {
        const row = rowNumber(n);
        asked.push(row.id);
        if ((await log.append([row])).ok) acknowledged.push(row.id);
      };
      await log.state().catch(() => undefined);
      await write(1000);
      await write(1001);
      await log.verify().catch(() => undefined);
      await write(1002);
      const all = await readAll(log).catch(() => undefined);
      const isNew =
        all !== undefined &&
        (await log.beginRewrite()).ok &&
        (await log.addToRewrite(all)).ok &&
        (await log.finishRewrite()).ok;
      if (!isNew) await log.dropRewrite();
      await write(1003);
      await log.close();
      const { calls } = disk;

      disk.repair();
      const later = folder.open();
      await later.verify();
      const found = ids(await readAll(later));
      expect(found, where).toEqual(expect.arrayContaining([...before, ...acknowledged]));
      expect([...before, ...undecided, ...asked], where).toEqual(expect.arrayContaining(found));
      expect(await later.append([rowNumber(2000)]), where).toMatchObject({ ok: true });
      await later.close();
      disk.calls = calls;
      disk.failAt = call;
    });
  });

  it('leaves a slot as it was, or as it was said to be', async () => {
    await atEveryCall(fromThenOn, async (where) => {
      const call = disk.failAt;
      disk.repair();
      const [old, next] = [new Uint8Array([1, 2, 3]), new Uint8Array([4, 5, 6, 7])];
      await openSlots(folder.path).write('passphrase', old);
      disk.breakAt(call, fromThenOn);
      const written = await openSlots(folder.path).write('passphrase', next);
      const { calls } = disk;
      disk.repair();
      // "Nothing has changed" must be true: a person has one passphrase in mind. Only a disk that dies between the
      // last rename and its flush can make a liar of it.
      const { passphrase } = await openSlots(folder.path).readAll();
      if (written.ok || fromThenOn)
        expect([next, old].slice(0, written.ok ? 1 : 2), where).toContainEqual(passphrase);
      else expect(passphrase, where).toEqual(old);
      disk.calls = calls;
      disk.failAt = call;
    });
  });

  it('leaves every draft that was acknowledged', async () => {
    await atEveryCall(fromThenOn, async (where) => {
      const drafts = openDrafts(folder.path, takeTurns());
      const id = 'd'.repeat(32);
      const acknowledged: number[] = [];
      for (const n of [1, 2, 3]) if ((await drafts.write(id, Uint8Array.of(n))).ok) acknowledged.push(n);
      const { calls, failAt } = disk;
      disk.repair();
      const [found] = await openDrafts(folder.path, takeTurns()).readAll();
      expect(found?.value[0] ?? 0, where).toBeGreaterThanOrEqual(acknowledged.at(-1) ?? 0);
      const left = await readdir(join(folder.path, 'journal', 'drafts')).catch(() => []);
      for (const name of left) await readFile(join(folder.path, 'journal', 'drafts', name));
      await drafts.clear();
      disk.calls = calls;
      disk.failAt = failAt;
    });
  });
});
