import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { qrRows } from '#renderer/ui/QrCode.tsx';

/** The rows as a camera would see them: each module some pixels wide, black on white. */
function picture(rows: readonly (readonly boolean[])[], scale: number) {
  const size = rows.length * scale;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1)
      if (rows[Math.floor(y / scale)]?.[Math.floor(x / scale)])
        data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
  return { width: size, height: size, data };
}

const text = 'AGE-SECRET-KEY-1LSV3M95KUFHJKFYQKKP449THXZQFA8XA3ML8PE5PE6HJXZ8US24SNS4M9A';

test('a camera reads what was written, also with a stain on it', () => {
  const rows = qrRows(text).map((row) => [...row]);
  expect(decodeQR(picture(rows, 6))).toBe(text);
  for (let y = 22; y < 27; y += 1) rows[y]?.fill(true, 22, 28);
  expect(decodeQR(picture(rows, 6))).toBe(text);
});
