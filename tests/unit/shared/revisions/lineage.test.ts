import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReplicaId, RevisionId } from '#shared/base/ids.ts';
import type { PersonId } from '#shared/domain/record.ts';
import { addRevision, type Heads, noHeads } from '#shared/revisions/heads.ts';
import { lineageOf, sittings, type Traced } from '#shared/revisions/lineage.ts';

const me = `person_${'a'.repeat(32)}` as PersonId;
const maya = `person_${'b'.repeat(32)}` as PersonId;
const replica = (name: string) => `replica_${name}` as ReplicaId;
const id = (name: string | number) => `rev ${name}` as RevisionId;

interface Given extends Partial<Traced> {
  readonly id: RevisionId;
}

function traced(given: Given): Traced {
  return {
    parents: [],
    lamport: 1,
    replica: replica('one'),
    op: 'put',
    kind: 'note',
    author: me,
    at: 0,
    ...given,
  };
}

/** A line of saves, each on the one before, `apartMs` after it. */
function line(length: number, apartMs: number): readonly Traced[] {
  return Array.from({ length }, (_, index) =>
    traced({
      id: id(index),
      parents: index === 0 ? [] : [id(index - 1)],
      lamport: index + 1,
      at: index * apartMs,
    }),
  );
}

const order = (versions: readonly { readonly revision: Traced }[]) =>
  versions.map(({ revision }) => revision.id);

/** Any set of revisions, honest or not: parents anywhere, times that lie. */
const anySet = fc
  .array(
    fc.record({
      parents: fc.array(fc.nat(14), { maxLength: 3 }),
      lamport: fc.integer({ min: 1, max: 20 }),
      replica: fc.constantFrom('one', 'two'),
      op: fc.constantFrom('put' as const, 'delete' as const, 'restore' as const),
      author: fc.constantFrom(me, maya),
      kind: fc.constant('session'),
      at: fc.integer({ min: -1e12, max: 4e12 }),
    }),
    { maxLength: 12 },
  )
  .map((drawn) =>
    drawn.map((each, index) =>
      traced({
        ...each,
        id: id(index),
        replica: replica(each.replica),
        // A revision can only name what was there before it (or what is not here at all): ids are hashes.
        parents: each.parents.filter((parent) => parent < index || parent >= 12).map(id),
      }),
    ),
  );

describe('the life of a record', () => {
  it('tells every version once, each after all it replaced, whatever order they are read in', () => {
    fc.assert(
      fc.property(anySet, fc.infiniteStream(fc.nat()), (revisions, chance) => {
        const told = order(lineageOf(revisions, me, 0));
        expect(told.toSorted()).toEqual(revisions.map((each) => each.id).toSorted());
        const shuffled = revisions
          .map((each) => [chance.next().value, each] as const)
          .sort(([a], [b]) => a - b);
        expect(
          order(
            lineageOf(
              shuffled.map(([, each]) => each),
              me,
              0,
            ),
          ),
        ).toEqual(told);
        for (const each of revisions)
          for (const parent of each.parents)
            if (told.includes(parent)) expect(told.indexOf(parent)).toBeGreaterThan(told.indexOf(each.id));
      }),
    );
  });

  it('has the heads that the view has', () => {
    fc.assert(
      fc.property(anySet, (revisions) => {
        let heads: Heads<Traced> = noHeads;
        for (const each of revisions) heads = addRevision(heads, each, each.parents);
        const told = lineageOf(revisions, me, 0).filter(({ isHead }) => isHead);
        expect(order(told).toSorted()).toEqual(heads.leaves.map((each) => each.id).toSorted());
      }),
    );
  });

  it('ends even where revisions name each other in a circle', () => {
    const circle = [traced({ id: id(1), parents: [id(2)] }), traced({ id: id(2), parents: [id(1)] })];
    expect(order(lineageOf(circle, me, 0))).toHaveLength(2);
  });

  it('leaves out what somebody else made of a note of mine', () => {
    const mine = traced({ id: id('mine') });
    const forged = traced({ id: id('forged'), author: maya, lamport: 9 });
    expect(order(lineageOf([mine, forged], me, 0))).toEqual([id('mine')]);
    expect(order(lineageOf([forged], me, 0))).toEqual([id('forged')]);
  });

  it('says where what came before is not known', () => {
    expect(lineageOf([traced({ id: id(1), parents: [id('lost')] })], me, 0)[0]?.hasGap).toBe(true);
    expect(lineageOf(line(2, 1000), me, 0).some(({ hasGap }) => hasGap)).toBe(false);
  });

  it('says that a clock was off when it ran backwards or lies ahead, and not for less', () => {
    const hour = 3600_000;
    const after = (at: number) => [
      traced({ id: id(1), at: 100 * hour }),
      traced({ id: id(2), parents: [id(1)], lamport: 2, at }),
    ];
    const isOff = (at: number, now = 200 * hour) => lineageOf(after(at), me, now)[0]?.isClockOff;
    expect(isOff(101 * hour)).toBe(false);
    expect(isOff(100 * hour - 60_000)).toBe(false);
    expect(isOff(99 * hour)).toBe(true);
    expect(isOff(101 * hour, 90 * hour)).toBe(false);
    expect(isOff(101 * hour, 70 * hour)).toBe(true);
  });
});

describe('sittings', () => {
  const minute = 60_000;

  it('are told by their last version', () => {
    const versions = lineageOf(
      [
        ...line(4, minute),
        traced({ id: id(4), parents: [id(3)], lamport: 5, at: 60 * minute }),
        traced({ id: id(5), parents: [id(4)], lamport: 6, at: 61 * minute }),
      ],
      me,
      100 * minute,
    );
    expect(order(sittings(versions))).toEqual([id(5), id(3)]);
  });

  it('end where something was deleted, brought back, joined, or written by another hand', () => {
    const next = (given: Partial<Traced>) => [
      ...line(2, minute),
      traced({ id: id(2), parents: [id(1)], lamport: 3, at: 2 * minute, kind: 'session', ...given }),
    ];
    const kept = (given: Partial<Traced>) =>
      order(
        sittings(
          lineageOf(
            next(given).map((each) => ({ ...each, kind: 'session' })),
            me,
            10 * minute,
          ),
        ),
      );
    expect(kept({})).toEqual([id(2)]);
    expect(kept({ op: 'delete' })).toEqual([id(2), id(1)]);
    expect(kept({ op: 'restore' })).toEqual([id(2), id(1)]);
    expect(kept({ author: maya })).toEqual([id(2), id(1)]);
    expect(kept({ replica: replica('two') })).toEqual([id(2), id(1)]);
    expect(kept({ parents: [id(1), id('lost')] })).toEqual([id(2), id(1)]);
  });

  it('never hide what stands, and tell nothing that is not there', () => {
    fc.assert(
      fc.property(anySet, (revisions) => {
        const versions = lineageOf(revisions, me, 0);
        const told = sittings(versions);
        for (const version of versions) if (version.isHead) expect(told).toContain(version);
        expect(told.every((version) => versions.includes(version))).toBe(true);
      }),
    );
  });
});
