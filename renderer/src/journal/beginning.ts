/** @file A new journal: its first records, and the mark of whose copy it is. */
import type { Random } from '#shared/base/ids.ts';
import { newRecordId, newReplicaId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time.ts';
import type { PersonId } from '#shared/domain/record.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import { type SaveProblem, save } from './db.ts';
import { takeGround } from './ground.ts';
import { type Change, type Identity, Journal } from './journal.ts';
import { identityPlace, type Surroundings } from './openVault.ts';
import { sealRow } from './sealing.ts';
import type { Vault } from './vault.ts';

/** What the welcome page asks. */
export interface Beginning {
  readonly myName: string;
  readonly buddyName: string;
  readonly since: Day;
  readonly usualWalk: string;
}

/** A new journal with its first three records. The ground is clear (see `ground.ts`), the slots are written. */
export function beginJournal(
  vault: Vault,
  around: Surroundings,
  beginning: Beginning,
): Promise<Result<Journal, SaveProblem>> {
  const me = newRecordId('person', around.random);
  return beginWith(vault, around, me, [firstRecords(around.random, me, beginning)]);
}

/** A new journal of `me` with what is written into it, one write after another. */
export async function beginWith(
  vault: Vault,
  around: Surroundings,
  me: PersonId,
  writes: readonly (readonly Change[])[],
): Promise<Result<Journal, SaveProblem>> {
  return beginAs(vault, around, me, async (journal) => {
    for (const changes of writes) {
      const written = await journal.write(changes);
      if (!written.ok) return written;
    }
    return ok(undefined);
  });
}

/** A journal of `me` as a backup has it, in one write: all of it or nothing. */
export function beginFrom(
  vault: Vault,
  around: Surroundings,
  me: PersonId,
  revisions: readonly Revision[],
): Promise<Result<Journal, SaveProblem>> {
  return beginAs(vault, around, me, (journal) => journal.join(revisions));
}

async function beginAs(
  vault: Vault,
  around: Surroundings,
  me: PersonId,
  fill: (journal: Journal) => Promise<Result<undefined, SaveProblem>>,
): Promise<Result<Journal, SaveProblem>> {
  const { db, random } = around;
  const identity: Identity = { me, replica: newReplicaId(random) };
  const journal = new Journal({ ...around, vault, identity });
  const filled = await fill(journal);
  if (!filled.ok) return filled;
  // Whose copy this is comes last, and then the mark that it may go goes: now there is a journal, and all of it.
  const sealed = sealRow(identity, identityPlace, vault, random);
  const kept = await save(() => db.transaction('rw', db.meta, () => db.meta.put({ key: 'replica', sealed })));
  if (!kept.ok) return kept;
  if (!(await takeGround())) return err('not-saved');
  journal.complete.set(true);
  return ok(journal);
}

function firstRecords(random: Random, me: PersonId, beginning: Beginning): readonly Change[] {
  const buddy = newRecordId('person', random);
  const { since, usualWalk } = beginning;
  return [
    { op: 'put', kind: 'person', id: me, body: { name: beginning.myName } },
    { op: 'put', kind: 'person', id: buddy, body: { name: beginning.buddyName } },
    {
      op: 'put',
      kind: 'buddyship',
      id: newRecordId('buddyship', random),
      body: { people: [me, buddy], since, usualWalk, state: 'active' },
    },
  ];
}
