import { extname, resolve, sep } from 'node:path';
import { isOwn } from './identity.ts';

const mimeTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export interface AppFile {
  readonly path: string;
  readonly mimeType: string;
  /** Whether the name carries a hash of the content, so that it never changes. */
  readonly immutable: boolean;
}

/** The file of the bundle an address asks for; undefined where it names none, or reaches outside the bundle. */
export function appFile(bundleFolder: string, address: string): AppFile | undefined {
  if (!isOwn(address)) return undefined;
  let name: string;
  try {
    name = decodeURIComponent(new URL(address).pathname);
  } catch {
    return undefined;
  }
  // A backslash separates folders on Windows, and a NUL ends a name for the system but not for us.
  if (name.includes('\\') || name.includes('\0')) return undefined;
  if (name === '/') name = '/index.html';
  const root = resolve(bundleFolder);
  const path = resolve(root, `.${name}`);
  const mimeType = mimeTypes[extname(path)];
  if (!path.startsWith(root + sep) || mimeType === undefined) return undefined;
  return { path, mimeType, immutable: name.startsWith('/assets/') };
}
