import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect } from '@playwright/test';
import { callNames } from '#shared/shell/channels.ts';
import { test } from '../support/launch.ts';
import { listenOnLoopback } from '../support/loopback.ts';
import { isRoot } from '../support/stringwalk.ts';

// One test for each item of Electron's security checklist (docs/tutorial/security.md), in its order.
// Items 8 to 10 (insecure content, experimental features, Blink features) are defaults that nothing here names:
// tests/unit/electron/words.test.ts reads the sources for them. Item 19 (fuses) is in shellPackage.spec.ts.

// What is refused below, the page's console reports as errors; that is what being refused looks like.
const refusal =
  /Content Security Policy|Refused to|Not allowed to|ERR_BLOCKED_BY_CLIENT|ERR_FAILED|Failed to load resource|Permissions policy|requires 'Trusted/;
test.use({ expectedErrors: refusal });

// They ask the page at once for what it has: it must be there.
test.beforeEach(async ({ page }) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
});

test.describe(() => {
  test.use({ triesToReachOut: true });

  test('1: nothing outside the app is loaded, by whatever means', async ({ stringwalk, page }) => {
    const { address: outside, came, close } = await listenOnLoopback();
    const heard: string[] = [];
    const stun = createSocket('udp4').bind(0, '127.0.0.1');
    stun.on('message', () => heard.push('stun'));
    await once(stun, 'listening');

    const results = await page.evaluate(
      async ({ outside, stunPort }) => {
        const add = (tag: string, attributes: Record<string, string>) =>
          new Promise<string>((resolve) => {
            const element = document.createElement(tag);
            element.addEventListener('error', () => resolve('refused'));
            element.addEventListener('load', () => resolve('loaded'));
            try {
              for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
              document.body.append(element);
            } catch {
              // A script's address is looked at before anything is asked for.
              resolve('refused');
            }
          });
        const socket = new Promise<string>((resolve) => {
          const webSocket = new WebSocket(`${outside.replace('http', 'ws')}/socket`);
          webSocket.onerror = () => resolve('refused');
          webSocket.onopen = () => resolve('loaded');
        }).catch(() => 'refused');
        const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${stunPort}` }] });
        peer.createDataChannel('leak');
        await peer.setLocalDescription();
        const gathered = new Promise((resolve) => {
          peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve('gathered');
          if (peer.iceGatheringState === 'complete') resolve('gathered');
        });
        navigator.sendBeacon(`${outside}/beacon`, 'x');
        const tried = await Promise.all([
          fetch(`${outside}/fetch`).then(
            () => 'loaded',
            () => 'refused',
          ),
          add('img', { src: `${outside}/image` }),
          add('script', { src: `${outside}/script` }),
          add('link', { rel: 'stylesheet', href: `${outside}/style` }),
          add('video', { src: `${outside}/video` }),
          socket,
        ]);
        void add('iframe', { src: `${outside}/frame` });
        void add('link', { rel: 'prefetch', href: `${outside}/prefetch` });
        void add('link', { rel: 'preconnect', href: outside });
        // Nobody here would hear that; Chromium's own log does, at the end of every test.
        void add('link', { rel: 'dns-prefetch', href: 'https://ahead.example.invalid' });
        await gathered;
        return tried;
      },
      { outside, stunPort: stun.address().port },
    );
    expect(results).toEqual(Array(6).fill('refused'));

    // The second fence, behind the page's policy: the session itself lets nothing out.
    const fromShell = await stringwalk.app.evaluate(
      ({ net }, url) =>
        net.fetch(url).then(
          () => 'loaded',
          (problem: unknown) => String(problem),
        ),
      `${outside}/session`,
    );
    expect(fromShell).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(await came()).toEqual(['connection', '/myself']);
    expect(heard).toEqual([]);
    close();
    stun.close();
  });
});

test('2 and 20: the page has neither Node nor Electron, only the named calls', async ({ page }) => {
  const seen = await page.evaluate(() => ({
    globals: ['process', 'require', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
    bridge: Object.keys((window as unknown as { stringwalk: object }).stringwalk).sort(),
    frozen: Reflect.set((window as unknown as { stringwalk: object }).stringwalk, 'getStart', 1),
  }));
  expect(seen.globals).toEqual([]);
  expect(seen.bridge).toEqual([...callNames, 'on'].sort());
  expect(seen.frozen).toBe(false);
});

test('20: a message brings its content and no event', async ({ stringwalk, page }) => {
  await page.evaluate(() => {
    const seen: unknown[][] = [];
    Object.assign(window, { seenMessages: seen });
    const { on } = (
      window as unknown as { stringwalk: { on: (name: string, f: (...all: unknown[]) => void) => void } }
    ).stringwalk;
    on('settingsChanged', (...all) => seen.push(all));
  });
  await stringwalk.call('changeSettings', { lockAfterMinutes: 7 });
  const seen = () => page.evaluate(() => (window as unknown as { seenMessages: unknown[][] }).seenMessages);
  await expect.poll(seen).toEqual([[{ theme: 'system', lockAfterMinutes: 7, recoveryAskedOn: '' }]]);
  await expect(
    page.evaluate(() =>
      (window as unknown as { stringwalk: { on: (name: string) => void } }).stringwalk.on('answer'),
    ),
  ).rejects.toThrow('There is no such message');
});

test('3, 4 and 6: isolated, sandboxed, with the same-origin policy, and said so', async ({ stringwalk }) => {
  const { preferences, enabled } = await stringwalk.app.evaluate(({ app, BrowserWindow }) => {
    // Not in Electron's types, but the only place that knows what a window really runs with.
    type Knowing = { getLastWebPreferences: () => Record<string, unknown> };
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as Knowing;
    return {
      preferences: contents.getLastWebPreferences(),
      enabled: app.commandLine.hasSwitch('enable-sandbox'),
    };
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
  });
  // Root has no sandbox: the operating system's part of this can only be seen by an ordinary user.
  expect(enabled).toBe(!isRoot);
});

test('5: every permission is refused but copying and lasting storage', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'screen-wake-lock',
      'accelerometer',
      'local-fonts',
      'window-management',
      'persistent-storage',
      'clipboard-write',
    ];
    const query = async (name: string) =>
      (await navigator.permissions.query({ name: name as PermissionName })).state;
    return Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await query(name)] as const)),
    );
  });
  expect(states).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'denied',
    microphone: 'denied',
    midi: 'denied',
    'clipboard-read': 'denied',
    'screen-wake-lock': 'denied',
    accelerometer: 'denied',
    'local-fonts': 'denied',
    'window-management': 'denied',
    'persistent-storage': 'granted',
    'clipboard-write': 'granted',
  });
});

test('5: asking for a permission is refused too', async ({ page }) => {
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  const outcomes = await page.evaluate(async () => {
    const refused = (asking: Promise<unknown>) =>
      asking.then(
        () => 'given',
        () => 'refused',
      );
    return {
      camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await refused(navigator.mediaDevices.getDisplayMedia({ video: true })),
      place: await refused(
        new Promise((found, lost) => navigator.geolocation.getCurrentPosition(found, lost)),
      ),
      reading: await refused(navigator.clipboard.readText()),
      notifications: await Notification.requestPermission(),
      copying: await refused(navigator.clipboard.writeText('six words')),
      persisted: await navigator.storage.persist(),
    };
  });
  expect(outcomes).toEqual({
    camera: 'refused',
    screen: 'refused',
    place: 'refused',
    reading: 'refused',
    notifications: 'denied',
    copying: 'given',
    persisted: true,
  });
});

test('7: the policy comes as a header and holds', async ({ page }) => {
  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  const ran = await page.evaluate(() => {
    const inline = document.createElement('script');
    try {
      inline.textContent = 'window.inlineRan = true';
    } catch {
      // Refused already: no text becomes script. What stands in markup would be let in by that, not by the policy.
    }
    document.body.append(inline);
    const styled = document.createElement('p');
    styled.setAttribute('style', 'color: rgb(1, 2, 3)');
    document.body.append(styled);
    const compiles = (source: string) => {
      try {
        return (
          new WebAssembly.Module(Uint8Array.from(atob(source), (each) => each.charCodeAt(0))) !== undefined
        );
      } catch {
        return false;
      }
    };
    return {
      inline: 'inlineRan' in window,
      style: getComputedStyle(styled).color === 'rgb(1, 2, 3)',
      // The smallest module there is. Only the workers that make backups may have one.
      module: compiles('AGFzbQEAAAA='),
    };
  });
  expect(ran).toEqual({ inline: false, style: false, module: false });
});

test('7: no text becomes script or markup, and no worker comes from elsewhere', async ({ page }) => {
  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default ProseMirrorClipboard");
  const outcomes = await page.evaluate(() => {
    const tried = (work: () => unknown) => {
      try {
        work();
        return 'done';
      } catch {
        return 'refused';
      }
    };
    const element = document.createElement('div');
    return {
      markup: tried(() => Object.assign(element, { innerHTML: '<img src=x>' })),
      adjacent: tried(() => element.insertAdjacentHTML('beforeend', '<b>bold</b>')),
      frame: tried(() => Object.assign(document.createElement('iframe'), { srcdoc: '<b>bold</b>' })),
      script: tried(() => Object.assign(document.createElement('script'), { text: 'gone()' })),
      address: tried(() =>
        Object.assign(document.createElement('script'), { src: 'https://example.invalid/' }),
      ),
      worker: tried(() => new Worker('https://example.invalid/worker.js')),
      otherPolicy: tried(() =>
        (
          window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }
        ).trustedTypes.createPolicy('loose', {}),
      ),
      lookedAt: tried(() => new DOMParser().parseFromString('<b>bold</b>', 'text/html')),
      emptied: tried(() => Object.assign(element, { innerHTML: '' })),
    };
  });
  const { lookedAt, emptied, ...rest } = outcomes;
  expect([lookedAt, emptied]).toEqual(['done', 'done']);
  expect(new Set(Object.values(rest))).toEqual(new Set(['refused']));
});
