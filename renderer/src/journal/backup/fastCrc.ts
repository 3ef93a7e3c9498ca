/**
 * @file CRC-32 as `shared/share/crc32.ts` has it, from hash-wasm in WebAssembly: some three times as fast. The build
 * puts it in that module's place in the workers that make and read backups, as it does with `sodium.ts`.
 */
import { createCRC32 } from 'hash-wasm';
import { crc32 as inScript } from '#shared/share/crc32.ts';

let fast: Awaited<ReturnType<typeof createCRC32>> | undefined;

/** To be waited for before anything is summed: until then, and for what goes on from a sum, script does it. */
export const crcReady: Promise<void> = createCRC32().then((hasher) => {
  fast = hasher;
});

/** @public The build gives it to ZIP's writer and reader in the place of theirs. */
export function crc32(bytes: Uint8Array, before = 0): number {
  if (!fast || before !== 0) return inScript(bytes, before);
  const sum = fast.init().update(bytes).digest('binary');
  return new DataView(sum.buffer, sum.byteOffset).getUint32(0);
}
