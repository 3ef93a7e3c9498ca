import { describe, expect, test } from 'vitest';
import { dataFolderName, isOwn, origin } from '#electron/main/identity.ts';
import {
  addressShown,
  contentSecurityPolicy,
  isPage,
  mayLoad,
  mayUse,
  openableLink,
} from '#electron/main/policy.ts';

const devServer = new URL('http://127.0.0.1:5173');

test('what a journal is found by never changes', () => {
  expect([origin, dataFolderName]).toEqual(['app://stringwalk', 'Stringwalk']);
});

test.each([
  ['app://stringwalk/', true],
  ['app://stringwalk/index.html#/sessions', true],
  ['app://stringwalk.example/', false],
  ['app://stringwalk:80/', false],
  ['app://other/', false],
  ['apps://stringwalk/', false],
  ['file:///app://stringwalk/', false],
  ['', false],
])('%s is the app itself: %s', (address, own) => {
  expect(isOwn(address)).toBe(own);
});

describe('what may be loaded', () => {
  test.each([
    ['app://stringwalk/assets/a.js', true],
    ['blob:app://stringwalk/3f0c', true],
    ['data:image/png;base64,AA', true],
    ['blob:https://example.org/3f0c', false],
    ['http://127.0.0.1:5173/', false],
    ['devtools://devtools/bundled/inspector.html', false],
    ['https://example.org/', false],
    ['file:///etc/hostname', false],
    ['ws://127.0.0.1:5173/', false],
    ['chrome-extension://abc/', false],
  ])('%s in a build: %s', (address, allowed) => {
    expect(mayLoad(address, undefined)).toBe(allowed);
  });

  test('in development also what Vite serves, and nothing else', () => {
    expect(mayLoad('ws://127.0.0.1:5173/', devServer)).toBe(true);
    expect(mayLoad('http://127.0.0.1:5173/src/main.tsx', devServer)).toBe(true);
    expect(mayLoad('http://127.0.0.1:5174/', devServer)).toBe(false);
  });
});

test('a build allows no inline code and names no other place', () => {
  const policy = contentSecurityPolicy(undefined);
  expect(policy).not.toMatch(/unsafe|https?:|wss?:|\*/);
  expect(policy.split('; ')).toContain("default-src 'none'");
  expect(policy.split('; ')).toContain("require-trusted-types-for 'script'");
});

test.each([
  ['/assets/backupWorker-Bg_WrkBS.js', true],
  ['/assets/encryptWorker-ZWV-vNuK.js', true],
  ['/assets/photoWorker-DpPVr9BC.js', true],
  ['/', false],
  ['/index.html', false],
  ['/assets/first-C1a2b3.js', false],
  ['/assets/shareWorker-BVA0G0Ug.js', false],
  ['/assets/backupWorker-a.js/index.html', false],
  ['/other/assets/backupWorker-a.js', false],
])('%s may compile WebAssembly: %s', (path, may) => {
  const policy = contentSecurityPolicy(undefined, path);
  expect(policy.includes("script-src 'self' 'wasm-unsafe-eval';")).toBe(may);
  expect(policy.replace(" 'wasm-unsafe-eval'", '')).toBe(contentSecurityPolicy(undefined));
});

test('two permissions, and only for the app', () => {
  expect(mayUse('persistent-storage', 'app://stringwalk/')).toBe(true);
  expect(mayUse('clipboard-sanitized-write', 'app://stringwalk/')).toBe(true);
  expect(mayUse('persistent-storage', 'app://other/')).toBe(false);
  expect(mayUse('clipboard-read', 'app://stringwalk/')).toBe(false);
  expect(mayUse('geolocation', 'app://stringwalk/')).toBe(false);
});

test.each([
  ['https://example.org/', true],
  ['mailto:ines@example.org', true],
  ['http://example.org/', false],
  ['file:///etc/hostname', false],
  ['smb://host/share', false],
  ['javascript:alert(1)', false],
  ['example.org', false],
])('%s may be offered to the system: %s', (address, allowed) => {
  expect(openableLink(address)).toBe(allowed ? address : undefined);
});

test.each([
  // The first letter is Cyrillic.
  ['https://\u0430pple.com/', 'https://xn--pple-43d.com/'],
  ['https://evil.example/\u202Emoc.elpmaxe', 'https://evil.example/%E2%80%AEmoc.elpmaxe'],
  ['mailto:ines@example.org?subject=\u202Etxet', 'mailto:ines@example.org?subject=%E2%80%AEtxet'],
])('an address that looks like another is shown as what it is', (address, shown) => {
  expect(openableLink(address)).toBe(shown);
});

test('a long address leaves room for the answer, and tells where it leads', () => {
  const short = 'https://example.org/path?q=1';
  expect(addressShown(short)).toBe(short);
  const long = addressShown(`https://${'good.example.'.repeat(300)}@evil.example/`);
  expect(long.length).toBeLessThan(800);
  expect(long).toContain('It leads to evil.example.');
});

test('only the top frame that shows the app is the page', () => {
  expect(isPage({ parent: null, url: 'app://stringwalk/' })).toBe(true);
  expect(isPage({ parent: {}, url: 'app://stringwalk/' })).toBe(false);
  expect(isPage({ parent: null, url: 'app://stringwalk.example/' })).toBe(false);
  expect(isPage({ parent: null, url: 'about:blank' })).toBe(false);
});
