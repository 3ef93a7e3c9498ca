import { app, type Session, session, type WebContents } from 'electron';
import { placeCompiledCode } from './codeCache.ts';
import { isOwn, origin } from './identity.ts';
import { type DevServer, mayLoad, mayUse } from './policy.ts';

/** Switches that open the app to a debugger. No fuse covers them, so a packaged Stringwalk refuses to start with one. */
const debuggingSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins'];

export function isDebuggingRefused(): boolean {
  return app.isPackaged && debuggingSwitches.some((name) => app.commandLine.hasSwitch(name));
}

/** Must run before `ready`: no renderer without a sandbox, and every web contents there will ever be is fenced in. */
export function fenceContents(): void {
  // Root has no sandbox and is told to pass `--no-sandbox` (tests, never a package); both at once do not start.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => fence(contents));
}

function fence(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // WebRTC goes past both the page's policy and `webRequest`; without a proxy this leaves it no way out.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-attach-webview', (event) => event.preventDefault());
  const stay = (details: { readonly url: string; preventDefault: () => void }) => {
    if (!isOwn(details.url)) details.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
}

/**
 * Must run before `ready`. A name that a page wants looked up ahead (`dns-prefetch`) is asked of neither its policy nor
 * `webRequest`: here no name is ever looked up, and no address found.
 */
export function fenceNames(devServer: DevServer): void {
  if (!devServer) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** Must run before the first page loads. Electron grants every permission and request that is not refused here. */
export function fenceSession(devServer: DevServer, own: Session = session.defaultSession): void {
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url, devServer) }));
  own.setPermissionCheckHandler((_contents, permission, requester) => mayUse(permission, requester));
  own.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(mayUse(permission, details.requestingUrl));
  });
  own.setDevicePermissionHandler(() => false);
  own.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  own.on('will-download', (event) => event.preventDefault());
  placeCompiledCode(own);
  // Off, it would fetch a dictionary all the same, and past `webRequest`: it has no language, and nowhere to ask.
  own.setSpellCheckerEnabled(false);
  own.setSpellCheckerLanguages([]);
  own.setSpellCheckerDictionaryDownloadURL(`${origin}/`);
}
