/** @file The two people, as every page names and colours them. */
import type { PersonId } from '#shared/domain/record.ts';
import { useJournal, useView } from './useJournal.ts';
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

/** The buddyship the journal is about now: the first active one, else the newest. */
export function pairOf(view: View): Pair | undefined {
  const own = view.all('buddyship').filter(({ author }) => author === view.me);
  const newestFirst = own.toSorted((a, b) => (a.body.since < b.body.since ? 1 : -1));
  const buddyship = newestFirst.find(({ body }) => body.state === 'active') ?? newestFirst[0];
  if (!buddyship) return undefined;
  const other = buddyship.body.people.find((id) => id !== view.me) ?? buddyship.body.people[1];
  return { buddyship, me: personShown(view, view.me), buddy: personShown(view, other) };
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
  const journal = useJournal();
  const pair = useView(pairOf);
  if (pair) return pair;
  throw new Error(`No buddyship in the journal of ${journal.me}`);
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
