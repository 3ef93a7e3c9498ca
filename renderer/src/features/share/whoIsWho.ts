/** @file Whose journal calls whom what: the people a share names, and who they are in mine. Pure. */
import type { RecordId } from '#shared/base/ids.ts';
import { bodies, type IdOf, type PersonId } from '#shared/domain/record.ts';
import type { SharePreview } from '../../journal/exchange/shareClient.ts';
import type { Change } from '../../journal/journal.ts';
import type { Pair } from '../../journal/people.ts';
import type { Entry, View } from '../../journal/view.ts';

/** Somebody the sender's journal knows under an id that mine does not. */
export interface Stranger {
  readonly id: PersonId;
  readonly name: string;
  readonly isSender: boolean;
}

/** Who each stranger is: a person of mine, or somebody new. */
export type Matches = ReadonlyMap<PersonId, PersonId | 'new'>;

interface ForeignBuddyship {
  readonly id: IdOf<'buddyship'>;
  readonly people: readonly PersonId[];
}

export interface Meeting {
  readonly sender: PersonId;
  readonly strangers: readonly Stranger[];
  readonly buddyships: readonly ForeignBuddyship[];
  /** What is most likely; shown, and changed where it is wrong. */
  readonly likely: Matches;
}

/** People in this journal who were written down here: the only ones whose other names are mine to say. */
export function ownPeople(view: View): readonly Entry<'person'>[] {
  return view.all('person').filter(({ author }) => author === view.me);
}

export function meetingOf(view: View, pair: Pair, { manifest, people }: SharePreview): Meeting {
  const { person: sender, name: senderName } = manifest.from;
  const own = new Map(ownPeople(view).map((entry) => [entry.id, entry]));
  const isKnown = (id: PersonId) => own.has(view.resolve(id));
  const theirs = people.filter(({ author, op }) => author === sender && op !== 'delete');
  const buddyships = theirs.flatMap(({ record, kind, body }) => {
    const parsed = kind === 'buddyship' ? bodies.buddyship.safeParse(body) : undefined;
    return parsed?.success ? [{ id: record as IdOf<'buddyship'>, people: parsed.data.people }] : [];
  });
  const named = theirs.flatMap(({ record, kind, body }) => {
    const parsed = kind === 'person' ? bodies.person.safeParse(body) : undefined;
    return parsed?.success ? [{ id: record as PersonId, ...parsed.data }] : [];
  });
  const all = named.some(({ id }) => id === sender) ? named : [{ id: sender, name: senderName }, ...named];
  const fresh = all.filter(({ id }) => !isKnown(id));
  const likely = new Map<PersonId, PersonId | 'new'>();
  for (const { id, name, alsoKnownAs } of fresh) {
    const said = (alsoKnownAs ?? []).map((alias) => view.resolve(alias)).find((alias) => own.has(alias));
    const namesake = [...own.values()].find(({ body }) => sameName(body.name, name));
    likely.set(id, id === sender ? asSender(said, namesake) : asOther(id, said, namesake));
  }
  const strangers = fresh
    .map(({ id, name }): Stranger => ({ id, name, isSender: id === sender }))
    .toSorted((a, b) => Number(b.isSender) - Number(a.isSender));
  return { sender, strangers, buddyships, likely };

  function asSender(said: PersonId | undefined, namesake: Entry<'person'> | undefined): PersonId {
    if (said !== undefined && said !== view.me) return said;
    return namesake !== undefined && namesake.id !== view.me ? namesake.id : pair.buddy.id;
  }

  function asOther(
    id: PersonId,
    said: PersonId | undefined,
    namesake: Entry<'person'> | undefined,
  ): PersonId | 'new' {
    if (said !== undefined) return said;
    const isTheirBuddy = buddyships.some(({ people: two }) => two.includes(id) && two.includes(sender));
    return isTheirBuddy ? view.me : (namesake?.id ?? 'new');
  }
}

function sameName(a: string, b: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').trim().toLocaleLowerCase();
  return plain(a) === plain(b);
}

/** The id a person goes by here, once the matches stand. */
function matched(view: View, matches: Matches, id: PersonId): PersonId {
  const match = matches.get(id);
  return match === undefined || match === 'new' ? view.resolve(id) : match;
}

/** Their buddyships that are one of mine: the same two people. */
function sameBuddyships(
  view: View,
  meeting: Meeting,
  matches: Matches,
): ReadonlyMap<IdOf<'buddyship'>, readonly IdOf<'buddyship'>[]> {
  const found = new Map<IdOf<'buddyship'>, IdOf<'buddyship'>[]>();
  const own = view.all('buddyship').filter(({ author }) => author === view.me);
  for (const { id, people } of meeting.buddyships) {
    if (own.some((entry) => entry.id === view.resolve(id))) continue;
    const two = people.map((person) => matched(view, matches, person));
    const same = own.find(({ body }) => body.people.every((person) => two.includes(person)));
    if (same) found.set(same.id, [...(found.get(same.id) ?? []), id]);
  }
  return found;
}

/** The records of mine that then say who is who. They are all that joining two journals takes. */
export function aliasChanges(view: View, meeting: Meeting, matches: Matches): readonly Change[] {
  const people = ownPeople(view).flatMap(({ id, body }): readonly Change[] => {
    const aliases = meeting.strangers.filter((stranger) => matches.get(stranger.id) === id);
    if (aliases.length === 0) return [];
    const alsoKnownAs = [...(body.alsoKnownAs ?? []), ...aliases.map((stranger) => stranger.id)];
    return [{ op: 'put', kind: 'person', id, body: { ...body, alsoKnownAs } }];
  });
  const same = sameBuddyships(view, meeting, matches);
  const buddyships = [...same].flatMap(([id, aliases]): readonly Change[] => {
    const body = view.get('buddyship', id)?.body;
    if (!body) return [];
    return [
      {
        op: 'put',
        kind: 'buddyship',
        id,
        body: { ...body, alsoKnownAs: [...(body.alsoKnownAs ?? []), ...aliases] },
      },
    ];
  });
  return [...people, ...buddyships];
}

/** The buddyships that the sender is one of, under every id they go by: what they may write commons in. */
export function sharedBuddyships(view: View, meeting: Meeting, matches: Matches): ReadonlySet<RecordId> {
  const sender = matched(view, matches, meeting.sender);
  const same = sameBuddyships(view, meeting, matches);
  const shared = new Set<RecordId>(meeting.buddyships.map(({ id }) => id));
  for (const { id, author, body } of view.all('buddyship')) {
    if (author !== meeting.sender && !body.people.includes(sender)) continue;
    for (const name of [id, ...(body.alsoKnownAs ?? []), ...(same.get(id) ?? [])]) shared.add(name);
  }
  return shared;
}
