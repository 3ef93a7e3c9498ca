/**
 * @file The sample journal on this disk: knowing it from a real one, and letting go of it.
 */
import { invariant } from '#shared/base/assert.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { SaveProblem } from './db.ts';
import { emptyGround, type Ground } from './ground.ts';
import type { Journal } from './journal.ts';
import type { View } from './view.ts';

/** The lamport time of the sample's last write; undefined in every real journal. */
function endOfSample(view: View): number | undefined {
  const own = view.all('buddyship').find(({ author, body }) => author === view.me && body.sample);
  return own?.body.sample?.through;
}

export function isSample(view: View): boolean {
  return endOfSample(view) !== undefined;
}

/** How many records somebody has written or changed in the sample journal since it was laid out. */
export function wroteIntoSample(view: View): number {
  const end = endOfSample(view) ?? 0;
  let count = 0;
  for (const [, { leaves }] of view.everything()) {
    const isNew = leaves.some(
      ({ op, lamport, author }) => op !== 'delete' && (lamport > end || author !== view.me),
    );
    if (isNew) count += 1;
  }
  return count;
}

/** Empties this data folder of the sample journal, so that the next start welcomes somebody. */
export async function letGoOfSample(
  journal: Journal,
  ground: Ground,
): Promise<Result<undefined, SaveProblem>> {
  invariant(isSample(journal.view), 'only the sample journal is ever let go');
  return (await emptyGround(ground)) ? ok(undefined) : err('not-saved');
}
