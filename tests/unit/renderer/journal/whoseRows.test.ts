import { beforeAll, describe, expect, it } from 'vitest';
import { whoseRows } from '#renderer/journal/backup/whoseRows.ts';
import { sealRow } from '#renderer/journal/sealing.ts';
import { unlockVault, type Vault } from '#renderer/journal/vault.ts';
import { hex } from '#shared/base/ids.ts';
import type { LogRow } from '#shared/shell/contract.ts';
import { keyrings } from '../../../support/backupBook.ts';
import { seededRandom } from '../../support/replicas.ts';

const [old, later] = [keyrings.toms[0], keyrings.another[0]];
const random = seededRandom('whose rows');
let before: Vault;
let since: Vault;
beforeAll(async () => {
  [before, since] = await Promise.all([unlockVault([old]), unlockVault([later, old])]);
});

function row(vault: Vault, keyId = vault.keyId): LogRow {
  const id = hex(random.bytes(16));
  return { id, keyId, sealed: sealRow({}, { store: 'rows', id }, vault, random) };
}

async function* pages(...all: readonly (readonly LogRow[])[]) {
  yield* all;
}

describe('the rows that lie here', () => {
  it('are ours where one opens, and say whether others were sealed under a key of later', async () => {
    expect(await whoseRows(before, pages([]))).toEqual({ lying: 'nothing', hasOthers: false });
    expect(await whoseRows(before, pages([row(before)]))).toEqual({ lying: 'ours', hasOthers: false });
    const mixed = pages([row(before)], [row(before), row(since)]);
    expect(await whoseRows(before, mixed)).toEqual({ lying: 'ours', hasOthers: true });
    const known = pages([row(before), row(since)]);
    expect(await whoseRows(since, known)).toEqual({ lying: 'ours', hasOthers: false });
  });

  it('are foreign where none opens, whatever key they name', async () => {
    expect(await whoseRows(before, pages([row(since)]))).toEqual({ lying: 'foreign', hasOthers: true });
    const named = pages([row(since, before.keyId)]);
    expect(await whoseRows(before, named)).toEqual({ lying: 'foreign', hasOthers: false });
  });
});
