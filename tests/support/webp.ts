/** The header of a WebP of this size, with a little after it: as much as is looked at before one is shown. */
export function webp(
  width: number,
  height: number,
  chunk: 'VP8 ' | 'VP8L' | 'VP8X' = 'VP8 ',
  flags = 0,
): Uint8Array {
  const bytes = Buffer.alloc(64);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write(`WEBP${chunk}`, 8, 'latin1');
  bytes.writeUInt32LE(bytes.length - 20, 16);
  switch (chunk) {
    case 'VP8 ':
      bytes.set([0x9d, 0x01, 0x2a], 23);
      bytes.writeUInt16LE(width, 26);
      bytes.writeUInt16LE(height, 28);
      break;
    case 'VP8L':
      bytes[20] = 0x2f;
      bytes.writeUInt32LE((width - 1) | ((height - 1) << 14), 21);
      break;
    default:
      bytes[20] = flags;
      bytes.writeUIntLE(width - 1, 24, 3);
      bytes.writeUIntLE(height - 1, 27, 3);
  }
  return new Uint8Array(bytes);
}
