/** @file Where in the app each record is shown. Routes are in `app/routes.tsx`; a feature links through here. */
import { unreachable } from '#shared/base/assert.ts';
import type { RecordId } from '#shared/base/ids.ts';
import type { SomeEntry, View } from './view.ts';

/** The path of the page that shows a record; records without a page of their own are shown with what they belong to. */
export function pathTo(view: View, entry: SomeEntry): string {
  switch (entry.kind) {
    case 'session':
      return `/sessions/${entry.id}`;
    case 'turn':
      return `/sessions/${entry.body.session}`;
    case 'question':
      return `/questions/${entry.id}`;
    case 'timeline':
      return `/timelines/${entry.id}`;
    case 'mat':
    case 'foundObject':
      return `/timelines/${entry.body.timeline}?at=${entry.id}`;
    case 'goal':
      return `/goals/${entry.id}`;
    case 'checkIn':
      return `/goals/${entry.body.goal}`;
    case 'note':
      return entry.body.about === undefined ? '/' : pathToId(view, entry.body.about, '/');
    case 'commitment':
      return pathToId(view, entry.body.turn ?? entry.body.goal, '/goals');
    case 'reading':
      // Without its half a reading is no point of a chart; what it said stands in its history.
      return entry.body.turn === undefined
        ? `/growth?reading=${entry.id}`
        : pathToId(view, entry.body.turn, pathToHistory(entry.id));
    case 'noticing':
      return pathToId(view, entry.body.turn, '/growth');
    case 'agreement':
      return '/agreement';
    case 'reflection':
      return pathToHistory(entry.id);
    case 'measure':
      return `/growth?measure=${entry.id}`;
    case 'handover':
      return '/share';
    case 'erasure':
      return '/trash';
    case 'person':
    case 'buddyship':
      return '/settings';
    default:
      return unreachable(entry);
  }
}

/** The page of a record's earlier versions, whether it still stands or was deleted. */
export function pathToHistory(id: RecordId): string {
  return `/history/${id}`;
}

/** The path to a record known only by its id. */
export function pathToId(view: View, id: RecordId | undefined, otherwise: string): string {
  const entry = view.find(id);
  return entry ? pathTo(view, entry) : otherwise;
}
