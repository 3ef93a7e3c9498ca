import type { RecordId } from '#shared/base/ids.ts';
import type { View } from './view.ts';

/** How many of the latest sessions, notes and timelines Today may want at once. */
const latest = 12;

/**
 * The records the first page needs before the rest of the journal is read: people, agreements, goals, open
 * questions and commitments, and what is newest. More than needed costs time, less costs nothing but a late line.
 */
export function essentials(view: View): ReadonlySet<RecordId> {
  const ids = new Set<RecordId>();
  const include = (entries: Iterable<{ readonly id: RecordId }>) => {
    for (const { id } of entries) ids.add(id);
  };
  for (const kind of ['person', 'buddyship', 'measure', 'agreement', 'goal'] as const)
    include(view.all(kind));
  include(view.all('question').filter(({ body }) => body.state === 'carried' || body.state === 'drafted'));
  include(view.all('commitment').filter(({ body }) => body.state === 'open'));
  const byDay = <E extends { readonly body: { readonly day: string } }>(entries: readonly E[]) =>
    entries.toSorted((a, b) => (a.body.day < b.body.day ? 1 : -1)).slice(0, latest);
  const sessions = byDay(view.all('session'));
  const timelines = byDay(view.all('timeline'));
  include(sessions);
  include(timelines);
  for (const { id } of timelines) {
    const mats = view.naming('mat', id);
    include(mats);
    for (const mat of mats) include(view.naming('note', mat.id));
    include(view.naming('foundObject', id));
  }
  for (const { id } of sessions) {
    const turns = view.naming('turn', id);
    include(turns);
    include(view.naming('note', id));
    for (const turn of turns) {
      for (const kind of ['note', 'reading', 'commitment', 'noticing'] as const)
        include(view.naming(kind, turn.id));
      const { question } = turn.body;
      if (question) ids.add(question);
    }
  }
  include(byDay(view.all('note').filter(({ body }) => body.about === undefined)));
  return ids;
}
