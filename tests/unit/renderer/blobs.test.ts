import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../../renderer/src');
const made = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => /new Blob\(|\.blob\(\)/.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );

// The browser keeps what lies in a Blob outside the page, and may write it to the disk as it is when memory is short.
test('no key becomes a Blob: only files that are encrypted do, and the photo that is shown', () => {
  expect(made.sort()).toEqual([
    expect.stringMatching(/^app.photoStore\.ts: .*new Blob\(\[found\.value\]\)/),
    expect.stringMatching(/^journal.ageFile\.ts: .*decryptWithKeys\(new Blob\(\[file as/),
    expect.stringMatching(/^journal.ageFile\.ts: .*decrypter\.decrypt\(new Blob\(\[binary\./),
  ]);
});
