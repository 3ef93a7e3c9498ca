import { newReplicaId } from '#shared/base/ids.ts';
import { err, type Result } from '#shared/base/result.ts';
import { type SaveProblem, save } from './db.ts';
import type { Identity, Journal } from './journal.ts';
import { identityPlace, type Surroundings } from './openVault.ts';
import { sealRow } from './sealing.ts';
import type { Vault } from './vault.ts';

/**
 * Makes this copy another one, before what it may have written itself comes back: nobody knows any more which numbers
 * it had given away. The checkpoint counts under the old name, so it goes.
 */
export async function renewReplica(
  journal: Journal,
  { db, vault, random }: Surroundings & { readonly vault: Vault },
): Promise<Result<undefined, SaveProblem>> {
  // A newer Stringwalk wrote it: not even its name is changed here.
  if (journal.isReadOnly) return err('read-only');
  const identity: Identity = { me: journal.me, replica: newReplicaId(random) };
  const sealed = sealRow(identity, identityPlace, vault, random);
  const kept = await save(() =>
    db.transaction('rw', db.meta, db.checkpoint, async () => {
      await db.meta.put({ key: 'replica', sealed });
      await db.checkpoint.clear();
    }),
  );
  if (kept.ok) await journal.goOnAs(identity.replica);
  return kept;
}
