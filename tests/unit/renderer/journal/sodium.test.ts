import { chacha20poly1305 as nobles } from '@noble/ciphers/chacha.js';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { chacha20poly1305, cipherReady } from '#renderer/journal/backup/sodium.ts';

/** What encrypts backups in the place of the cipher that age comes with: it must be the same one, to the byte. */

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const plain = fc.uint8Array({ maxLength: 70_000, size: 'max' });

beforeAll(() => cipherReady);

it('encrypts as the other does, and each opens what the other wrote', () => {
  fc.assert(
    fc.property(bytes(32), bytes(12), plain, (key, nonce, words) => {
      const [here, there] = [chacha20poly1305(key, nonce), nobles(key, nonce)];
      const sealed = here.encrypt(words);
      expect(Buffer.compare(sealed, there.encrypt(words))).toBe(0);
      expect(Buffer.compare(here.decrypt(sealed), words)).toBe(0);
      expect(Buffer.compare(there.decrypt(sealed), words)).toBe(0);
    }),
  );
});

it('opens nothing of what was changed or cut', () => {
  fc.assert(
    fc.property(bytes(32), bytes(12), plain, fc.nat(), fc.boolean(), (key, nonce, words, at, isCut) => {
      const cipher = chacha20poly1305(key, nonce);
      const sealed = cipher.encrypt(words);
      const place = at % sealed.length;
      const harmed = isCut ? sealed.slice(0, place) : sealed.slice();
      if (!isCut) harmed[place] = (harmed[place] ?? 0) ^ 1;
      expect(() => cipher.decrypt(harmed)).toThrow();
    }),
  );
});
