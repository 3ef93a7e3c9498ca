import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  openBlob,
  openRow,
  padmeLength,
  type SealedPlace,
  sealBlob,
  sealRow,
} from '#renderer/journal/sealing.ts';
import {
  isVaultSecret,
  keyringText,
  parseKeyring,
  unlockVault,
  type VaultSecret,
} from '#renderer/journal/vault.ts';
import { seededRandom } from '../../support/replicas.ts';

// Two identities as `age-keygen` writes them; they protect nothing.
const secretA = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX' as VaultSecret;
const secretB = 'AGE-SECRET-KEY-1QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSKMP32K' as VaultSecret;
const random = seededRandom('sealing');
const place: SealedPlace = { store: 'rows', id: 'a1' };

describe('the vault secret', () => {
  it('is told from other text by its checksum', () => {
    expect(isVaultSecret(secretA)).toBe(true);
    expect(isVaultSecret(`${secretA.slice(0, -1)}P`)).toBe(false);
    expect(isVaultSecret('')).toBe(false);
  });

  it('gives the same keys every time, and every purpose a key of its own', async () => {
    const [once, again, other] = await Promise.all([
      unlockVault([secretA]),
      unlockVault([secretA]),
      unlockVault([secretB]),
    ]);
    expect(again.keyId).toBe(once.keyId);
    expect(again.rowKey).toEqual(once.rowKey);
    expect(other.keyId).not.toBe(once.keyId);
    const keys = [once.rowKey, once.tagKey, once.signingSeed, other.rowKey].map((key) => key.join());
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('a keyring', () => {
  it('opens what its former secrets sealed, and knows its own words by the first of them', async () => {
    const [before, after] = await Promise.all([unlockVault([secretA]), unlockVault([secretB, secretA])]);
    const row = sealRow('heron', place, before, random);
    const blob = await sealBlob(random.bytes(300), place, before, random);
    expect(openRow(row, place, after)).toEqual({ ok: true, value: 'heron' });
    expect((await openBlob(blob, place, after)).ok).toBe(true);
    expect(after.tagKey).toEqual(before.tagKey);
    expect(after.signingSeed).toEqual(before.signingSeed);
    expect(openRow(sealRow('heron', place, after, random), place, before).ok).toBe(false);
  });

  it('is a file that says the same when read again, and never half of one', () => {
    expect(parseKeyring(keyringText([secretB, secretA]))).toEqual([secretB, secretA]);
    expect(parseKeyring(`# made by age-keygen\n\n${secretA}\r\n`)).toEqual([secretA]);
    expect(parseKeyring('')).toBeUndefined();
    expect(parseKeyring(`${secretA}\n${secretB.slice(0, -1)}`)).toBeUndefined();
  });
});

describe('a sealed row', () => {
  it('opens to what was sealed', async () => {
    const vault = await unlockVault([secretA]);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const sealed = sealRow(value, place, vault, random);
        expect(openRow(sealed, place, vault)).toEqual({ ok: true, value: JSON.parse(JSON.stringify(value)) });
      }),
    );
  });

  it('does not open after any single change, in another place, or under another key', async () => {
    const [vault, other] = await Promise.all([unlockVault([secretA]), unlockVault([secretB])]);
    const sealed = sealRow({ words: 'the log by the gate' }, place, vault, random);
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = sealed.slice();
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(openRow(changed, place, vault).ok).toBe(false);
    }
    expect(openRow(sealed.subarray(0, -1), place, vault).ok).toBe(false);
    expect(openRow(new Uint8Array(), place, vault).ok).toBe(false);
    expect(openRow(sealed, { ...place, id: 'a2' }, vault).ok).toBe(false);
    expect(openRow(sealed, { ...place, store: 'drafts' }, vault).ok).toBe(false);
    expect(openRow(sealed, place, other).ok).toBe(false);
  });

  it('is never the same twice and shows none of its words', async () => {
    const vault = await unlockVault([secretA]);
    const [a, b] = [sealRow('heron', place, vault, random), sealRow('heron', place, vault, random)];
    expect(a).not.toEqual(b);
    expect(Buffer.from(a).includes('heron')).toBe(false);
  });

  it('has a size that tells little', async () => {
    const vault = await unlockVault([secretA]);
    const size = (length: number) => sealRow('x'.repeat(length), place, vault, random).length;
    expect(size(3)).toBe(size(200));
    expect(size(1000)).toBe(size(1010));
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 10_000_000 }), (length) => {
        const padded = padmeLength(length);
        expect(padded).toBeGreaterThanOrEqual(length);
        expect(padded).toBeLessThanOrEqual(length * 1.12 + 1);
      }),
    );
  });
});

describe('a sealed blob', () => {
  it('opens to what was sealed, there and nowhere else', async () => {
    const vault = await unlockVault([secretA]);
    const blobPlace: SealedPlace = { store: 'attachments', id: 'ff' };
    for (const length of [0, 1, 255, 256, 70_000]) {
      const bytes = random.bytes(length);
      const sealed = await sealBlob(bytes, blobPlace, vault, random);
      expect(await openBlob(sealed, blobPlace, vault)).toEqual({ ok: true, value: bytes });
      expect((await openBlob(sealed, { ...blobPlace, id: 'fe' }, vault)).ok).toBe(false);
      sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
      expect((await openBlob(sealed, blobPlace, vault)).ok).toBe(false);
    }
  });
});
