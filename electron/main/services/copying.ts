/** @file Copying what must not be lost: on the disk, and read back, before anybody counts on it. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { flushFolder } from './files.ts';

const windowBytes = 1024 * 1024;

/**
 * Copies a folder with all files below it. When this resolves, each was flushed, read back, and found to be what was
 * read from its source. Fails where a copy is there already.
 */
export async function copyFolder(from: string, to: string, takes = (_name: string) => true): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, copy, takes);
    else if (entry.isFile() && takes(entry.name)) await copyFile(source, copy);
  }
  await flushFolder(to);
}

/** Bytes of all files below a folder; none where there is no such folder. */
export async function bytesBelow(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) bytes += await bytesBelow(path);
    else if (entry.isFile()) bytes += (await stat(path)).size;
  }
  return bytes;
}

/** SHA-256 of a file, in hex. */
export async function sumOf(path: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const chunk of chunksOf(path)) sum.update(chunk);
  return sum.digest('hex');
}

async function copyFile(source: string, copy: string): Promise<void> {
  const sum = createHash('sha256');
  const file = await open(copy, 'wx', 0o600);
  try {
    for await (const chunk of chunksOf(source)) {
      sum.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  if ((await sumOf(copy)) !== sum.digest('hex')) throw new Error('What was copied reads back differently');
}

function chunksOf(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: windowBytes });
}
