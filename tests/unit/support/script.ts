import fc from 'fast-check';
import type { IdOf, PersonId } from '#shared/domain/record.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import { tried } from '../../support/howMany.ts';
import { Replica } from './replicas.ts';

/** @file What two people do over the years, on any number of copies: scripts for the laws of merging. */

export const buddyship = `buddyship_${'0'.repeat(32)}` as IdOf<'buddyship'>;

type Deed =
  | { readonly do: 'note' | 'session' }
  | { readonly do: 'edit' | 'delete'; readonly which: number }
  | { readonly do: 'share' | 'backup' | 'clone' }
  /** One of the shares made so far, by whomever and however long ago. */
  | { readonly do: 'import'; readonly which: number }
  | { readonly do: 'restore'; readonly which: number }
  | { readonly do: 'clock'; readonly at: number };

export type Step = Deed & { readonly who: number };

/** Any time a wall clock may show, the years 1970 and 9999 among them. */
export const anyClock = fc.oneof(
  fc.constantFrom(-1e12, 0, 1.7e12, 4e12, Date.UTC(9999, 11, 31)),
  fc.integer({ min: -8.64e15, max: 8.64e15 }),
);

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Deed>({ do: 'note' }, { do: 'session' }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom('edit' as const, 'delete' as const), which: fc.nat(20) }),
  },
  { weight: 2, arbitrary: fc.constant<Deed>({ do: 'share' }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('import' as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.constantFrom<Deed>({ do: 'backup' }, { do: 'clone' }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const), which: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clock' as const), at: anyClock }) },
);

export const script = (length: number): fc.Arbitrary<readonly Step[]> =>
  fc.array(
    fc.tuple(fc.nat(3), deed).map(([who, what]): Step => ({ who, ...what })),
    // Short scripts seldom come to two wordings of one record.
    { maxLength: length, size: 'max' },
  );

/** All that somebody held at one moment: a share, or a backup. */
export interface Copied {
  readonly of: PersonId;
  readonly set: readonly Revision[];
}

export interface World {
  /** Two journals, and copies of them: Tom's, Maya's, another of Tom's, and those that the script made. */
  readonly tom: Replica;
  readonly maya: Replica;
  readonly copy: Replica;
  readonly actors: readonly Replica[];
  /** Every text that was ever saved, by the copy that it was saved in. */
  readonly said: ReadonlyMap<Replica, ReadonlySet<string>>;
  readonly backups: readonly Copied[];
}

/** What it all comes to. `clock` sets the wall clock before each step. */
export function play(steps: readonly Step[], clock?: () => number): World {
  tried();
  const tom = new Replica('tom');
  const maya = new Replica('maya');
  const copy = tom.clone();
  const actors = [tom, maya, copy];
  const [shares, backups]: [Copied[], Copied[]] = [[], []];
  const said = new Map<Replica, Set<string>>();
  for (const [count, step] of steps.entries()) {
    const actor = actors[step.who % actors.length] ?? tom;
    if (clock) actor.now = clock();
    const mine = said.get(actor) ?? new Set();
    said.set(actor, mine);
    const text = `words ${count}`;
    switch (step.do) {
      case 'note':
        actor.newNote(text);
        mine.add(text);
        break;
      case 'session':
        actor.newSession(text, buddyship);
        mine.add(text);
        break;
      case 'edit': {
        const id = oneRecord(actor, step.which);
        if (id && rewrite(actor, id, text)) mine.add(text);
        break;
      }
      case 'delete': {
        const id = oneRecord(actor, step.which);
        if (id) actor.remove(id);
        break;
      }
      case 'share':
        shares.push({ of: actor.me, set: [...actor.set.values()] });
        break;
      case 'import': {
        // Counted from the newest: what is brought is often just made, and may be as old as anything.
        const share = shares.at(-1 - (step.which % Math.max(1, shares.length)));
        if (share) actor.import(share.of, share.set);
        break;
      }
      case 'backup':
        backups.push({ of: actor.me, set: [...actor.set.values()] });
        break;
      case 'restore': {
        const backup = backups[step.which % Math.max(1, backups.length)];
        if (backup?.of === actor.me) actor.import(actor.me, backup.set);
        break;
      }
      case 'clone':
        if (actors.length < 5) actors.push(actor.clone());
        break;
      case 'clock':
        if (!clock) actor.now = step.at;
        break;
    }
  }
  return { tom, maya, copy, actors, said, backups };
}

/** A note or session that stands in this journal, if there is one. */
export function oneRecord(actor: Replica, which: number): IdOf<'note'> | IdOf<'session'> | undefined {
  const records = [...actor.view.all('note'), ...actor.view.all('session')].map(({ id }) => id).sort();
  return records[which % Math.max(1, records.length)];
}

/** New words for a note, a new place for a session; false where it is somebody else's. */
export function rewrite(actor: Replica, id: IdOf<'note'> | IdOf<'session'>, text: string): boolean {
  return id.startsWith('note')
    ? actor.writeNote(id as IdOf<'note'>, text)
    : actor.writeSession(id as IdOf<'session'>, text, buddyship);
}
