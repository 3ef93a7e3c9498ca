import { crc32 as nodeCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { crc32, crcReady } from '#renderer/journal/backup/fastCrc.ts';

beforeAll(() => crcReady);

test('the sum from WebAssembly is the one of every ZIP, also of what follows on', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100_000 }), fc.uint8Array(), (bytes, more) => {
      const sum = crc32(bytes);
      expect(sum).toBe(nodeCrc32(bytes));
      expect(crc32(more, sum)).toBe(nodeCrc32(more, sum));
    }),
  );
});
