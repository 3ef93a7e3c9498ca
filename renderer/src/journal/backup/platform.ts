import type { Platform } from '#shared/share/backupFile.ts';
import { streamOf } from './streams.ts';

/** The platform's own hash and compression, here and in any worker. */
export const platform: Platform = {
  digest: async (bytes) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)),
  deflate: async (pieces) => {
    const plain = streamOf(pieces[Symbol.iterator]()) as ReadableStream<Uint8Array<ArrayBuffer>>;
    const packed = plain.pipeThrough(new CompressionStream('deflate-raw'));
    return new Uint8Array(await new Response(packed).arrayBuffer());
  },
};
