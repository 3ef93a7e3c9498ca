import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Stringwalk } from '../support/stringwalk.ts';
import { type Row, row } from './figures.ts';

const served = join(import.meta.dirname, '../../out/app/renderer');

/**
 * gzip of every file Today asks for, as its window asks for them on being opened anew; fonts are packed already and
 * count as they are.
 */
export async function measureBundle(decade: string): Promise<readonly Row[]> {
  const stringwalk = await Stringwalk.launch({ dataFolder: decade });
  try {
    const { page } = stringwalk;
    await page.getByRole('heading', { level: 1 }).waitFor();
    const names: string[] = [];
    page.on('request', (request) => names.push(new URL(request.url()).pathname));
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    let [code, fonts] = [0, 0];
    for (const name of new Set(names)) {
      const bytes = await readFile(join(served, name === '/' ? 'index.html' : name));
      if (name.endsWith('.woff2')) fonts += bytes.length;
      else code += gzipSync(bytes).length;
    }
    return [
      row('bundle', (code + fonts) / 1000, 'kB', 350, 'at most 350 kB'),
      row('bundle, no fonts', code / 1000, 'kB', 350, 'reported'),
    ];
  } finally {
    await stringwalk.close();
  }
}
