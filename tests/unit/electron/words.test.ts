import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../../electron');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

// Items 6 and 8 to 12 of Electron's security checklist are defaults: nothing may name them to loosen them.
test.each([
  /webSecurity/,
  /allowRunningInsecureContent/,
  /experimentalFeatures/,
  /enableBlinkFeatures/,
  /allowpopups/,
  /bypassCSP/,
  /crashReporter/,
  /nodeIntegration\w*: true/,
  /contextIsolation: false/,
  /sandbox: false/,
  /webviewTag: true/,
  /appendSwitch/,
  /partition/,
])('the shell never says %s', (word) => {
  expect(sources).toContain('contextIsolation: true');
  expect(sources).not.toMatch(word);
});

test('only ipc.ts listens to the page', () => {
  expect(sources.match(/ipcMain\./g)).toHaveLength(1);
  expect(readFileSync(join(folder, 'main/ipc.ts'), 'utf8')).toContain('ipcMain.handle(');
});
