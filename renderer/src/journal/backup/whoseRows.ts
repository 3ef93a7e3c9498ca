import type { LogRow } from '#shared/shell/contract.ts';
import { openRow } from '../sealing.ts';
import { knowsKey, type Vault } from '../vault.ts';

/** What lies in one of the two places where all rows lie, for somebody who holds these keys. */
export interface LyingRows {
  /** Ours where any of them opens: a key's id is written beside a row, and proves nothing. */
  readonly lying: 'nothing' | 'ours' | 'foreign';
  /** Some were sealed under a key that is not among these: another journal's, or this one's of later. */
  readonly hasOthers: boolean;
}

export async function whoseRows(vault: Vault, pages: AsyncIterable<readonly LogRow[]>): Promise<LyingRows> {
  let found: LyingRows = { lying: 'nothing', hasOthers: false };
  for await (const rows of pages) {
    if (rows.length === 0) continue;
    const isOurs =
      found.lying === 'ours' ||
      rows.some(({ id, sealed }) => openRow(sealed, { store: 'rows', id }, vault).ok);
    found = {
      lying: isOurs ? 'ours' : 'foreign',
      hasOthers: found.hasOthers || rows.some(({ keyId }) => !knowsKey(vault, keyId)),
    };
  }
  return found;
}
