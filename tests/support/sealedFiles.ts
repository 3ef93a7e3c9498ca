import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeFrame } from '#electron/main/services/logFrames.ts';
import { openBlob, openRow } from '#renderer/journal/sealing.ts';
import type { Vault } from '#renderer/journal/vault.ts';

/** Something sealed as it lies on the disk: a row of the log, a draft, a photo. */
export interface SealedThing {
  readonly store: 'rows' | 'drafts' | 'attachments';
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Everything sealed outside the browser's database. */
export async function sealedThings(dataFolder: string): Promise<readonly SealedThing[]> {
  const journal = join(dataFolder, 'journal');
  const log = await readFile(join(journal, 'log', 'rows.log'));
  const things: SealedThing[] = [];
  for (let at = log.indexOf('SWf1'); at < log.length; ) {
    const frame = decodeFrame(log.subarray(at));
    if (!frame) throw new Error('The log is not whole');
    for (const { id, sealed } of frame.rows)
      things.push({ store: 'rows', id, bytes: new Uint8Array(sealed) });
    at += frame.length;
  }
  for (const store of ['drafts', 'attachments'] as const) {
    for (const id of await readdir(join(journal, store)).catch(() => [])) {
      things.push({ store, id, bytes: new Uint8Array(await readFile(join(journal, store, id))) });
    }
  }
  return things;
}

/** Those that these keys open. */
export async function openedBy(
  vault: Vault,
  things: readonly SealedThing[],
): Promise<readonly SealedThing[]> {
  const opened: SealedThing[] = [];
  for (const thing of things) {
    const { store, id, bytes } = thing;
    const place = { store, id };
    const found =
      store === 'attachments' ? await openBlob(bytes, place, vault) : openRow(bytes, place, vault);
    if (found.ok) opened.push(thing);
  }
  return opened;
}

/** Files below a folder in which any of these still lies: sought by a few bytes from the middle of each. */
export async function filesWithAny(
  folder: string,
  things: readonly SealedThing[],
): Promise<readonly string[]> {
  const samples = things.map(({ bytes }) => Buffer.from(bytes.subarray(60, 84)));
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (samples.some((sample) => bytes.includes(sample))) found.push(path);
  }
  return found;
}
