import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf } from '#renderer/journal/head.ts';
import { View } from '#renderer/journal/view.ts';
import type { IdOf, PersonId } from '#shared/domain/record.ts';
import { plainText, type RichText } from '#shared/domain/richText.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import { Replica } from '../../support/replicas.ts';

/** The laws of TRUST: what must hold whatever two people, their copies and their clocks do. */

const buddyship = `buddyship_${'0'.repeat(32)}` as IdOf<'buddyship'>;

type Step =
  | { readonly do: 'note' | 'session' }
  | { readonly do: 'edit' | 'delete'; readonly which: number }
  | { readonly do: 'share'; readonly to: number }
  | { readonly do: 'backup' | 'clone' }
  | { readonly do: 'restore'; readonly which: number }
  | { readonly do: 'clock'; readonly at: number };

const step = (actors: number): fc.Arbitrary<Step & { readonly who: number }> =>
  fc
    .tuple(
      fc.nat(actors - 1),
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom<Step>({ do: 'note' }, { do: 'session' }) },
        {
          weight: 5,
          arbitrary: fc.record({
            do: fc.constantFrom('edit' as const, 'delete' as const),
            which: fc.nat(20),
          }),
        },
        { weight: 3, arbitrary: fc.record({ do: fc.constant('share' as const), to: fc.nat(actors - 1) }) },
        { weight: 1, arbitrary: fc.constantFrom<Step>({ do: 'backup' }, { do: 'clone' }) },
        { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const), which: fc.nat(5) }) },
        {
          weight: 1,
          arbitrary: fc.record({
            do: fc.constant('clock' as const),
            at: fc.constantFrom(-1e12, 0, 1.7e12, 4e12, 2.5e14),
          }),
        },
      ),
    )
    .map(([who, what]) => ({ who, ...what }));

interface World {
  readonly actors: Replica[];
  /** Every text anybody ever saved, by the person who did. */
  readonly said: Map<PersonId, Set<string>>;
}

/** Two journals (and copies of the first), after a script of what people do. */
function play(script: readonly (Step & { readonly who: number })[]): World {
  const tom = new Replica('tom');
  const actors = [tom, new Replica('maya'), tom.clone()];
  const backups: { readonly of: PersonId; readonly set: readonly Revision[] }[] = [];
  const said = new Map(actors.map(({ me }) => [me, new Set<string>()]));
  let count = 0;
  for (const { who, ...what } of script) {
    const actor = actors[who % actors.length];
    if (!actor) continue;
    const text = `words ${count++}`;
    const records = [...actor.view.all('note'), ...actor.view.all('session')].map(({ id }) => id).sort();
    switch (what.do) {
      case 'note':
        actor.newNote(text);
        said.get(actor.me)?.add(text);
        break;
      case 'session':
        actor.newSession(text, buddyship);
        said.get(actor.me)?.add(text);
        break;
      case 'edit': {
        const id = records[what.which % Math.max(1, records.length)];
        if (!id) break;
        const written = id.startsWith('note')
          ? actor.writeNote(id as IdOf<'note'>, text)
          : actor.writeSession(id as IdOf<'session'>, text, buddyship);
        if (written) said.get(actor.me)?.add(text);
        break;
      }
      case 'delete': {
        const id = records[what.which % Math.max(1, records.length)];
        if (id) actor.remove(id);
        break;
      }
      case 'share':
        actors[what.to % actors.length]?.import(actor.me, actor.set.values());
        break;
      case 'backup':
        backups.push({ of: actor.me, set: [...actor.set.values()] });
        break;
      case 'restore': {
        const backup = backups[what.which % Math.max(1, backups.length)];
        if (backup && backup.of === actor.me) actor.import(actor.me, backup.set);
        break;
      }
      case 'clone':
        if (actors.length < 5) actors.push(actor.clone());
        break;
      case 'clock':
        actor.now = what.at;
        break;
    }
  }
  return { actors, said };
}

const script = (length: number) => fc.array(step(4), { maxLength: length });
const runs = { numRuns: 200 };

/** A fresh view of a set, added in the given order, one by one. */
function viewOf(me: PersonId, revisions: readonly Revision[]): string {
  const replica = new Replica('unused');
  replica.view = new View(me);
  for (const revision of revisions) replica.view.add([headOf(revision)]);
  return replica.picture();
}

describe('the set of revisions', () => {
  it('is seen alike in whatever order it arrived', () => {
    fc.assert(
      fc.property(script(40), fc.infiniteStream(fc.nat()), (steps, chance) => {
        for (const actor of play(steps).actors) {
          const revisions = [...actor.set.values()];
          const shuffled = revisions.map((revision) => [chance.next().value, revision] as const);
          shuffled.sort(([a], [b]) => a - b);
          expect(
            viewOf(
              actor.me,
              shuffled.map(([, revision]) => revision),
            ),
          ).toBe(actor.picture());
        }
      }),
      runs,
    );
  });

  it('comes to the same whichever of two copies joins the other, and joining again changes nothing', () => {
    fc.assert(
      fc.property(script(40), (steps) => {
        const [tom, , copy] = play(steps).actors;
        if (!tom || !copy) return;
        const [ab, ba] = [tom.clone(), copy.clone()];
        ab.import(tom.me, copy.set.values());
        ba.import(tom.me, tom.set.values());
        expect(ab.picture()).toBe(ba.picture());
        expect(new Set(ab.set.keys())).toEqual(new Set(ba.set.keys()));
        const again = ab.import(tom.me, copy.set.values());
        expect(again.added).toEqual([]);
        expect(ab.picture()).toBe(ba.picture());
      }),
      runs,
    );
  });

  it('comes to the same however three copies are joined', () => {
    fc.assert(
      fc.property(script(40), fc.nat(), (steps, split) => {
        const [tom, , copy] = play(steps).actors;
        if (!tom || !copy) return;
        const all = [...tom.set.values(), ...copy.set.values()];
        const cut = all.length === 0 ? 0 : split % all.length;
        const [a, b] = [new Replica('a'), new Replica('b')];
        for (const each of [a, b])
          Object.assign(each, { me: tom.me, tagKey: tom.tagKey, view: new View(tom.me) });
        a.import(tom.me, all.slice(0, cut));
        a.import(tom.me, all.slice(cut));
        b.import(tom.me, all.slice(cut));
        b.import(tom.me, all.slice(0, cut));
        b.import(tom.me, all);
        expect([...a.set.keys()].sort()).toEqual([...b.set.keys()].sort());
        expect(a.picture()).toBe(b.picture());
      }),
      runs,
    );
  });

  it('never shrinks and never loses a word', () => {
    fc.assert(
      fc.property(script(60), (steps) => {
        const { actors, said } = play(steps);
        for (const [person, words] of said) {
          const kept = new Set(
            actors.filter(({ me }) => me === person).flatMap((actor) => [...actor.words()]),
          );
          for (const text of words) expect(kept.has(text)).toBe(true);
        }
      }),
      runs,
    );
  });

  it('lets no import change what its sender may not write', () => {
    fc.assert(
      fc.property(script(60), (steps) => {
        for (const actor of play(steps).actors) {
          for (const { id, author } of actor.view.all('note')) {
            const writers = [...actor.set.values()]
              .filter(({ record }) => record === id)
              .map((each) => each.author);
            expect(new Set(writers)).toEqual(new Set([author]));
          }
        }
      }),
      runs,
    );
  });

  it('decides nothing by the wall clock', () => {
    fc.assert(
      fc.property(script(40), (steps) => {
        const withClocks = play(steps);
        const without = play(steps.map((each) => (each.do === 'clock' ? { ...each, at: 0 } : each)));
        // Ids depend on the clock through the hash; what stands, by text, must not, except where ids break a tie.
        const shown = ({ actors }: World) =>
          actors.map((actor) => [...actor.view.all('note')].filter(({ others }) => others === 0).length);
        expect(shown(withClocks)).toEqual(shown(without));
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

describe('deleting', () => {
  it('is not final for somebody who wrote on without knowing of it', () => {
    const tom = new Replica('tom');
    const id = tom.newNote('first');
    const copy = tom.clone();
    tom.remove(id);
    copy.writeNote(id, 'second');
    tom.import(tom.me, copy.set.values());
    const entry = tom.view.get('note', id);
    expect(entry?.revived).toBe(true);
    expect(tom.words()).toContain('second');
  });

  it('stays, when the other side knew what was deleted', () => {
    const tom = new Replica('tom');
    const id = tom.newNote('first');
    const copy = tom.clone();
    tom.remove(id);
    copy.import(tom.me, tom.set.values());
    expect(copy.view.get('note', id)).toBeUndefined();
    expect(copy.view.deleted().map((each) => each.id)).toEqual([id]);
  });
});

describe('erasing', () => {
  it('is not undone by any import, of old copies or of shares', () => {
    fc.assert(
      fc.property(script(40), fc.nat(), (steps, chance) => {
        const [tom, maya, copy] = play(steps).actors;
        if (!tom || !maya || !copy) return;
        const records = [...tom.view.all('note'), ...tom.view.all('session')].map(({ id }) => id).sort();
        const id = records[chance % Math.max(1, records.length)];
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
        const fresh = new Replica('fresh');
        Object.assign(fresh, { me: tom.me, tagKey: tom.tagKey, view: new View(tom.me) });
        fresh.import(tom.me, [...old, ...tom.set.values()]);
        expect(isGone(fresh)).toBe(true);
      }),
      runs,
    );
  });

  it('counts only when I did it myself', () => {
    const { tom, maya } = { tom: new Replica('tom'), maya: new Replica('maya') };
    const id = tom.newNote('mine');
    maya.import(tom.me, tom.set.values());
    maya.erase(id);
    const plan = tom.import(maya.me, maya.set.values());
    expect(plan.refused.map(({ why }) => why)).toEqual(['stays-home']);
    // Even if it had come in some other way.
    for (const revision of maya.set.values())
      if (revision.kind === 'erasure') tom.view.add([headOf(revision)]);
    expect(tom.view.get('note', id)).toBeDefined();
  });
});

describe('two wordings of one record', () => {
  const twoWordings = () => {
    const tom = new Replica('tom');
    const id = tom.newNote('first');
    const copy = tom.clone();
    tom.writeNote(id, 'mine');
    copy.writeNote(id, 'also mine');
    tom.import(tom.me, copy.set.values());
    return { tom, copy, id };
  };

  it('stand side by side until one revision joins them', () => {
    const { tom, copy, id } = twoWordings();
    expect(tom.view.get('note', id)?.others).toBe(1);
    tom.writeNote(id, 'both', true);
    expect(tom.view.get('note', id)?.others).toBe(0);
    copy.import(tom.me, tom.set.values());
    expect(copy.picture()).toBe(tom.picture());
  });

  it('are not joined by whoever writes on in the one they see', () => {
    const { tom, copy, id } = twoWordings();
    const wordings = () => tom.view.headsOf(id).map(({ body }) => plainText(body?.text as RichText));
    const shown = plainText(tom.view.get('note', id)?.body.text as RichText);
    const other = shown === 'mine' ? 'also mine' : 'mine';
    tom.writeNote(id, 'more');
    expect(tom.view.get('note', id)?.others).toBe(1);
    expect(wordings().toSorted()).toEqual(['more', other].toSorted());
    copy.import(tom.me, tom.set.values());
    expect(copy.picture()).toBe(tom.picture());
  });

  it('are deleted together', () => {
    const { tom, id } = twoWordings();
    tom.remove(id);
    expect(tom.view.get('note', id)).toBeUndefined();
    expect(tom.view.headsOf(id)).toHaveLength(1);
  });

  it('leave no trace of a deletion that did not stand once somebody writes on', () => {
    const tom = new Replica('tom');
    const id = tom.newNote('first');
    const copy = tom.clone();
    copy.remove(id);
    tom.writeNote(id, 'second');
    tom.import(tom.me, copy.set.values());
    expect(tom.view.get('note', id)?.revived).toBe(true);
    tom.writeNote(id, 'third');
    expect(tom.view.get('note', id)).toMatchObject({ revived: false, others: 0 });
  });
});

describe('what a share brings', () => {
  const setting = () => {
    const tom = new Replica('tom');
    const maya = new Replica('maya');
    const id = tom.newNote('mine');
    maya.import(tom.me, tom.set.values());
    return { tom, maya, id };
  };

  it('may bring back one’s own lost words', () => {
    const { tom, maya, id } = setting();
    const afterLoss = new Replica('tom');
    const plan = afterLoss.import(maya.me, maya.set.values());
    expect(plan.added).toHaveLength(1);
    expect(afterLoss.view.get('note', id)?.body).toEqual(tom.view.get('note', id)?.body);
  });

  it('is refused where it puts words into my mouth', () => {
    const { tom, maya, id } = setting();
    const forged = [...tom.set.values()].map((revision) => ({ ...revision, tag: 'f'.repeat(64) }));
    const plan = new Replica('tom').import(maya.me, forged);
    expect(plan.refused.map(({ why }) => why)).toEqual(['not-the-senders']);
    expect(maya.writeNote(id, 'hers now')).toBe(false);
  });

  it('is refused where its bytes were changed', () => {
    const { tom, maya } = setting();
    const changed = [...tom.set.values()].map((revision) => ({ ...revision, at: revision.at + 1 }));
    expect(new Replica('tom').import(maya.me, changed).refused.map(({ why }) => why)).toEqual(['not-whole']);
  });
});
