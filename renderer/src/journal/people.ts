/** @file The two people, as every page names and colours them. */
import { dayOf } from '#shared/base/time.ts';
import type { Body, IdOf, PersonId } from '#shared/domain/record.ts';
import { useView } from './useJournal.ts';
import type { Entry, View } from './view.ts';

/** Whose colour something has: `me` lake, `buddy` bracken. */
export type Side = 'me' | 'buddy' | 'other';

export interface PersonShown {
  readonly id: PersonId;
  readonly name: string;
  readonly side: Side;
}

export interface Pair {
  readonly buddyship: Entry<'buddyship'>;
  readonly me: PersonShown;
  readonly buddy: PersonShown;
}

/**
 * The buddyship the journal is about now: the first active one, else the newest. Where damage took its record from the
 * database and the log alike, it is the one that the rest of the journal tells of.
 */
export function pairOf(view: View): Pair {
  const own = view.all('buddyship').filter(({ author }) => author === view.me);
  const newestFirst = own.toSorted((a, b) => (a.body.since < b.body.since ? 1 : -1));
  const buddyship =
    newestFirst.find(({ body }) => body.state === 'active') ?? newestFirst[0] ?? toldByTheRest(view);
  const other = buddyship.body.people.find((id) => id !== view.me) ?? buddyship.body.people[1];
  return { buddyship, me: personShown(view, view.me), buddy: personShown(view, other) };
}

/** Changed on the page of settings, it becomes a record again. */
function toldByTheRest(view: View): Entry<'buddyship'> {
  const { me } = view;
  const members = [...view.all('session'), ...view.all('timeline'), ...view.all('agreement')];
  const id = members[0]?.body.buddyship ?? (me.replace('person', 'buddyship') as IdOf<'buddyship'>);
  const other = view.all('person').find((person) => view.resolve(person.id) !== me)?.id ?? me;
  const days = members.map(({ body }) => body.day).toSorted();
  const since = days[0] ?? dayOf(view.get('person', me)?.at ?? 0);
  const body = { people: [me, other], since, usualWalk: '', state: 'active' } satisfies Body<'buddyship'>;
  return { id, kind: 'buddyship', author: me, body, at: 0, others: 0, revived: false };
}

/** A person's name and side; somebody the journal has no record of is "Someone". */
export function personShown(view: View, id: PersonId): PersonShown {
  const resolved = view.resolve(id);
  const name = view.get('person', resolved)?.body.name ?? 'Someone';
  if (resolved === view.me) return { id: resolved, name, side: 'me' };
  const isBuddy = view.all('buddyship').some(({ body }) => body.people.includes(resolved));
  return { id: resolved, name, side: isBuddy ? 'buddy' : 'other' };
}

/** The pair, which stands from the welcome page on. */
export function usePair(): Pair {
  return useView(pairOf);
}

/** Names and walks that anybody who knows the two would think of. */
export function useOwnNames(): readonly string[] {
  return useView(ownNames);
}

export function ownNames(view: View): readonly string[] {
  return [
    ...view.all('person').map(({ body }) => body.name),
    ...view.all('buddyship').flatMap(({ body }) => body.usualWalk ?? []),
  ].filter((name) => name !== '');
}
