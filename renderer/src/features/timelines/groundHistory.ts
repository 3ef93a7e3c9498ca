/**
 * @file What was done on the ground, so that it can be taken back. Every step knows its reverse; taking one back gives
 * the step that does it again. Only what was done is remembered, never whole bodies: words typed since stay.
 */
import { unreachable } from '#shared/base/assert.ts';
import type { Body, IdOf, Kind } from '#shared/domain/record.ts';
import type { Change, Journal } from '../../journal/journal.ts';

export type Laid = 'timeline' | 'mat' | 'foundObject';

/** Some fields of one record, before and after. */
export interface Move<K extends Laid = Laid> {
  readonly kind: K;
  readonly id: IdOf<K>;
  readonly before: Partial<Body<K>>;
  readonly after: Partial<Body<K>>;
}

export type Step =
  | { readonly did: 'move'; readonly move: Move }
  | { readonly did: 'lay'; readonly kind: 'mat' | 'foundObject'; readonly id: IdOf<'mat' | 'foundObject'> }
  | {
      readonly did: 'remove';
      readonly kind: 'mat' | 'foundObject';
      readonly id: IdOf<'mat' | 'foundObject'>;
      /** What brings it back: the thing itself and the words noted there. */
      readonly restore: readonly Change[];
    };

/** Does the opposite and gives the step that was done by that; undefined when it could not be done or kept. */
export async function reverse(journal: Journal, step: Step): Promise<Step | undefined> {
  await journal.drafts.settleAll();
  switch (step.did) {
    case 'move': {
      const { kind, id, before, after } = step.move;
      const entry = journal.view.get(kind, id);
      if (!entry) return undefined;
      const body = { ...entry.body, ...before };
      const outcome = await journal.write([{ op: 'put', kind, id, body } as Change]);
      return outcome.ok ? { did: 'move', move: { kind, id, before: after, after: before } } : undefined;
    }
    case 'lay':
      return remove(journal, step.kind, step.id);
    case 'remove': {
      // It may have been brought back by the other way (the message, or Ctrl+Z).
      if (journal.view.get(step.kind, step.id)) return undefined;
      const outcome = await journal.write(step.restore);
      return outcome.ok ? { did: 'lay', kind: step.kind, id: step.id } : undefined;
    }
    default:
      return unreachable(step);
  }
}

/** Removes a mat or an object, with the words that are mine to remove; gives the step, which can bring it all back. */
export async function remove(
  journal: Journal,
  kind: 'mat' | 'foundObject',
  id: IdOf<'mat' | 'foundObject'>,
): Promise<Step | undefined> {
  await journal.drafts.settleAll();
  const restore = restoring(journal, kind, id);
  if (restore.length === 0) return undefined;
  const outcome = await journal.write(restore.map(deleting));
  return outcome.ok ? { did: 'remove', kind, id, restore } : undefined;
}

/** What would bring a record and my notes about it back as they are now. */
export function restoring(journal: Journal, kind: Kind, id: IdOf<Kind>): readonly Change[] {
  const entry = journal.view.get(kind, id);
  if (!entry) return [];
  const notes = journal.view.naming('note', id).filter(({ author }) => author === journal.me);
  return [entry, ...notes].map(
    (one) => ({ op: 'restore', kind: one.kind, id: one.id, body: one.body }) as Change,
  );
}

/** The deletion that a restoring takes back. */
export function deleting({ kind, id }: Change): Change {
  return { op: 'delete', kind, id } as Change;
}
