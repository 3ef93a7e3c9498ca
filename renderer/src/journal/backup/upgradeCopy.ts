/**
 * @file Reading what was copied before an upgrade: a log as it lay there, sealed with this journal's own keys. Runs in
 * a worker.
 */
import { err, ok } from '#shared/base/result.ts';
import type { Contract } from '#shared/shell/contract.ts';
import { openRevision } from '../rows.ts';
import type { Vault } from '../vault.ts';
import type { ReadThrough, RestoredAbout } from './restoring.ts';

/** Which copy, and what the page knows of it: a log does not say whose it is. */
export interface UpgradeCopyToRead {
  readonly upgrade: string;
  readonly about: RestoredAbout;
}

export interface CopyReading {
  readonly about: RestoredAbout;
  readonly vault: Vault;
  readonly readPage: (from: number) => Promise<Contract['readUpgradeCopy']['output']>;
  readonly onProgress: (done: number) => void;
}

/** Every entry in it that can be read; a damaged place costs those that stood there and no others. */
export function copyReader({ about, vault, readPage, onProgress }: CopyReading): ReadThrough {
  return async ({ listener }) => {
    let isWhole = true;
    let [rows, opened] = [0, 0];
    for (let from: number | undefined = 0; from !== undefined; ) {
      const page: Contract['readUpgradeCopy']['output'] = await readPage(from);
      if (!page.ok) return err({ why: 'cannot-read' });
      isWhole &&= page.isWhole;
      rows += page.rows.length;
      for (const row of page.rows) {
        const revision = openRevision(row, vault);
        if (!revision) continue;
        opened += 1;
        listener.revision?.(revision);
      }
      onProgress(page.done);
      from = page.next;
    }
    // Not one of them: it is another journal's, or nothing is left of it.
    if (opened === 0) return err({ why: rows === 0 ? 'damaged' : 'wrong-key' });
    return ok({ about, unread: { unreadable: 0 }, isWhole: isWhole && opened === rows });
  };
}
