// The default app of the stand-in Electron: does what `electron [-r FILE] FOLDER` does in a stock one.
// An ES module with a top-level await, because only then is the app's own code loaded before `ready`,
// as `protocol.registerSchemesAsPrivileged` demands.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);
const preloads = process.argv.filter((_, index) => process.argv[index - 1] === '-r');
// Playwright's loader comes this way, and takes its own arguments off `process.argv`.
for (const file of preloads) require(resolve(file));

const folder = process.argv.find(
  (argument, index) => index > 0 && !argument.startsWith('-') && !preloads.includes(argument),
);
if (folder === undefined) throw new Error('Usage: electron [-r FILE] FOLDER');

const manifest = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'));
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(resolve(folder));
await import(pathToFileURL(join(resolve(folder), manifest.main)));
