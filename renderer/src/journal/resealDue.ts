/** @file Whether everything lies sealed under the present key. Small: it is asked at every start. */
import type { Random } from '#shared/base/ids.ts';
import { type Database, save } from './db.ts';
import { openRow, sealRow } from './sealing.ts';
import type { Vault } from './vault.ts';

const place = { store: 'meta', id: 'sealedUnder' } as const;

/** Whether anything may still lie sealed under a key that was replaced. */
export async function isResealingDue(db: Database, vault: Vault): Promise<boolean> {
  if (vault.former.length === 0) return false;
  const mark = await db.meta.get('sealedUnder');
  const opened = mark ? openRow(mark.sealed, place, vault) : undefined;
  return !(opened?.ok && opened.value === vault.keyId);
}

/** Nothing is sealed under a former key any more. */
export async function noteResealed({
  db,
  vault,
  random,
}: {
  readonly db: Database;
  readonly vault: Vault;
  readonly random: Random;
}): Promise<boolean> {
  const sealed = sealRow(vault.keyId, place, vault, random);
  return (await save(() => db.meta.put({ key: 'sealedUnder', sealed }))).ok;
}
