/** @file Sessions and their halves, as every page finds, orders and names them. */
import type { Day } from '#shared/base/time.ts';
import type { Body, IdOf } from '#shared/domain/record.ts';
import type { Entry, View } from './view.ts';
import { mannerNames } from './words.ts';

interface Ordered {
  /** The latest first. */
  readonly sessions: readonly Entry<'session'>[];
  readonly numbers: ReadonlyMap<IdOf<'session'>, number>;
}

/** Kept for as long as the view's own list is the same one. */
const orderedLists = new WeakMap<readonly Entry<'session'>[], Ordered>();

function ordered(view: View): Ordered {
  const list = view.all('session');
  const kept = orderedLists.get(list);
  if (kept) return kept;
  const sessions = list.toSorted((a, b) => compareSessions(b, a));
  const numbers = new Map(sessions.map(({ id }, index) => [id, sessions.length - index]));
  const made = { sessions, numbers };
  orderedLists.set(list, made);
  return made;
}

/** Earlier days first; within a day by the time they start, those without one after those with. */
function compareSessions(a: Entry<'session'>, b: Entry<'session'>): number {
  const keyOf = ({ id, body }: Entry<'session'>) => `${body.day} ${body.startsAt ?? '99:99'} ${id}`;
  const [first, second] = [keyOf(a), keyOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Every session, the latest day first; days ahead come before all others. */
export function sessionsByDay(view: View): readonly Entry<'session'>[] {
  return ordered(view).sessions;
}

export function sessionsOn(view: View, day: Day): readonly Entry<'session'>[] {
  return sessionsByDay(view).filter(({ body }) => body.day === day);
}

/** The how manyth session this is, counted from 1 by day; undefined when there is no such session. */
export function sessionNumber(view: View, id: IdOf<'session'>): number | undefined {
  return ordered(view).numbers.get(id);
}

/** The halves of a session, the first one first. */
export function turnsOf(view: View, session: IdOf<'session'>): readonly Entry<'turn'>[] {
  return view.naming('turn', session).toSorted((a, b) => a.body.order - b.body.order);
}

export function halfName(order: number): string {
  if (order === 1) return 'First half';
  return order === 2 ? 'Second half' : `Round ${order}`;
}

/** What a session is called in a list: its title, else where it was, else how the pair met. */
export function sessionName(session: Body<'session'>): string {
  return session.title.trim() || session.place.trim() || mannerNames[session.manner];
}
