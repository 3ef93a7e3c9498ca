/** @file What happens to a session as a whole, as changes to be written as one. */
import type { Body, IdOf, Kind } from '#shared/domain/record.ts';
import type { Change } from '../../journal/journal.ts';
import { turnsOf } from '../../journal/sessions.ts';
import type { Entry, View } from '../../journal/view.ts';

const heldByTurns = ['note', 'reading', 'commitment', 'noticing'] as const;
type HeldKind = (typeof heldByTurns)[number];

/** What people wrote into a session. What came from the other journal is its author's, so it is left out. */
function ownWords(view: View, session: IdOf<'session'>): readonly Entry<HeldKind>[] {
  const places = [session, ...turnsOf(view, session).map(({ id }) => id)];
  return places.flatMap((place) =>
    heldByTurns.flatMap((kind) =>
      (view.naming(kind, place) as readonly Entry<HeldKind>[]).filter(({ author }) => author === view.me),
    ),
  );
}

export interface Deletion {
  readonly changes: readonly Change[];
  /** Brings every record back as it was. */
  readonly undo: readonly Change[];
}

/** The session, its halves and what I wrote into it go together. */
export function deletion(view: View, session: Entry<'session'>): Deletion {
  const all: readonly Entry[] = [session, ...turnsOf(view, session.id), ...ownWords(view, session.id)];
  return {
    changes: all.map(({ kind, id }) => ({ op: 'delete', kind, id }) as Change),
    undo: all.map(({ kind, id, body }) => ({ op: 'restore', kind, id, body }) as Change),
  };
}

/** The session with other facts. What was written on its day moves to the new day with it. */
export function refact(view: View, session: Entry<'session'>, facts: Body<'session'>): readonly Change[] {
  const put = <K extends Kind>(entry: Entry<K>, body: Body<K>) =>
    ({ op: 'put', kind: entry.kind, id: entry.id, body }) as unknown as Change;
  const moved =
    facts.day === session.body.day
      ? []
      : ownWords(view, session.id).filter(({ body }) => body.day === session.body.day);
  return [
    put(session, facts),
    ...moved.map((entry) => put(entry, { ...entry.body, day: facts.day } as Body<HeldKind>)),
  ];
}

/**
 * The two halves change places, each with its question, readings and notes: who explored what stays true, only the
 * order changes.
 */
export function swapHalves(turns: readonly Entry<'turn'>[]): readonly Change[] {
  return turns
    .filter(({ body }) => body.order <= 2)
    .map(({ id, body }) => ({ op: 'put', kind: 'turn', id, body: { ...body, order: 3 - body.order } }));
}
