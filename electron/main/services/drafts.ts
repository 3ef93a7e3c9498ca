import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SealedFile } from '#shared/shell/contract.ts';
import { readWhole, removeWhole, writeWhole } from './files.ts';
import type { InTurn } from './inTurn.ts';

const draftName = /^[0-9a-f]{32}$/;

/**
 * What is being typed, sealed, one small file a text. They take turns with the log: a draft that became a revision is
 * gone before the next revision is written, so that a crash never leaves old words over new ones.
 */
export function openDrafts(dataFolder: string, inTurn: InTurn) {
  const folder = join(dataFolder, 'journal', 'drafts');
  const names = () => readdir(folder).catch(() => []);
  return {
    write: (id: string, value: Uint8Array) => inTurn(() => writeWhole(join(folder, id), value)),
    remove: (ids: readonly string[]) =>
      inTurn(async () => {
        const outcomes = await Promise.all(ids.map((id) => removeWhole(join(folder, id))));
        return outcomes.find((outcome) => !outcome.ok) ?? { ok: true as const, value: undefined };
      }),
    /** Those that can be read. One that cannot stays where it is. */
    readAll: (): Promise<SealedFile[]> =>
      inTurn(async () => {
        const found: SealedFile[] = [];
        for (const name of await names()) {
          const read = draftName.test(name) ? await readWhole(join(folder, name)) : undefined;
          if (read?.ok) found.push({ id: name, value: read.value });
        }
        return found;
      }),
    clear: () =>
      inTurn(async () => {
        await rm(folder, { recursive: true, force: true });
        return { ok: true as const, value: undefined };
      }),
  };
}
