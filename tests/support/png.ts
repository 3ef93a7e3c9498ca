import { crc32, deflateSync } from 'node:zlib';

/** The first bytes of every PNG (ISO/IEC 15948, 5.2). */
export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A picture of a hill under the sky, in colour. */
export function hillPng(width: number, height: number): Buffer {
  const line = 1 + width * 3;
  const pixels = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isSky = y < height * (0.6 - 0.25 * Math.sin((3 * x) / width));
      const light = Math.round((60 * y) / height) + ((x * 7 + y * 13) % 9);
      pixels.set(isSky ? [130 + light, 175 + light, 195] : [70 + light, 96, 63], y * line + 1 + x * 3);
    }
  }
  return png(width, height, { depth: 8, colour: 2 }, pixels);
}

/** A black picture of one bit a pixel: few bytes, however many pixels it unfolds to. */
export function hugePng(width: number, height: number): Buffer {
  return png(width, height, { depth: 1, colour: 0 }, Buffer.alloc((1 + Math.ceil(width / 8)) * height));
}

function png(
  width: number,
  height: number,
  { depth, colour }: { readonly depth: number; readonly colour: number },
  lines: Buffer,
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour], 8);
  return Buffer.concat([
    pngSignature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
