import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { appFile } from './appFile.ts';
import { scheme } from './identity.ts';
import { contentSecurityPolicy, type DevServer } from './policy.ts';

/**
 * Must run before `ready`. `standard` gives the scheme an origin and with it IndexedDB, `secure` WebCrypto;
 * it is not given what would weaken it: no bypassed CSP, no service workers, no extensions.
 */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the built page, or in development what Vite makes of it, under the same origin and with the same headers.
 * @returns resolves once the first answer is on its way: then the page's process needs a while, and this one has time.
 */
export function serveApp(bundleFolder: string, devServer: DevServer): Promise<void> {
  // No cross-origin-opener-policy: no window of ours is opened by another or opens one, and Chromium would start a
  // second process for the page when it reads that header.
  const headersOf = (request: Request) => ({
    'content-security-policy': contentSecurityPolicy(devServer, new URL(request.url).pathname),
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
  });

  const answer = async (request: Request): Promise<Response> => {
    const headers = headersOf(request);
    const refused = (status: number) => new Response(null, { status, headers });
    if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405);
    if (devServer) return fromDevServer(devServer, request, headers);
    const file = appFile(bundleFolder, request.url);
    if (!file) return refused(404);
    try {
      const body = new Uint8Array(await readFile(file.path));
      const cache = file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
      return new Response(body, {
        headers: { ...headers, 'content-type': file.mimeType, 'cache-control': cache },
      });
    } catch {
      return refused(404);
    }
  };

  return new Promise((begun) => {
    protocol.handle(scheme, async (request) => {
      const response = await answer(request);
      setTimeout(begun);
      return response;
    });
  });
}

async function fromDevServer(
  devServer: URL,
  request: Request,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const asked = new URL(request.url);
  // Node's own fetch: the session's would be held to the fences of the page.
  const answer = await fetch(new URL(asked.pathname + asked.search, devServer), {
    headers: { accept: request.headers.get('accept') ?? '*/*' },
  });
  const merged = new Headers(answer.headers);
  for (const [name, value] of Object.entries(headers)) merged.set(name, value);
  return new Response(answer.body, { status: answer.status, headers: merged });
}
