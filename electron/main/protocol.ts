import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type ProtocolRequest, protocol } from 'electron';
import { invariant } from '#shared/base/assert.ts';
import { appFile } from './appFile.ts';
import { keepsCompiledCode } from './codeCache.ts';
import { scheme } from './identity.ts';
import { contentSecurityPolicy, type DevServer } from './policy.ts';

/**
 * Must run before `ready`. `standard` gives the scheme an origin and with it IndexedDB, `secure` WebCrypto;
 * it is not given what would weaken it: no bypassed CSP, no service workers, no extensions.
 */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: keepsCompiledCode() },
    },
  ]);
}

/**
 * Serves the built page, or in development what Vite makes of it, under the same origin and with the same headers.
 * @returns resolves once the first answer is on its way: then the page's process needs a while, and this one has time.
 */
export function serveApp(bundleFolder: string, devServer: DevServer): Promise<void> {
  const answer = async ({ method, url, headers }: ProtocolRequest): Promise<Answer> => {
    if (method !== 'GET' && method !== 'HEAD') return refused(405);
    if (devServer) return fromDevServer(devServer, url, headers);
    const file = appFile(bundleFolder, url);
    if (!file) return refused(404);
    try {
      const data = await readFile(file.path);
      const cache = file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
      return { statusCode: 200, headers: { 'content-type': file.mimeType, 'cache-control': cache }, data };
    } catch {
      return refused(404);
    }
  };

  return new Promise((begun) => {
    // Not `protocol.handle`, which supersedes this: its requests and responses are those of Node's fetch, and to load
    // that holds every start up by some 35 ms on two cores. Not a buffer either: to that Electron adds that any origin
    // may read it.
    const isServed = protocol.registerStreamProtocol(scheme, (request, send) => {
      void answer(request)
        .catch(() => refused(502))
        .then(({ headers, data, ...rest }) => {
          send({
            ...rest,
            data: Readable.from([data]),
            headers: { ...headers, ...fences(request.url, devServer) },
          });
          setTimeout(begun);
        });
    });
    invariant(isServed, 'nobody else serves the scheme of the app');
  });
}

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: Buffer;
}

function refused(statusCode: number): Answer {
  return { statusCode, headers: {}, data: Buffer.alloc(0) };
}

/**
 * No cross-origin-opener-policy among them: no window of ours is opened by another or opens one, and Chromium would
 * start a second process for the page when it reads that header.
 */
function fences(url: string, devServer: DevServer): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(devServer, new URL(url).pathname),
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
  };
}

async function fromDevServer(
  devServer: URL,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const asked = new URL(url);
  // Node's own fetch: the session's would be held to the fences of the page.
  const answer = await fetch(new URL(asked.pathname + asked.search, devServer), {
    headers: { accept: headers.accept ?? headers.Accept ?? '*/*' },
  });
  const data = Buffer.from(await answer.arrayBuffer());
  return { statusCode: answer.status, headers: Object.fromEntries(answer.headers), data };
}
