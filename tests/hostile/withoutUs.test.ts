import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bech32 } from '@scure/base';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDrafts } from '#electron/main/services/drafts.ts';
import { Log } from '#electron/main/services/log.ts';
import { encryptWithPassphrase } from '#renderer/journal/ageFile.ts';
import { sealBlob, sealRow } from '#renderer/journal/sealing.ts';
import { keyringText, unlockVault, type VaultSecret } from '#renderer/journal/vault.ts';
import { hex } from '#shared/base/ids.ts';
import { takeTurns } from '#shared/base/inTurn.ts';
import { decryptWithAge, missingPrograms } from '../support/sharePrograms.ts';
import { seededRandom } from '../unit/support/replicas.ts';
import { flipped } from './damage.ts';

/** The journal on the disk, read by `age` and the few lines of Python in docs/: without a line of this app. */

const reader = join(import.meta.dirname, '../../docs/read-journal.py');
const passphrase = 'otter lantern june moss gable';
const secretOf = (byte: number) =>
  bech32.encodeFromBytes('age-secret-key-', new Uint8Array(32).fill(byte)).toUpperCase() as VaultSecret;
const hasPython = spawnSync('python3', ['--version']).error === undefined;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stringwalk-without-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A log of notes, sealed by the app: half of them under a key that was replaced. */
async function writeLog(): Promise<readonly unknown[]> {
  const random = seededRandom('without us');
  const log = new Log(folder, takeTurns());
  const said: unknown[] = [];
  for (const keyring of [[secretOf(7)], [secretOf(9), secretOf(7)]] as const) {
    const vault = await unlockVault(keyring);
    for (let number = 0; number < 5; number += 1) {
      const rows = [0, 1].map((place) => {
        const value = { seq: said.length, words: 'héron 🪶 '.repeat(number * 40 + place) };
        said.push(value);
        const id = hex(random.bytes(16));
        return { id, keyId: vault.keyId, sealed: sealRow(value, { store: 'rows', id }, vault, random) };
      });
      expect((await log.append(rows)).ok).toBe(true);
    }
  }
  await log.close();
  return said;
}

async function readWithPython(): Promise<{
  readonly lines: readonly unknown[];
  readonly complaints: string;
}> {
  const log = join(folder, 'journal/log/rows.log');
  const { stdout, stderr } = await promisify(execFile)('python3', [reader, join(folder, 'keyring.txt'), log]);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { lines: lines.map((line): unknown => JSON.parse(line)), complaints: stderr };
}

describe.skipIf(!hasPython)('a journal read without Stringwalk', () => {
  it('says every word, with the key from the passphrase slot as age opens it', async ({ skip }) => {
    if (missingPrograms().length > 0) skip(`not here: ${missingPrograms().join(', ')}`);
    const said = await writeLog();
    const slot = join(folder, 'passphrase.age');
    const text = new TextEncoder().encode(keyringText([secretOf(9), secretOf(7)]));
    await writeFile(slot, await encryptWithPassphrase(text, passphrase));
    await decryptWithAge(slot, passphrase, join(folder, 'keyring.txt'));
    expect(await readWithPython()).toEqual({ lines: said, complaints: '' });
  });

  it('shows photos and drafts, each by its own file, under whichever key it lies', async () => {
    await writeFile(join(folder, 'keyring.txt'), keyringText([secretOf(9), secretOf(7)]));
    const random = seededRandom('photos without us');
    const read = (path: string) =>
      promisify(execFile)('python3', [reader, join(folder, 'keyring.txt'), path], { encoding: 'buffer' });
    await mkdir(join(folder, 'attachments'));
    // Under the present key, and under one that was replaced; of lengths at the edges of a block.
    for (const [keyring, length] of [
      [[secretOf(9), secretOf(7)], 40_000],
      [[secretOf(7)], 252],
      [[secretOf(7)], 253],
    ] as const) {
      const vault = await unlockVault(keyring);
      const id = hex(random.bytes(16));
      const photo = random.bytes(length) as Uint8Array<ArrayBuffer>;
      const path = join(folder, 'attachments', id);
      await writeFile(path, await sealBlob(photo, { store: 'attachments', id }, vault, random));
      expect((await read(path)).stdout).toEqual(Buffer.from(photo));
      const draft = join(folder, 'journal', 'drafts', id);
      const drafts = openDrafts(folder, takeTurns());
      const seal = (body: string) => sealRow({ body }, { store: 'drafts', id }, vault, random);
      const words = async () => JSON.parse((await read(draft)).stdout.toString());
      // In the first place of its file, in the second, in the first again; and as the first Stringwalks left it.
      for (const body of ['h', 'hér', 'héron']) {
        expect((await drafts.write(id, seal(body))).ok).toBe(true);
        expect(await words()).toEqual({ body });
      }
      await writeFile(draft, seal('herons'));
      expect(await words()).toEqual({ body: 'herons' });
      // Another photo in its place, or one byte of it changed, is none.
      await writeFile(path, flipped(await readFile(path), 40));
      await expect(read(path)).rejects.toThrow('does not open with these keys');
    }
  });

  it('goes on behind damage, and names what does not open', async () => {
    const said = await writeLog();
    await writeFile(join(folder, 'keyring.txt'), keyringText([secretOf(9)]));
    const path = join(folder, 'journal/log/rows.log');
    const log = await readFile(path);
    log[log.length - 50] = 255 - (log[log.length - 50] ?? 0);
    await writeFile(path, log);
    const { lines, complaints } = await readWithPython();
    expect(lines).toEqual(said.slice(10, 18));
    expect(complaints.match(/does not open with these keys/g)).toHaveLength(10);
    expect(complaints).toContain('A damaged frame at byte');
  });
});
