import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as age from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBackup } from '#renderer/journal/backup/openBackup.ts';
import { platform } from '#renderer/journal/backup/platform.ts';
import { noRows, withRows } from '#renderer/journal/tally.ts';
import { unlockVault } from '#renderer/journal/vault.ts';
import { ok } from '#shared/base/result.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import { BackupBook, keyrings, openBytes } from '../support/backupBook.ts';
import { howMany, tried } from '../support/howMany.ts';
import { missingPrograms, testZip, unzipMember } from '../support/sharePrograms.ts';
import { flipped, placesIn } from './damage.ts';

/** Backups that time, a bad disk or somebody of ill will has been at: each is refused, or is the whole backup. */

let book: BackupBook;
let file: Uint8Array;
let folder: string;
beforeAll(async () => {
  book = await BackupBook.write();
  file = (await book.backUp()).file;
  folder = await mkdtemp(join(tmpdir(), 'stringwalk-backup-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = promisify(execFile);
const whyOf = async (bytes: Uint8Array) => {
  const opened = await book.open(bytes);
  return opened.ok ? 'whole' : opened.error.why;
};

describe('a backup', () => {
  it('gives back every revision as it was, every photo, and says how many', async () => {
    const revisions: Revision[] = [];
    const photos = new Map<string, number>();
    const opened = await book.open(file, {
      revision: (each) => void revisions.push(each),
      attachment: ({ id, bytes }) => void photos.set(id, bytes.length),
    });
    expect(revisions).toEqual(book.pen.revisions);
    expect([...photos.values()]).toEqual([64, 70_000]);
    expect(opened.ok && opened.value.manifest).toMatchObject({
      revisions: book.pen.revisions.length,
      attachments: 2,
      unreadable: 0,
      known: { [book.pen.replica]: book.pen.revisions.length },
    });
  });

  it.skipIf(missingPrograms().length > 0)('opens with age and unzip alone, with either key', async () => {
    const recovery = await age.generateX25519Identity();
    const { file: both } = await book.backUp([await age.identityToRecipient(recovery)]);
    await writeFile(join(folder, 'backup.age'), both);
    for (const [name, key] of [
      ['vault', book.keyring[0]],
      ['recovery', recovery],
    ] as const) {
      const zip = join(folder, `${name}.zip`);
      await writeFile(join(folder, name), `${key}\n`);
      await run('age', ['-d', '-i', join(folder, name), '-o', zip, join(folder, 'backup.age')]);
      expect(await testZip(zip)).toContain('No errors detected');
      const lines = (await unzipMember(zip, 'revisions/0001.ndjson')).trimEnd().split('\n');
      expect(lines.map((line) => JSON.parse(line))).toEqual(book.pen.revisions);
      expect(await unzipMember(zip, 'keyring.txt')).toBe(`${book.keyring[0]}\n`);
      expect(await unzipMember(zip, 'journal.md')).toContain('I kept wanting to straighten it');
      expect(await unzipMember(zip, 'index.html')).toContain('I kept wanting to straighten it');
      expect((await readFile(zip)).length).toBeLessThan(both.length);
    }
  });
});

it('a photo that was harmed or is gone is not in a backup, which says which, if anything shows it', async () => {
  const harmed = await BackupBook.write();
  const [whole = '', left = ''] = harmed.attachments.keys();
  const shown = await harmed.keep(new Uint8Array(500));
  await harmed.show(whole);
  await harmed.show(shown);
  const gone = await harmed.keep(new Uint8Array(600));
  await harmed.show(gone);
  harmed.attachments.delete(gone);
  for (const photo of [left, shown]) harmed.attachments.get(photo)?.fill(0, 40, 50);
  const seen: string[] = [];
  const opened = await harmed.open((await harmed.backUp()).file, {
    attachment: ({ id }) => void seen.push(id),
  });
  expect(opened.ok && opened.value.manifest).toMatchObject({
    attachments: 1,
    unreadable: 2,
    unreadablePhotos: [shown, gone],
  });
  expect(seen).toEqual([whole]);
});

it('tells which rows it holds, unless one shows a photo that came while it was made', async () => {
  const growing = await BackupBook.write();
  const listed = [...growing.attachments.keys()];
  const { made } = await growing.backUp();
  const tally = withRows(noRows, growing.disk.stored.rows.values());
  expect({ rows: made.rows, tally: made.tally }).toEqual(tally);
  await growing.show(await growing.keep(new Uint8Array(500)));
  const { made: hurried } = await growing.backUp([], listed);
  expect(hurried).toMatchObject({ rows: tally.rows + 1, tally: undefined, manifest: { unreadable: 0 } });
  expect((await growing.backUp()).made.tally).toBeDefined();
});

describe('a damaged backup', () => {
  it('is refused after a change of any one byte', async () => {
    const header = placesIn(400, howMany({ short: 200, full: 400 }));
    const rest = placesIn(file.length, howMany({ short: 100, full: 4096 }));
    for (const at of [...header, ...rest]) {
      tried();
      expect(await whyOf(flipped(file, at)), `at ${at}`).not.toBe('whole');
    }
  });

  it('is refused wherever it ends too soon, and where something follows', async () => {
    const edges = edgesOf(file);
    expect(edges.length).toBeGreaterThan(2);
    for (const end of [
      0,
      1,
      21,
      22,
      200,
      ...edges.flatMap((edge) => [edge - 1, edge, edge + 1]),
      file.length - 1,
      ...placesIn(file.length - 1, howMany({ short: 0, full: 256 })),
    ]) {
      tried();
      expect(await whyOf(file.subarray(0, end)), `cut at ${end}`).not.toBe('whole');
    }
    expect(await whyOf(new Uint8Array([...file, 0]))).toBe('damaged');
    expect(await whyOf(new Uint8Array())).toBe('empty');
  });

  it.each([
    ['of nothing', 'not-a-backup', () => new Uint8Array()],
    ['behind a header of ours', 'damaged', () => file.subarray(0, edgesOf(file)[0])],
    ['behind a beginning of ours', 'damaged', () => file.subarray(0, edgesOf(file)[2])],
  ])('of three gigabytes %s is refused after a few megabytes', async (_, why, beginning) => {
    const begun = beginning();
    let read = 0;
    const opened = await openBackup({
      file: {
        size: 3 * 1024 ** 3,
        read: async (offset, length) => {
          read += length;
          const piece = new Uint8Array(length);
          piece.set(begun.subarray(offset, offset + length));
          return ok(piece);
        },
      },
      identities: book.keyring,
      tagKey: () => book.vault.tagKey,
      digest: platform.digest,
    });
    expect(opened).toEqual({ ok: false, error: { why } });
    expect(read).toBeLessThan(why === 'not-a-backup' ? 100_000 : 16 * 1024 ** 2);
  });

  /** Where a file of age's may end between two of its parts: behind its header, its nonce, and each full chunk. */
  function edgesOf(bytes: Uint8Array): readonly number[] {
    const header = bytes.indexOf(0x0a, Buffer.from(bytes).indexOf('\n--- ') + 1) + 1;
    const edges = [header];
    for (let edge = header + 16; edge < bytes.length; edge += 64 * 1024 + 16) edges.push(edge);
    return edges;
  }
});

describe("somebody else's backup", () => {
  it('does not open', async () => {
    const theirs = await BackupBook.write(keyrings.another);
    expect(await whyOf((await theirs.backUp()).file)).toBe('wrong-key');
  });

  it('made for this journal by whoever knows its recipient is not believed', async () => {
    const forger = await BackupBook.write(keyrings.another);
    const own = await age.identityToRecipient(book.keyring[0]);
    expect(await whyOf((await forger.backUp([own])).file)).toBe('not-this-journals');
  });

  it('opens with keys that were replaced since', async () => {
    const [former] = book.keyring;
    const keyring = [keyrings.another[0], former] as const;
    expect((await openBytes(file, keyring, await unlockVault(keyring))).ok).toBe(true);
  });
});
