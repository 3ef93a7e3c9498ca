import type { Day } from '#shared/base/time.ts';
import type { Body, IdOf, PersonId } from '#shared/domain/record.ts';
import type { Change } from '../../journal/journal.ts';
import { sessionsByDay, turnsOf } from '../../journal/sessions.ts';
import type { View } from '../../journal/view.ts';

/** Who explores first this time: whoever went second the last time before this day. Nobody has: undefined. */
export function firstExplorer(view: View, day: Day): PersonId | undefined {
  for (const session of sessionsByDay(view)) {
    if (session.body.day > day) continue;
    const second = turnsOf(view, session.id).find(({ body }) => body.order === 2);
    if (second) return second.body.explorer;
  }
  return undefined;
}

/** Which ids a new session takes. */
export interface NewSessionIds {
  readonly session: IdOf<'session'>;
  readonly turns: readonly [IdOf<'turn'>, IdOf<'turn'>];
}

/** A session and its two halves, the roles swapped in between; to be written as one. */
export function newSession(
  ids: NewSessionIds,
  session: Body<'session'>,
  first: PersonId,
  second: PersonId,
): readonly Change[] {
  const half = (order: 1 | 2, explorer: PersonId, holder: PersonId): Change => ({
    op: 'put',
    kind: 'turn',
    id: ids.turns[order - 1] as IdOf<'turn'>,
    body: { session: ids.session, order, explorer, holder },
  });
  return [
    { op: 'put', kind: 'session', id: ids.session, body: session },
    half(1, first, second),
    half(2, second, first),
  ];
}
