import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const config = readFileSync(join(import.meta.dirname, '../../../electron-builder.yml'), 'utf8');
const said = config.replace(/^\s*#.*$/gm, '');

test('what people install keeps its sandbox: nothing that starts without it is made', () => {
  expect(said).toMatch(/target:\n\s+- deb\n\s+- tar\.gz\n/);
  expect(said).not.toMatch(/appimage/i);
  expect(said).not.toMatch(/no-sandbox|executableArgs/);
});
