import { isOwn } from './identity.ts';

/** Where Vite serves the page during `npm run dev`; undefined in every build. */
export type DevServer = URL | undefined;

/** The workers that make and read backups: ciphers and sums are WebAssembly. They show nothing, and read no markup. */
const compiling = /^\/assets\/(?:backup|encrypt|photo)Worker-[\w-]+\.js$/;

/** What the page, or a worker that comes from this path, may load and run: only what came with the app. */
export function contentSecurityPolicy(devServer: DevServer, path = '/'): string {
  // Vite's client adds inline scripts and styles and talks to its server, in development only.
  const inline = devServer ? " 'unsafe-inline'" : '';
  const server = devServer ? ` ws://${devServer.host} ${devServer.origin}` : '';
  return [
    "default-src 'none'",
    `script-src 'self'${inline}${compiling.test(path) ? " 'wasm-unsafe-eval'" : ''}`,
    // Style attributes set from script (React's `style`) do not fall under this; those in markup do, and are refused.
    `style-src 'self'${inline}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${server}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // What may pass all the same is decided in renderer/public/guard.js; the second name is the editor's own, which
    // parses what is pasted in a document that is never shown. Vite's client knows nothing of this.
    ...(devServer
      ? []
      : ["require-trusted-types-for 'script'", 'trusted-types default ProseMirrorClipboard']),
  ].join('; ');
}

/** Whether a frame is the page itself: the top one, and showing the app. */
export function isPage(frame: { readonly parent: unknown; readonly url: string }): boolean {
  return frame.parent === null && isOwn(frame.url);
}

/** Whether the page or the shell may fetch an address at all. */
export function mayLoad(address: string, devServer: DevServer): boolean {
  const url = parse(address);
  if (!url) return false;
  // A blob is named by the origin that made it, behind the scheme.
  if (url.protocol === 'blob:') return isOwn(url.pathname);
  if (url.protocol === 'data:' || isOwn(address)) return true;
  return devServer !== undefined && (url.host === devServer.host || url.protocol === 'devtools:');
}

/**
 * The two permissions the app lives by: copying what somebody selected, and storage that is not evicted
 * (`navigator.storage.persisted()` turns false without it). Everything else is refused.
 */
export function mayUse(permission: string, requester: string): boolean {
  return (
    (permission === 'clipboard-sanitized-write' || permission === 'persistent-storage') && isOwn(requester)
  );
}

/**
 * What the system is asked to open for an address. Addresses in a journal are other people's words: only these two kinds
 * may leave, after a question, and as a browser takes them. Spelled so, none can look like another: letters of other
 * alphabets, and marks that turn the direction of reading, show as what they are.
 */
export function openableLink(address: string): string | undefined {
  const url = parse(address);
  return url?.protocol === 'https:' || url?.protocol === 'mailto:' ? url.href : undefined;
}

/** More than that would push the buttons of a question off the screen. */
const shownLength = 600;

/** What a person is asked about. Of a long address its beginning, and where it leads: that may stand far inside it. */
export function addressShown(address: string): string {
  if (address.length <= shownLength) return address;
  const host = parse(address)?.host ?? '';
  const leads = host === '' ? '' : ` It leads to ${host}.`;
  return `${address.slice(0, shownLength)}…\n\nThe whole address has ${address.length.toLocaleString()} characters.${leads}`;
}

function parse(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
