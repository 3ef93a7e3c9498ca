import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableHeads } from '#renderer/journal/head.ts';
import { View } from '#renderer/journal/view.ts';
import { kinds } from '#shared/domain/record.ts';
import { paragraphs } from '#shared/domain/richText.ts';
import { belongsTo } from '#shared/revisions/census.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import { type Plan, planUnion } from '#shared/revisions/union.ts';
import { readShare, type Share, writeShare } from '#shared/share/shareFile.ts';
import { shareContent } from '../../../support/makeShare.ts';
import { Pen, writeAnAfternoon } from '../../../support/pen.ts';

/** The laws of sharing: from one journal into another, by way of the bytes. */

function handOver(from: Pen, content: Parameters<typeof writeShare>[0]): Share {
  const zip = writeShare(content, from.signingSeed);
  if (!zip.ok) throw new Error(zip.error);
  const share = readShare(zip.value);
  if (!share.ok) throw new Error(share.error.why);
  return share.value;
}

function plan(receiver: Pen, { manifest }: Share, revisions: Iterable<Revision>): Plan {
  const census = receiver.census();
  return planUnion(
    {
      me: receiver.me,
      tagKey: receiver.tagKey,
      replica: receiver.replica,
      lamport: Math.max(...receiver.revisions.map(({ lamport }) => lamport)),
      isErased: () => false,
      knows: (id) => census.ids.has(id),
      authorOf: (record) => census.authors.get(record),
      isParty: (record) => belongsTo(census, record, new Set([receiver.buddyship])),
    },
    { from: 'person', sender: manifest.from.person },
    revisions,
  );
}

/** Everything shown of what somebody else wrote, and of one's own. */
function picture(me: Pen['me'], revisions: readonly Revision[]): string {
  const view = new View(me);
  view.add(readableHeads(revisions));
  const lines = kinds.flatMap((kind) => view.all(kind).map(({ id, body }) => JSON.stringify([id, body])));
  return lines.sort().join('\n');
}

const tom = new Pen('Tom', 'Maya');
const afternoons = [writeAnAfternoon(tom), writeAnAfternoon(tom)] as const;
const everything = [...new Set(afternoons.flatMap((ids) => Object.values(ids)))];

const choices = fc.record({
  sessions: fc.subarray(afternoons.map(({ session }) => session)),
  timelines: fc.subarray(afternoons.map(({ timeline }) => timeline)),
  questions: fc.subarray(afternoons.map(({ question }) => question)),
});
const held = fc.subarray(everything).map((ids) => new Set<string>(ids));

describe('a share that is imported', () => {
  it('brings every record just as it stood, and nothing that was held back', () => {
    fc.assert(
      fc.property(choices, held, (choice, heldBack) => {
        const maya = new Pen('Maya', 'Tom');
        const share = handOver(tom, shareContent(tom, choice, heldBack));
        const joined = plan(maya, share, share.revisions);
        expect(joined.refused).toEqual([]);
        maya.join(joined.added);
        for (const { record, body } of share.revisions) {
          const kind = record.slice(0, record.indexOf('_')) as 'note';
          expect(maya.view().get(kind, record as never)?.body).toEqual(body);
          expect(heldBack.has(record)).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('adds nothing the second time', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const maya = new Pen('Maya', 'Tom');
        const share = handOver(tom, shareContent(tom, choice));
        maya.join(plan(maya, share, share.revisions).added);
        const before = picture(maya.me, maya.revisions);
        const again = plan(maya, share, share.revisions);
        expect(again.added).toEqual([]);
        expect(again.known).toHaveLength(share.revisions.length);
        maya.join(again.added);
        expect(picture(maya.me, maya.revisions)).toBe(before);
      }),
      { numRuns: 20 },
    );
  });

  it('comes to the same in whatever order its lines, and several shares, arrive', () => {
    fc.assert(
      fc.property(choices, choices, fc.infiniteStream(fc.nat()), (first, second, chance) => {
        const shares = [first, second].map((choice) => handOver(tom, shareContent(tom, choice)));
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => [chance.next().value as number, item] as const)
            .sort(([a], [b]) => a - b)
            .map(([, item]) => item);
        const pictures = [shares, shares.toReversed()].map((order) => {
          const maya = new Pen('Maya', 'Tom');
          for (const share of order) maya.join(plan(maya, share, shuffled(share.revisions)).added);
          return picture(maya.me, maya.revisions);
        });
        expect(pictures[0]).toBe(pictures[1]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('two journals that share back and forth', () => {
  it('come to agree on what they share', () => {
    const [one, other] = [new Pen('Tom', 'Maya'), new Pen('Maya', 'Tom')];
    const ids = writeAnAfternoon(one);
    const first = handOver(one, shareContent(one, { sessions: [ids.session] }));
    other.join(plan(other, first, first.revisions).added);
    // Who is who: as the page writes it on accepting.
    other.put('person', { name: 'Tom', alsoKnownAs: [one.me] }, other.buddy);
    other.put('person', { name: 'Maya', alsoKnownAs: [one.buddy] }, other.me);
    const known = other.view().get('buddyship', other.buddyship)?.body;
    if (!known) throw new Error('Maya has her buddyship');
    other.put('buddyship', { ...known, alsoKnownAs: [one.buddyship] }, other.buddyship);

    // Maya writes into the session that Tom began, and rewords what is common.
    const said = other.put('note', {
      about: ids.turn,
      person: other.me,
      day: first.manifest.day,
      text: paragraphs('I had not seen that.'),
    });
    const session = other.view().get('session', ids.session)?.body;
    if (!session) throw new Error('the session came');
    other.put('session', { ...session, title: 'In the rain, and after' }, ids.session);

    const back = handOver(other, shareContent(other, { sessions: [ids.session] }));
    const returned = plan(one, back, back.revisions);
    expect(returned.refused).toEqual([]);
    // What Tom wrote himself is known; what is new is Maya's.
    expect(new Set(returned.added.map(({ author }) => author))).toEqual(new Set([other.me]));
    one.join(returned.added);
    expect(one.view().get('note', said)?.body.text).toEqual(paragraphs('I had not seen that.'));
    expect(one.view().get('session', ids.session)).toMatchObject({
      body: { title: 'In the rain, and after' },
      others: 0,
    });
    expect(one.view().naming('note', ids.turn)).toHaveLength(3);
  });

  it('give back what one of them lost', () => {
    const [one, other] = [new Pen('Tom', 'Maya'), new Pen('Maya', 'Tom')];
    const ids = writeAnAfternoon(one);
    const share = handOver(one, shareContent(one, { sessions: [ids.session] }));
    other.join(plan(other, share, share.revisions).added);
    const back = handOver(other, {
      ...shareContent(other, { sessions: [ids.session] }),
      revisions: share.revisions,
    });
    const afterTheLoss = new Pen('Tom', 'Maya');
    const returned = plan(afterTheLoss, back, back.revisions);
    expect(returned.refused).toEqual([]);
    afterTheLoss.join(returned.added);
    expect(afterTheLoss.view().get('note', ids.note)?.body).toEqual(one.view().get('note', ids.note)?.body);
  });
});
