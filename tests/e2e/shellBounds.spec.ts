import { existsSync, readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { longestLink } from '#shared/base/link.ts';
import { test } from '../support/launch.ts';
import { listenOnLoopback } from '../support/loopback.ts';
import { appPath } from '../support/stringwalk.ts';

// The second half of the list that shellSecurity.spec.ts begins: where the page can go, and who can ask the shell.

test.use({
  expectedErrors:
    /Content Security Policy|Refused to|Not allowed to|ERR_BLOCKED_BY_CLIENT|ERR_FAILED|Failed to load resource/,
});

// They ask the page at once for what it has: it must be there.
test.beforeEach(async ({ page }) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
});

test('11 and 12: a webview stays an unknown word', async ({ stringwalk, page }) => {
  await page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'app://stringwalk/');
    document.body.append(view);
  });
  expect(await stringwalk.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('13: the page cannot be led away', async ({ stringwalk, page }) => {
  const { address: outside, came, close } = await listenOnLoopback();
  const before = page.url();
  await page.evaluate(() => Object.assign(window, { stillHere: true }));
  // What was wanted comes to the shell in its own time: only once it was seen to be refused, nothing more can follow.
  await stringwalk.app.evaluate(({ BrowserWindow }) => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.on('will-frame-navigate', ({ url, defaultPrevented }) => {
      told.push(`${defaultPrevented ? 'refused' : 'let go'} ${url}`);
    });
    window?.webContents.on('did-navigate', (_event, url) => told.push(`led to ${url}`));
  });
  const told = () => stringwalk.app.evaluate(() => (globalThis as unknown as { told: string[] }).told);
  const lead = [
    (to: string) => {
      location.href = to;
    },
    (to: string) => {
      const link = document.createElement('a');
      link.href = to;
      document.body.append(link);
      link.click();
    },
  ];
  const refused: string[] = [];
  // The page's process lets the first two go no further. The shell hears of those that come after them.
  for (const address of ['data:text/html,gone', 'file:///etc/hostname'])
    for (const leading of lead) await page.evaluate(leading, address);
  for (const address of [
    'https://example.invalid/',
    `${outside}/`,
    'app://stringwalk.example/',
    'app://other/',
  ]) {
    for (const leading of lead) {
      await page.evaluate(leading, address);
      refused.push(`refused ${address}`);
      await expect.poll(told).toEqual(refused);
    }
  }
  expect(page.url()).toBe(before);
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);
  expect(await came()).toEqual(['connection', '/myself']);
  close();
});

test('13: nothing that redirects is followed', async ({ stringwalk }) => {
  // Nothing the page can ask for redirects, so what the shell would hear of it is told to it by hand.
  const isStopped = await stringwalk.app.evaluate(({ BrowserWindow }) => {
    let stopped = false;
    const event = { preventDefault: () => (stopped = true) };
    BrowserWindow.getAllWindows()[0]?.webContents.emit('will-redirect', event, 'https://example.invalid/');
    return stopped;
  });
  expect(isStopped).toBe(true);
});

test('13: a file that is dropped on the page goes nowhere', async ({ page, folder }) => {
  const file = join(folder, 'dropped.html');
  await writeFile(file, '<h1>Gone</h1>');
  const before = page.url();
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    for (const type of ['dragenter', 'drop']) addEventListener(type, () => seen.push(type), true);
  });
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: 400,
      y: 300,
      data: { items: [], files: [file], dragOperationsMask: 1 },
    });
  }
  // It did come over the page, and the page is still the same.
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { seen: string[] }).seen))
    .toContain('dragenter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(page.url()).toBe(before);
});

test('14: no click opens a second window', async ({ stringwalk, page }) => {
  await page.evaluate(() => {
    for (const [name, href] of [
      ['Elsewhere', 'https://example.invalid/'],
      ['Here', 'app://stringwalk/sessions'],
    ] as const) {
      const link = document.createElement('a');
      Object.assign(link, { href, textContent: name, target: '_blank' });
      document.querySelector('h1')?.before(link);
    }
  });
  for (const name of ['Elsewhere', 'Here']) {
    const link = page.getByRole('link', { name, exact: true });
    await link.click({ button: 'middle' });
    await link.click({ modifiers: ['ControlOrMeta'] });
    await link.click({ modifiers: ['Shift'] });
  }
  expect(await stringwalk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('14: no second window opens', async ({ stringwalk, page }) => {
  const opened = await page.evaluate(() => [
    window.open('https://example.invalid/'),
    window.open('app://stringwalk/'),
    window.open('about:blank', '_blank', 'noopener'),
  ]);
  expect(opened).toEqual([null, null, null]);
  expect(await stringwalk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('15: a link leaves only after a question that shows all of it', async ({ stringwalk }) => {
  await stringwalk.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedBySystem: opened });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  const openedBySystem = () =>
    stringwalk.app.evaluate(() => (globalThis as unknown as { openedBySystem: string[] }).openedBySystem);
  const link = 'https://example.org/a/long/path?with=more';

  const refusing = await stringwalk.answerWith('Cancel');
  await stringwalk.call('openLink', { url: link });
  expect(await refusing.questions()).toEqual([expect.stringContaining(link)]);
  expect(await openedBySystem()).toEqual([]);

  const agreeing = await stringwalk.answerWith('Open');
  for (const url of [
    'file:///etc/hostname',
    'smb://host/share',
    'javascript:alert(1)',
    'http://example.org',
    'no address',
  ]) {
    await stringwalk.call('openLink', { url });
  }
  expect(await agreeing.questions()).toEqual([]);
  await stringwalk.call('openLink', { url: link });
  expect(await openedBySystem()).toEqual([link]);
});

test('16: what ships is one exact Electron', () => {
  // Whether it is still a supported one only the network knows; that it is named exactly can be seen here.
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  expect(manifest.devDependencies.electron).toMatch(/^(4[5-9]|[5-9]\d)\.\d+\.\d+$/);
});

test.describe(() => {
  test.use({ expectedErrors: /Refused: getStart was not asked by the page|Failed to load resource/ });

  test('17: a call from anywhere but the page itself is refused', async ({ stringwalk }) => {
    // Another window of the same origin with the same preload, as a mistake or an exploit might make one.
    const answer = await stringwalk.app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/app/preload/preload.cjs`;
      const other = new BrowserWindow({ show: false, webPreferences: { preload } });
      // An empty page of the app's origin.
      await other.loadURL('app://stringwalk/nothing.txt').catch(() => undefined);
      const said: unknown = await other.webContents.executeJavaScript(
        'window.stringwalk.getStart().then(() => "answered", (error) => error.message)',
      );
      other.destroy();
      return said;
    });
    expect(answer).toContain('Refused: getStart was not asked by the page');
  });
});

test.describe('17: input that breaks the contract', () => {
  test.use({ expectedErrors: /Refused: \w+ was asked with the wrong input/ });

  test('is refused, call by call', async ({ stringwalk }) => {
    for (const [name, input] of [
      ['changeSettings', { theme: 'pink' }],
      ['changeSettings', { lockAfterMinutes: -1 }],
      ['writeAttachment', { id: '../../escape', value: new Uint8Array([1]) }],
      ['readAttachment', { id: '../slots/open.txt' }],
      ['writeSlot', { slot: 'other', value: new Uint8Array([1]) }],
      ['writeSlot', { slot: 'open', value: 'text' }],
      ['saveFile', { kind: 'exe', name: 'x', value: new Uint8Array([1]) }],
      ['openLink', { url: 'https://example.org/'.padEnd(longestLink + 1, 'x') }],
      ['getStart', { unasked: true }],
    ] as const) {
      await test.step(name, async () => {
        await expect(stringwalk.call(name, input)).rejects.toThrow('was asked with the wrong input');
      });
    }
  });
});

test('18: the scheme serves the bundle, and nothing beside or above it', async ({ page }) => {
  const statuses = await page.evaluate(async () => {
    const ask = async (address: string, init?: RequestInit) =>
      fetch(address, init).then(
        (response) => response.status,
        () => 'refused',
      );
    return {
      page: await ask('/'),
      named: await ask('/index.html'),
      unknown: await ask('/nothing.js'),
      folder: await ask('/assets/'),
      above: await ask('/../main/main.js'),
      aboveEncoded: await ask('/%2e%2e%2fmain%2fmain.js'),
      backslash: await ask('/..%5cmain%5cmain.js'),
      absolute: await ask('/%2fetc%2fhostname'),
      nul: await ask('/index.html%00.js'),
      written: await ask('/', { method: 'POST', body: 'x' }),
      otherHost: await ask('app://other/index.html'),
    };
  });
  expect(statuses).toEqual({
    page: 200,
    named: 200,
    unknown: 404,
    folder: 404,
    above: 404,
    aboveEncoded: 404,
    backslash: 404,
    absolute: 404,
    nul: 404,
    written: 405,
    otherHost: 'refused',
  });
});

test('18: a refusal carries the same fences as the page', async ({ page }) => {
  const fences = await page.evaluate(async () => {
    const ask = async (address: string, init?: RequestInit) => {
      const { headers } = await fetch(address, init);
      return [
        'content-security-policy',
        'cross-origin-resource-policy',
        'referrer-policy',
        'x-content-type-options',
      ].map((name) => headers.get(name));
    };
    return {
      page: await ask('/'),
      missing: await ask('/nothing.js'),
      written: await ask('/', { method: 'POST' }),
      open: (await fetch('/')).headers.get('access-control-allow-origin'),
    };
  });
  expect(fences.page.every((value) => value)).toBe(true);
  expect(fences.written).toEqual(fences.page);
  expect(fences.missing).toEqual(fences.page);
  expect(fences.open).toBeNull();
});

test('beyond the list: the origin, the folder and the partition are the ones for ever', async ({
  launch,
  folder,
}) => {
  const cache = join(folder, 'cache');
  const env = { XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: cache };
  const stringwalk = await launch({ dataFolder: '', env });
  expect(await stringwalk.page.evaluate(() => location.origin)).toBe('app://stringwalk');
  expect(await stringwalk.page.evaluate(() => isSecureContext)).toBe(true);
  const shell = await stringwalk.app.evaluate(({ app, BrowserWindow, session }) => ({
    appPath: app.getAppPath(),
    dataFolder: app.getPath('userData'),
    defaultPartition: BrowserWindow.getAllWindows()[0]?.webContents.session === session.defaultSession,
    spellChecker: session.defaultSession.isSpellCheckerEnabled(),
  }));
  expect(shell).toEqual({
    appPath,
    dataFolder: join(folder, 'Stringwalk'),
    defaultPartition: true,
    spellChecker: false,
  });
  // What the browser has compiled runs beside the keys, so it does not lie in the folder.
  await expect.poll(() => existsSync(join(cache, 'Stringwalk', 'Code Cache', 'js'))).toBe(true);
  const inFolder = await readdir(join(folder, 'Stringwalk', 'Code Cache', 'js'));
  expect(inFolder.filter((name) => /^[0-9a-f]{16}_/.test(name))).toEqual([]);
});
