import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { decryptForKey, decryptWithPassphrase } from '#renderer/journal/ageFile.ts';
import { openBackup } from '#renderer/journal/backup/openBackup.ts';
import { platform } from '#renderer/journal/backup/platform.ts';
import { openShare } from '#renderer/journal/exchange/shareWork.ts';
import { hex } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';

/** The vectors by which every age agrees with every other, through each of our own ways in. */

const folder = join(import.meta.dirname, 'ageTestkit/vectors');

interface Vector {
  readonly name: string;
  readonly expected: string;
  /** SHA-256 of what is inside, in hex. */
  readonly payload: string | undefined;
  readonly passphrase: string | undefined;
  readonly identities: readonly string[];
  readonly isArmored: boolean;
  readonly file: Uint8Array;
}

/** Lines of `key: value`, an empty line, and the file. */
function vectorOf(name: string): Vector {
  const bytes = readFileSync(join(folder, name));
  const end = bytes.indexOf('\n\n');
  const lines = bytes
    .subarray(0, end)
    .toString()
    .split('\n')
    .map((line) => line.split(': '));
  const all = (key: string) => lines.filter(([found]) => found === key).map(([, value = '']) => value);
  const file = bytes.subarray(end + 2);
  return {
    name,
    expected: all('expect')[0] ?? '',
    payload: all('payload')[0],
    // Two hold nothing, and name no way in: any will do.
    passphrase: all('passphrase')[0] ?? (all('identity').length > 0 ? undefined : 'password'),
    identities: all('identity'),
    isArmored: all('armored')[0] === 'yes',
    file: new Uint8Array(all('compressed')[0] === 'zlib' ? inflateSync(file) : file),
  };
}

const vectors = readdirSync(folder).map(vectorOf);
const withPassphrase = vectors.filter(({ passphrase }) => passphrase !== undefined);
const withKeys = vectors.filter(({ identities }) => identities.length > 0);

/** A key's file is never in armor here. */
const isOurs = ({ isArmored, expected }: Vector) => expected === 'success' && !isArmored;

it('are all there, each with a way in', () => {
  expect(vectors).toHaveLength(143);
  expect(new Set([...withPassphrase, ...withKeys]).size).toBe(143);
});

describe('a file for a passphrase', () => {
  it.each(withPassphrase)('$name: $expected', async ({ file, passphrase = '', expected, payload }) => {
    const opened = await decryptWithPassphrase(file, passphrase);
    expect(opened.ok).toBe(expected === 'success');
    if (opened.ok) expect(hex(sha256(opened.value))).toBe(payload);
    // No vector holds a share: whatever opens is refused as one, and nothing is thrown.
    expect((await openShare(file, { by: 'passphrase', passphrase })).ok).toBe(false);
  });
});

describe('a file for a key', () => {
  it.each(withKeys)('$name: $expected', async (vector) => {
    const { file, identities, payload } = vector;
    const opened = await Promise.all(identities.map((identity) => decryptForKey(file, identity)));
    expect(opened.some(({ ok: opens }) => opens)).toBe(isOurs(vector));
    for (const each of opened) if (each.ok) expect(hex(sha256(each.value))).toBe(payload);
  });

  it.each(withKeys)('$name is no backup', async ({ file, identities }) => {
    const opened = await openBackup({
      file: { size: file.length, read: async (at, length) => ok(file.slice(at, at + length)) },
      identities,
      tagKey: () => undefined,
      digest: platform.digest,
    });
    expect(opened.ok).toBe(false);
  });
});
