/** @file Commitments, as they are ordered and settled on every page. */
import { type CommitmentState, settle } from '#shared/domain/commitment.ts';
import type { IdOf } from '#shared/domain/record.ts';
import type { Journal } from './journal.ts';
import type { Entry } from './view.ts';

/** The earliest due first, those without a day last. */
export function byDue(a: Entry<'commitment'>, b: Entry<'commitment'>): number {
  const key = ({ id, body }: Entry<'commitment'>) => `${body.due ?? '9999-99-99'} ${id}`;
  return key(a) < key(b) ? -1 : 1;
}

/** Writes down how a commitment went and, if given, what was learned. False when it could not be kept. */
export async function settlePromise(
  journal: Journal,
  id: IdOf<'commitment'>,
  { state, learned }: { readonly state: CommitmentState; readonly learned?: string },
): Promise<boolean> {
  await journal.drafts.settle(id);
  const current = journal.view.get('commitment', id)?.body;
  if (!current) return false;
  const settled = settle(current, state, journal.clock.today());
  const body = learned === undefined ? settled : { ...settled, learned };
  return (await journal.write([{ op: 'put', kind: 'commitment', id, body }])).ok;
}
