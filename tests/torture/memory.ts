import { open, readdir, readFile } from 'node:fs/promises';

/** @file What lies in the memory of processes, read from outside: Linux only, and for one's own children. */

export const canReadMemory = process.platform === 'linux';

/** Every process that belongs to the group of this one. */
export async function processesOf(group: number): Promise<readonly number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // It may have ended meanwhile. After the name in brackets: state, parent, group.
    const stat = await readFile(`/proc/${name}/stat`, 'latin1').catch(() => '');
    const [, , groupOf] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (Number(groupOf) === group) found.push(Number(name));
  }
  return found;
}

/** What a process calls itself: "browser" for the shell, "renderer" and so on for the others. */
export async function kindOf(pid: number): Promise<string> {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return /--type=([\w-]+)/.exec(line)?.[1] ?? 'browser';
}

const pieceBytes = 8 * 1024 * 1024;

/** All that matches, in UTF-8 (or Latin-1) and in UTF-16. `longest` is how long in letters a match may be. */
export async function foundInMemory(
  pid: number,
  pattern: RegExp,
  longest: number,
): Promise<readonly string[]> {
  const found = new Set<string>();
  const maps = await readFile(`/proc/${pid}/maps`, 'latin1');
  const memory = await open(`/proc/${pid}/mem`);
  try {
    const piece = Buffer.alloc(pieceBytes);
    for (const line of maps.split('\n')) {
      const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
      const end = from === '' ? 0 : Number.parseInt(to, 16);
      // What goes over the edge of a piece is read again with the next.
      for (let at = Number.parseInt(from || '0', 16); at < end; at += pieceBytes - longest * 2) {
        const length = Math.min(pieceBytes, end - at);
        // Pages that a device owns, or that were just given back, cannot be read.
        const { bytesRead } = await memory.read(piece, 0, length, at).catch(() => ({ bytesRead: 0 }));
        const bytes = piece.subarray(0, bytesRead);
        const texts = [
          bytes.toString('latin1'),
          bytes.toString('utf16le'),
          bytes.subarray(1).toString('utf16le'),
        ];
        for (const text of texts) for (const [match] of text.matchAll(pattern)) found.add(match);
      }
    }
  } finally {
    await memory.close();
  }
  return [...found];
}
