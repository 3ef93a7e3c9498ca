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
  // The one switch that only takes away.
  /appendSwitch\((?!'host-resolver-rules', 'MAP \* ~NOTFOUND'\))/,
  /partition/,
])('the shell never says %s', (word) => {
  expect(sources).toContain('contextIsolation: true');
  expect(sources).not.toMatch(word);
});

test('only ipc.ts listens to the page', () => {
  expect(sources.match(/ipcMain\./g)).toHaveLength(1);
  expect(readFileSync(join(folder, 'main/ipc.ts'), 'utf8')).toContain('ipcMain.handle(');
});

test('an opening window has the colour of the page that comes', () => {
  const tokens = readFileSync(join(folder, '../renderer/src/ui/tokens.css'), 'utf8');
  const [, light, dark] = /--paper: light-dark\((#\w+), (#\w+)\)/.exec(tokens) ?? [];
  expect(readFileSync(join(folder, 'main/window.ts'), 'utf8')).toContain(
    `paper = { light: '${light}', dark: '${dark}' }`,
  );
});
