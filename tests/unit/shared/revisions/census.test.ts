import { describe, expect, it } from 'vitest';
import { belongsTo, CensusTaker } from '#shared/revisions/census.ts';
import { Pen, writeAnAfternoon } from '../../../support/pen.ts';

describe('a census', () => {
  it('knows what commons belong to, by way of what holds them', () => {
    const tom = new Pen('Tom', 'Maya');
    const ids = writeAnAfternoon(tom);
    const census = tom.census();
    const ours = new Set([tom.buddyship]);
    for (const id of [ids.session, ids.turn, ids.timeline, ids.mat, ids.leaf]) {
      expect(belongsTo(census, id, ours), id).toBe(true);
      expect(belongsTo(census, id, new Set()), id).toBe(false);
    }
    expect(belongsTo(census, ids.note, ours)).toBe(false);
  });

  it('counts each replica up to the first gap', () => {
    const tom = new Pen('Tom', 'Maya');
    writeAnAfternoon(tom);
    expect(tom.census().known).toEqual({ [tom.replica]: tom.revisions.length });
    const taker = new CensusTaker(tom.me);
    for (const revision of tom.revisions.toReversed()) if (revision.seq !== 5) taker.add(revision);
    expect(taker.taken().known).toEqual({ [tom.replica]: 4 });
  });

  it('takes a record that I ever wrote for mine, whoever seems to have begun it', () => {
    const [tom, maya] = [new Pen('Tom', 'Maya'), new Pen('Maya', 'Tom')];
    const { note } = writeAnAfternoon(maya);
    const [own] = tom.revisions;
    const [theirs] = maya.revisions.filter(({ record }) => record === note);
    if (!own || !theirs) throw new Error('both wrote');
    const orders = [
      [theirs, { ...own, record: note, lamport: 999 }],
      [{ ...own, record: note, lamport: 999 }, theirs],
    ];
    for (const order of orders) {
      const taker = new CensusTaker(tom.me);
      for (const revision of order) taker.add(revision);
      expect(taker.taken().authors.get(note)).toBe(tom.me);
    }
  });
});
