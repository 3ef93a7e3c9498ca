import { join, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appFile } from '#electron/main/appFile.ts';

const bundle = join(sep, 'opt', 'stringwalk', 'renderer');

describe('the file behind an address', () => {
  test('the root is the page', () => {
    expect(appFile(bundle, 'app://stringwalk/')).toEqual({
      path: join(bundle, 'index.html'),
      mimeType: 'text/html; charset=utf-8',
      immutable: false,
    });
  });

  test('what carries a hash in its name may be kept for ever', () => {
    expect(appFile(bundle, 'app://stringwalk/assets/index-D8xqnhDf.js?x#y')).toEqual({
      path: join(bundle, 'assets', 'index-D8xqnhDf.js'),
      mimeType: 'text/javascript; charset=utf-8',
      immutable: true,
    });
  });

  test.each([
    'app://stringwalk/assets/',
    'app://stringwalk/unknown.exe',
    'app://stringwalk/%2e%2e%2fmain%2fmain.js',
    'app://stringwalk/..%5cmain%5cmain.js',
    'app://stringwalk/index.html%00.js',
    'app://stringwalk/%',
    'app://stringwalk.example/index.html',
    'app://other/index.html',
    'https://stringwalk/index.html',
    'no address',
  ])('%s is no file of the app', (address) => {
    expect(appFile(bundle, address)).toBeUndefined();
  });

  test('no address whatever reaches outside the bundle', () => {
    const part = fc.oneof(fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', '%252e', ''), fc.string());
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const file = appFile(bundle, `app://stringwalk/${parts.join('/')}/main.js`);
        expect(file === undefined || file.path.startsWith(bundle + sep)).toBe(true);
      }),
    );
  });
});
