/** @file A backup as somebody reads it who has `age`, `unzip` and the page that describes it, and no Stringwalk. */
import { deepEqual } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface ByHand {
  /** The journal as Markdown. */
  readonly text: string;
  readonly photos: number;
}

/** What is in a backup, by `age` and the key alone. Rejects where it is not whole. */
export async function decrypted(backup: string, key: string, zip: string): Promise<ByHand> {
  await run('age', ['-d', '-i', key, '-o', zip, backup]);
  const folder = `${zip}-members`;
  try {
    // It checks every checksum as well.
    await run('unzip', ['-q', zip, '-d', folder]);
    const { attachments } = await seeManifestKept(folder);
    return { text: await readFile(join(folder, 'journal.md'), 'utf8'), photos: attachments };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** As much of a manifest as whoever has nothing but the files can compare. */
interface Manifest {
  readonly counts: Readonly<Record<string, number>>;
  readonly revisions: number;
  readonly attachments: number;
  readonly unreadable: number;
  readonly members: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

/** Throws unless every member is there with the hash, and every revision and photo in the numbers, that the manifest says. */
async function seeManifestKept(folder: string): Promise<Manifest> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const members = await Promise.all(
    names
      .filter((name) => name !== 'manifest.json' && name !== 'mark.txt')
      .map(async (name) => {
        const bytes = await readFile(join(folder, name));
        return [
          name,
          { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
        ] as const;
      }),
  );
  deepEqual(Object.fromEntries(members), manifest.members);
  const counts: Record<string, number> = {};
  for (const name of names.filter((each) => each.startsWith('revisions/'))) {
    for (const line of (await readFile(join(folder, name), 'utf8')).split('\n').filter(Boolean)) {
      const { kind } = JSON.parse(line) as { readonly kind: string };
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
  }
  deepEqual(counts, manifest.counts);
  deepEqual(
    {
      revisions: Object.values(counts).reduce((sum, count) => sum + count, 0),
      attachments: names.filter((name) => name.startsWith('attachments/')).length,
      unreadable: 0,
    },
    { revisions: manifest.revisions, attachments: manifest.attachments, unreadable: manifest.unreadable },
  );
  return manifest;
}
