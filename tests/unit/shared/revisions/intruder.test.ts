import { describe, expect, it } from 'vitest';
import { readableHeads } from '#renderer/journal/head.ts';
import type { RecordId, ReplicaId, RevisionId } from '#shared/base/ids.ts';
import { newRecordId } from '#shared/base/ids.ts';
import type { IdOf, PersonId } from '#shared/domain/record.ts';
import { paragraphs } from '#shared/domain/richText.ts';
import {
  type Revision,
  type RevisionCore,
  revision,
  revisionFormat,
  seal,
} from '#shared/revisions/revision.ts';
import { Replica } from '../../support/replicas.ts';

/** What somebody with the passphrase, the ids of an earlier share and bad intentions might put into a share. */

const buddyship = `buddyship_${'0'.repeat(32)}` as IdOf<'buddyship'>;

class Intruder {
  readonly self: Replica;
  #seq = 0;

  constructor(seed = 'intruder') {
    this.self = new Replica(seed);
  }

  get me(): PersonId {
    return this.self.me;
  }

  /** Any revision at all, whole and tagged with a key of the intruder's own. */
  forge(record: RecordId, words: string, changes: Partial<RevisionCore> = {}): Revision {
    const kind = record.slice(0, record.indexOf('_'));
    this.#seq += 1;
    return seal(
      {
        format: revisionFormat,
        record,
        kind,
        author: this.me,
        replica: this.self.replica,
        seq: this.#seq,
        parents: [],
        lamport: this.#seq,
        at: 0,
        op: 'put',
        body: { person: this.me, day: '2026-05-01', text: paragraphs(words) },
        ...changes,
      },
      this.self.tagKey,
    );
  }
}

function headOf(replica: Replica, record: RecordId): Revision {
  const [head] = replica.view.headsOf(record);
  const found = head && replica.set.get(head.id);
  if (!found) throw new Error('There is no such record');
  return found;
}

const permutations = <T>(list: readonly T[]): T[][] =>
  list.length < 2
    ? [[...list]]
    : list.flatMap((first, index) => permutations(list.toSpliced(index, 1)).map((rest) => [first, ...rest]));

describe('an intruder', () => {
  it('cannot take over a record whose author has lost it, in whatever order things come', () => {
    const tom = new Replica('tom');
    const note = tom.newNote('mine');
    const own = headOf(tom, note);
    const intruder = new Intruder();
    const forged = [
      intruder.forge(note, 'first', { lamport: 1 }),
      intruder.forge(note, 'later, and in place of yours', { lamport: 900, parents: [own.id] }),
      intruder.forge(note, '', { lamport: 901, parents: [own.id], op: 'delete', body: null }),
    ];
    for (const lines of permutations([...forged, own])) {
      // All in one share, and each in a share of its own.
      const [atOnce, oneByOne] = [new Replica('tom'), new Replica('tom')];
      atOnce.import(intruder.me, lines);
      for (const line of lines) oneByOne.import(intruder.me, [line]);
      for (const restored of [atOnce, oneByOne]) {
        const entry = restored.view.get('note', note);
        expect(entry?.author).toBe(tom.me);
        expect(entry?.body).toEqual(own.body);
        expect(entry?.others).toBe(0);
        expect(restored.view.deleted()).toEqual([]);
        // And the author can go on writing it.
        expect(restored.writeNote(note, 'mine still')).toBe(true);
      }
    }
  });

  it('hides no head of another record by naming it as a parent', () => {
    const tom = new Replica('tom');
    const note = tom.newNote('mine');
    const session = tom.newSession('the gate', buddyship);
    const before = tom.picture();
    const intruder = new Intruder();
    const parents = [headOf(tom, note).id, headOf(tom, session).id];
    const other = newRecordId('note', intruder.self.random);
    tom.import(intruder.me, [intruder.forge(other, 'hers', { parents, lamport: 1000 })]);
    expect(tom.view.get('note', other)?.author).toBe(intruder.me);
    for (const line of before.split('\n')) expect(tom.picture()).toContain(line);
  });

  it('cannot write under this copy’s own replica, and so not use up its running numbers', () => {
    const tom = new Replica('tom');
    tom.newNote('mine');
    const intruder = new Intruder();
    const record = newRecordId('note', intruder.self.random);
    const plan = tom.import(intruder.me, [
      intruder.forge(record, 'x', { replica: tom.replica, seq: Number.MAX_SAFE_INTEGER }),
    ]);
    expect(plan.refused.map(({ why }) => why)).toEqual(['not-the-senders']);
  });

  it('cannot stop the clock: what is written after a great leap is still read back', () => {
    const tom = new Replica('tom');
    tom.newNote('mine');
    const intruder = new Intruder();
    const leap = (lamport: number) =>
      intruder.forge(newRecordId('note', intruder.self.random), 'x', { lamport });
    const plan = tom.import(intruder.me, [leap(2 ** 32), leap(2 ** 33), leap(Number.MAX_SAFE_INTEGER)]);
    expect(plan.added.map(({ lamport }) => lamport)).toEqual([2 ** 32]);
    expect(plan.refused.map(({ why }) => why)).toEqual(['too-far-ahead', 'too-far-ahead']);
    const later = headOf(tom, tom.newNote('after'));
    expect(later.lamport).toBe(2 ** 32 + 1);
    expect(revision.safeParse(later).success).toBe(true);
  });

  it('changes nothing that two others share', () => {
    const tom = new Replica('tom');
    const session = tom.newSession('the gate', buddyship);
    const intruder = new Intruder();
    const body = { buddyship, day: '2026-05-01', manner: 'walk', place: 'elsewhere', title: '' };
    const forged = intruder.forge(session, '', { body, parents: [headOf(tom, session).id], lamport: 50 });
    const plan = tom.import(intruder.me, [forged], { isParty: () => false });
    expect(plan.refused.map(({ why }) => why)).toEqual(['not-theirs-to-change']);
    expect(tom.import(intruder.me, [forged], { isParty: () => true }).added).toHaveLength(1);
  });

  it('brings no record that never leaves a journal', () => {
    const tom = new Replica('tom');
    const intruder = new Intruder();
    const body = { day: '2026-05-01', direction: 'out', share: 's', counts: {}, records: [] };
    const forged = intruder.forge(newRecordId('handover', intruder.self.random), '', { body });
    expect(tom.import(intruder.me, [forged]).refused.map(({ why }) => why)).toEqual(['stays-home']);
  });

  it('gets no unread body onto a page by calling it newer', () => {
    const tom = new Replica('tom');
    const intruder = new Intruder();
    const id = newRecordId('note', intruder.self.random);
    const [format, shape] = [
      intruder.forge(id, '', { format: revisionFormat + 1, body: { text: 7 } }),
      intruder.forge(newRecordId('note', intruder.self.random), '', { body: { v: 1000, text: 7 } }),
    ];
    const plan = tom.import(intruder.me, [format, shape]);
    expect(plan.newer).toBe(2);
    expect(plan.added).toHaveLength(2);
    expect(tom.view.all('note')).toEqual([]);
    expect(readableHeads([format, shape])).toEqual([]);
  });

  it('cannot make the plan fail with text or numbers that have no canonical form', () => {
    const tom = new Replica('tom');
    const intruder = new Intruder();
    const good = intruder.forge(newRecordId('note', intruder.self.random), 'fine');
    const odd = [{ odd: '\ud800' }, { odd: Number.POSITIVE_INFINITY }].map(
      (body): Revision => ({ ...good, id: 'a'.repeat(64) as RevisionId, body: { ...good.body, ...body } }),
    );
    expect(tom.import(intruder.me, odd).refused.map(({ why }) => why)).toEqual(['not-whole', 'not-whole']);
  });
});

describe('the envelope', () => {
  it('holds only times that a calendar can show', () => {
    const intruder = new Intruder();
    const record = newRecordId('note', intruder.self.random);
    const at = (time: number) => revision.safeParse(intruder.forge(record, 'x', { at: time })).success;
    expect(at(8.64e15)).toBe(true);
    expect(at(-8.64e15)).toBe(true);
    expect(at(1e300)).toBe(false);
  });

  it('knows a replica by its form', () => {
    const intruder = new Intruder();
    const record = newRecordId('note', intruder.self.random);
    const forged = intruder.forge(record, 'x', { replica: '__proto__' as ReplicaId });
    expect(revision.safeParse(forged).success).toBe(false);
  });
});
