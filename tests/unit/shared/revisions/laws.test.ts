import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf } from '#renderer/journal/head.ts';
import { View } from '#renderer/journal/view.ts';
import { newRecordId, type ReplicaId } from '#shared/base/ids.ts';
import type { PersonId } from '#shared/domain/record.ts';
import { paragraphs } from '#shared/domain/richText.ts';
import { CensusTaker } from '#shared/revisions/census.ts';
import { compareLeaves } from '#shared/revisions/heads.ts';
import { type Revision, seal } from '#shared/revisions/revision.ts';
import { howMany } from '../../../support/howMany.ts';
import { Replica } from '../../support/replicas.ts';
import { anyClock, oneRecord, play, rewrite, script } from '../../support/script.ts';

/** The laws of merging: what must hold whatever two people, their copies and their clocks do. */

const runs = { numRuns: howMany({ short: 200, full: 20_000 }) };

/** The same journal with nothing in it: its computer was lost, its keys were not. */
function emptied(replica: Replica): Replica {
  const empty = new Replica('a fresh computer');
  Object.assign(empty, { me: replica.me, tagKey: replica.tagKey, view: new View(replica.me) });
  return empty;
}

/** A fresh view of a set, added in the given order, one by one. */
function viewOf(me: PersonId, revisions: Iterable<Revision>): string {
  const replica = new Replica('unused');
  replica.view = new View(me);
  for (const revision of revisions) replica.view.add([headOf(revision)]);
  return replica.picture();
}

/** Every head of every record with its words, the one that is shown first. */
function headsIn({ view }: Replica): readonly string[] {
  const lines = [...view.everything()].map(([id]) => {
    const heads = view.headsOf(id).toSorted(compareLeaves);
    return JSON.stringify([id, heads.map(({ op, author, body }) => [op, author, body])]);
  });
  return lines.sort();
}

const idsOf = (replica: Replica) => [...replica.set.keys()].sort();

/** The same things in an order of chance, cut into several parts, some of them twice. */
function dealt<T>(things: readonly T[], chance: Iterator<number>): readonly (readonly T[])[] {
  const next = () => Number(chance.next().value);
  const keyed = things.map((thing) => [next(), thing] as const).sort(([a], [b]) => a - b);
  const parts: T[][] = [[], [], []];
  for (const [key, thing] of keyed) {
    parts[key % 3]?.push(thing);
    if (key % 5 === 0) parts[(key + 1) % 3]?.push(thing);
  }
  return parts;
}

const chances = fc.infiniteStream(fc.nat());

describe('joining sets of revisions', () => {
  it('union-commutative: it does not matter which of two copies joins the other', () => {
    fc.assert(
      fc.property(script(40), (steps) => {
        const { tom, copy } = play(steps);
        const [ab, ba] = [tom.clone(), copy.clone()];
        ab.import(tom.me, copy.set.values());
        ba.import(tom.me, tom.set.values());
        expect(idsOf(ab)).toEqual(idsOf(ba));
        expect(headsIn(ab)).toEqual(headsIn(ba));
        expect(ab.picture()).toBe(ba.picture());
      }),
      runs,
    );
  });

  it('union-associative: it does not matter which two of three copies join first', () => {
    fc.assert(
      fc.property(script(40), (steps) => {
        const { tom, copy, backups } = play([...steps, { who: 0, do: 'clone' }]);
        const third = emptied(tom);
        for (const { of, set } of backups) if (of === tom.me) third.import(tom.me, set);
        third.newNote('only in the third');
        const [ab, bc] = [tom.clone(), copy.clone()];
        ab.import(tom.me, copy.set.values());
        ab.import(tom.me, third.set.values());
        bc.import(tom.me, third.set.values());
        const a = tom.clone();
        a.import(tom.me, bc.set.values());
        expect(idsOf(a)).toEqual(idsOf(ab));
        expect(headsIn(a)).toEqual(headsIn(ab));
        expect(a.picture()).toBe(ab.picture());
      }),
      runs,
    );
  });

  it('union-idempotent: joining again changes nothing', () => {
    fc.assert(
      fc.property(script(40), (steps) => {
        const { tom, maya, copy } = play(steps);
        for (const from of [copy, maya, tom]) tom.import(from.me, from.set.values());
        const [ids, heads] = [idsOf(tom), headsIn(tom)];
        for (const from of [maya, copy, tom]) {
          const again = tom.import(from.me, from.set.values());
          expect([again.added, again.refused]).toEqual([[], []]);
          expect(again.known).toHaveLength(from.set.size);
        }
        expect(idsOf(tom)).toEqual(ids);
        expect(headsIn(tom)).toEqual(heads);
      }),
      runs,
    );
  });

  it('import-order-independent: any order, any split into shares, and some of it twice', () => {
    fc.assert(
      fc.property(script(40), chances, (steps, chance) => {
        const { tom, maya, copy } = play(steps);
        for (const from of [maya, copy]) {
          const [atOnce, inParts] = [tom.clone(), tom.clone()];
          atOnce.import(from.me, from.set.values());
          for (const part of dealt([...from.set.values()], chance)) inParts.import(from.me, part);
          expect(idsOf(inParts)).toEqual(idsOf(atOnce));
          expect(headsIn(inParts)).toEqual(headsIn(atOnce));
          expect(inParts.picture()).toBe(atOnce.picture());
        }
      }),
      runs,
    );
  });

  it('view-deterministic: the same set is the same picture, in any order and on both sides', () => {
    fc.assert(
      fc.property(script(40), chances, (steps, chance) => {
        const { tom, maya, actors } = play(steps);
        const all = new Map(actors.flatMap(({ set }) => [...set]));
        const shuffled = new Map(dealt([...all], chance).flat());
        const expected = viewOf(tom.me, all.values());
        expect(viewOf(tom.me, shuffled.values())).toBe(expected);
        expect(viewOf(maya.me, shuffled.values())).toBe(expected);
      }),
      runs,
    );
  });

  it('monotone: no import makes a set smaller', () => {
    fc.assert(
      fc.property(script(40), (steps) => {
        const { actors } = play(steps);
        for (const into of actors) {
          for (const from of actors) {
            const before = new Map(into.set);
            const { added } = into.import(from.me, from.set.values());
            for (const [id, revision] of before) expect(into.set.get(id)).toEqual(revision);
            expect(into.set.size).toBe(before.size + added.length);
          }
        }
      }),
      runs,
    );
  });

  it('no-loss: every text ever saved can still be come to, in the copy that saved it', () => {
    fc.assert(
      fc.property(script(60), (steps) => {
        for (const [actor, words] of play(steps).said) {
          const inReach = actor.wordsInReach();
          expect([...words].filter((text) => !inReach.has(text))).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('clock-independence: the same heads, with the same words, whatever the wall clocks say', () => {
    fc.assert(
      fc.property(script(40), fc.infiniteStream(anyClock), (steps, clock) => {
        const anyTime = play(steps, () => Number(clock.next().value)).actors;
        const noTime = play(steps, () => 0).actors;
        expect(anyTime.map(headsIn)).toEqual(noTime.map(headsIn));
        expect(anyTime.map((actor) => actor.picture())).toEqual(noTime.map((actor) => actor.picture()));
      }),
      runs,
    );
  });
});

describe('what came from elsewhere', () => {
  it('author-integrity: no share changes a record that is not its sender’s', () => {
    fc.assert(
      fc.property(script(40), fc.nat(3), fc.boolean(), (steps, forgery, isKnown) => {
        const { tom, maya } = play(steps);
        if (isKnown) maya.import(tom.me, tom.set.values());
        const spared = tom.clone();
        spared.import(maya.me, maya.set.values());
        const forged = [...tom.set.values()]
          .filter(({ kind, author }) => kind === 'note' && author === tom.me)
          .map((revision) => doctored(revision, maya, forgery));
        const plan = tom.import(maya.me, [...forged, ...maya.set.values()]);
        expect(plan.added.filter((revision) => forged.includes(revision))).toEqual([]);
        expect(tom.words()).not.toContain('put into my mouth');
        expect(headsIn(tom)).toEqual(headsIn(spared));
      }),
      runs,
    );
  });

  it('gap-visible: what is missing shows in what is known, and what came all the same is kept', () => {
    fc.assert(
      fc.property(script(40), chances, (steps, chance) => {
        const { tom, maya } = play(steps);
        maya.newNote('at least this');
        const brought = [...maya.set.values()].filter(() => Number(chance.next().value) % 4 > 0);
        const into = tom.clone();
        const plan = into.import(maya.me, brought);
        expect(plan.refused).toEqual([]);
        expect([...plan.added.map(({ id }) => id), ...plan.known].sort()).toEqual(
          brought.map(({ id }) => id).sort(),
        );
        expect(knownIn(into)).toEqual(firstGaps(into));
        into.import(maya.me, maya.set.values());
        const whole = knownIn(into);
        expect(whole[maya.replica]).toBe(
          [...maya.set.values()].filter(({ replica }) => replica === maya.replica).length,
        );
        const atOnce = tom.clone();
        atOnce.import(maya.me, maya.set.values());
        expect(headsIn(into)).toEqual(headsIn(atOnce));
      }),
      runs,
    );
  });
});

/** What somebody else might make of a note of mine. */
function doctored(revision: Revision, by: Replica, forgery: number): Revision {
  const { id, tag: _tag, ...core } = revision;
  const body = { ...core.body, text: paragraphs('put into my mouth') };
  const changed = { ...core, op: 'put' as const, body, parents: [id], lamport: core.lamport + 1 };
  switch (forgery) {
    case 0:
      return seal({ ...changed, author: by.me, replica: by.replica }, by.tagKey);
    case 1:
      return seal(changed, by.tagKey);
    case 2:
      return { ...changed, id, tag: 'f'.repeat(64) };
    default:
      // A note that I never wrote, in my name.
      return seal({ ...changed, record: newRecordId('note', by.random), parents: [] }, by.tagKey);
  }
}

function knownIn({ me, set }: Replica): Readonly<Record<ReplicaId, number>> {
  const taker = new CensusTaker(me);
  for (const revision of set.values()) taker.add(revision);
  return taker.taken().known;
}

/** The same, counted in the plainest way. */
function firstGaps({ set }: Replica): Readonly<Record<ReplicaId, number>> {
  const numbers = new Set([...set.values()].map(({ replica, seq }) => `${replica} ${seq}`));
  const known: Record<ReplicaId, number> = {};
  for (const { replica } of set.values()) {
    let last = 0;
    while (numbers.has(`${replica} ${last + 1}`)) last += 1;
    known[replica] = last;
  }
  return known;
}

describe('deleting', () => {
  it('delete-not-final: whoever wrote on without knowing of it keeps the record', () => {
    fc.assert(
      fc.property(script(40), fc.nat(), (steps, which) => {
        const { tom, maya } = play(steps);
        const id = oneRecord(tom, which);
        if (!id) return;
        const kind = id.startsWith('note') ? 'note' : 'session';
        const author = tom.view.get(kind, id as never)?.author;
        // A session is either's to write; a note is its author's, on whichever copy.
        const writer = author === maya.me ? maya : tom;
        const [here, there] = kind === 'session' ? [tom, maya] : [writer, writer.clone()];
        here.import(tom.me, tom.set.values());
        there.import(here.me, here.set.values());
        here.remove(id);
        rewrite(there, id, 'written on');
        here.import(there.me, there.set.values());
        there.import(here.me, here.set.values());
        for (const each of [here, there]) {
          expect(each.view.get(kind, id as never)).toMatchObject({ revived: true });
          expect(JSON.stringify(each.view.headsOf(id))).toContain('written on');
          expect(each.view.deleted().map((deleted) => deleted.id)).not.toContain(id);
        }
        expect(headsIn(here)).toEqual(headsIn(there));
      }),
      runs,
    );
  });
});

describe('erasing', () => {
  it('purge-sticky: no import undoes it, of old copies or of shares', () => {
    fc.assert(
      fc.property(script(40), fc.nat(), (steps, chance) => {
        const { tom, maya, copy } = play(steps);
        const id = oneRecord(tom, chance);
        if (!id) return;
        const old = [...tom.set.values()];
        const known = old.filter(({ record }) => record === id).length;
        tom.erase(id);
        const isGone = (actor: Replica) =>
          actor.view.headsOf(id).length === 0 && !actor.picture().includes(id) && actor.countOf(id) === 0;
        expect(known).toBeGreaterThan(0);
        expect(isGone(tom)).toBe(true);
        for (const each of [copy, tom]) tom.import(tom.me, each.set.values());
        tom.import(tom.me, old);
        tom.import(maya.me, maya.set.values());
        expect(isGone(tom)).toBe(true);
        // A copy of this journal hears of it; the buddy's journal keeps what it has.
        const hers = [...maya.set.values()].map(({ record }) => record);
        maya.import(tom.me, tom.set.values());
        expect(maya.view.erased.size).toBe(0);
        expect(maya.countOf(id) > 0).toBe(hers.includes(id));
        copy.import(tom.me, tom.set.values());
        expect(copy.view.headsOf(id)).toEqual([]);
        const fresh = emptied(tom);
        fresh.import(tom.me, [...old, ...tom.set.values()]);
        expect(isGone(fresh)).toBe(true);
      }),
      runs,
    );
  });
});

describe('restoring', () => {
  it('restore-then-import converges: the backup first or the share first, and then with every other copy', () => {
    fc.assert(
      fc.property(script(50), fc.nat(), (steps, which) => {
        const { tom, maya, copy, backups } = play(steps);
        const mine = backups.filter(({ of }) => of === tom.me);
        const backup = mine[which % Math.max(1, mine.length)]?.set ?? [];
        const [restored, imported] = [emptied(tom), emptied(tom)];
        restored.import(tom.me, backup);
        restored.import(maya.me, maya.set.values());
        imported.import(maya.me, maya.set.values());
        imported.import(tom.me, backup);
        expect(idsOf(restored)).toEqual(idsOf(imported));
        expect(headsIn(restored)).toEqual(headsIn(imported));
        // Life goes on in the restored one; in the end all copies say the same.
        restored.newNote('after the restore');
        const copies = [restored, copy, tom];
        for (const into of copies) for (const from of copies) into.import(tom.me, from.set.values());
        for (const into of copies) for (const from of copies) into.import(tom.me, from.set.values());
        expect(headsIn(copy)).toEqual(headsIn(restored));
        expect(headsIn(tom)).toEqual(headsIn(restored));
        expect(tom.words().has('after the restore')).toBe(true);
      }),
      runs,
    );
  });

  it('gives every copy running numbers of its own', () => {
    fc.assert(
      fc.property(script(60), (steps) => {
        const { actors } = play(steps);
        const everything = new Map(actors.flatMap(({ set }) => [...set]));
        const numbers = [...everything.values()].map(({ replica, seq }) => `${replica}/${seq}`);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      runs,
    );
  });
});
