import { readableHeads } from '#renderer/journal/head.ts';
import { View } from '#renderer/journal/view.ts';
import type { Random } from '#shared/base/ids.ts';
import { newRecordId, newReplicaId } from '#shared/base/ids.ts';
import type { Day } from '#shared/base/time.ts';
import type { Body, IdOf, Kind, PersonId } from '#shared/domain/record.ts';
import { paragraphs } from '#shared/domain/richText.ts';
import { CensusTaker } from '#shared/revisions/census.ts';
import { type Revision, revisionFormat, seal } from '#shared/revisions/revision.ts';
import { seededRandom } from '../unit/support/replicas.ts';

/** A journal without a disk: whoever holds the pen writes revisions of every kind as the app would. */
export class Pen {
  readonly random: Random;
  readonly tagKey: Uint8Array;
  readonly signingSeed: Uint8Array;
  readonly replica;
  readonly me: PersonId;
  readonly buddy: PersonId;
  readonly buddyship: IdOf<'buddyship'>;
  readonly revisions: Revision[] = [];
  readonly names: { readonly me: string; readonly buddy: string };

  constructor(me: string, buddy: string, seed = me, tagKey?: Uint8Array) {
    this.names = { me, buddy };
    this.random = seededRandom(seed);
    const ownTagKey = this.random.bytes(32);
    this.tagKey = tagKey ?? ownTagKey;
    this.signingSeed = this.random.bytes(32);
    this.replica = newReplicaId(this.random);
    this.me = newRecordId('person', this.random);
    this.put('person', { name: me }, this.me);
    this.buddy = this.put('person', { name: buddy });
    this.buddyship = this.put('buddyship', {
      people: [this.me, this.buddy],
      since: '2019-03-01' as Day,
      usualWalk: 'Round the reservoir',
      state: 'active',
    });
  }

  put<K extends Kind>(kind: K, body: Body<K>, id: IdOf<K> = newRecordId(kind, this.random)): IdOf<K> {
    const heads = this.view().headsOf(id);
    this.revisions.push(
      seal(
        {
          format: revisionFormat,
          record: id,
          kind,
          author: this.me,
          replica: this.replica,
          seq: this.revisions.filter(({ replica }) => replica === this.replica).length + 1,
          parents: heads.map((head) => head.id),
          lamport: Math.max(0, ...this.revisions.map(({ lamport }) => lamport)) + 1,
          at: Date.UTC(2026, 10, 8, 12),
          op: 'put',
          body,
        },
        this.tagKey,
      ),
    );
    return id;
  }

  /** Takes in what a plan adds. */
  join(revisions: Iterable<Revision>): void {
    this.revisions.push(...revisions);
  }

  view(): View {
    const view = new View(this.me);
    view.add(readableHeads(this.revisions));
    return view;
  }

  census() {
    const taker = new CensusTaker(this.me);
    for (const revision of this.revisions) taker.add(revision);
    return taker.taken();
  }
}

const day = '2026-11-08' as Day;

/** One afternoon, with a record of every kind that can be shared, and some that nobody chose. */
export function writeAnAfternoon(pen: Pen) {
  const question = pen.put('question', {
    person: pen.me,
    wording: 'What would I start if nobody could be disappointed?',
    state: 'carried',
    day,
    since: day,
    earlier: [{ wording: 'What am I afraid of?', until: day }],
  });
  const session = pen.put('session', {
    buddyship: pen.buddyship,
    day,
    startsAt: '10:05',
    manner: 'walk',
    place: 'Holt Wood',
    title: 'In the rain',
  });
  const timeline = pen.put('timeline', {
    buddyship: pen.buddyship,
    person: pen.me,
    title: 'Leaving well',
    day,
    question,
    session,
    path: [
      { x: 100, y: 300 },
      { x: 800, y: 350 },
    ],
    pastAt: 'start',
  });
  const mat = pen.put('mat', { timeline, order: 1, name: 'Arrived', place: { on: 'string', along: 0.8 } });
  const matNote = pen.put('note', {
    about: mat,
    person: pen.me,
    day,
    text: paragraphs('Colder than I thought.'),
  });
  const leaf = pen.put('foundObject', {
    timeline,
    shape: 'leaf',
    meaning: 'the letter',
    spot: { x: 1, y: 2 },
  });
  const turn = pen.put('turn', {
    session,
    order: 1,
    explorer: pen.me,
    holder: pen.buddy,
    method: 'stringAndMats',
    question,
    timeline,
    minutes: 31,
  });
  const note = pen.put('note', {
    about: turn,
    person: pen.me,
    day,
    text: paragraphs('The string bent left.\nI kept wanting to straighten it.'),
  });
  const theirs = pen.put('note', {
    about: turn,
    person: pen.buddy,
    day,
    text: paragraphs('You laughed at the stone.'),
  });
  const before = pen.put('reading', {
    turn,
    person: pen.me,
    measure: 'clarity',
    moment: 'before',
    day,
    value: 3,
    words: '',
  });
  const after = pen.put('reading', {
    turn,
    person: pen.me,
    measure: 'clarity',
    moment: 'after',
    day,
    value: 7,
    words: 'quieter',
  });
  const commitment = pen.put('commitment', {
    turn,
    person: pen.me,
    day,
    what: 'Ask Priya for twenty minutes',
    sure: 8,
    state: 'open',
  });
  const noticing = pen.put('noticing', {
    turn,
    person: pen.buddy,
    of: pen.me,
    day,
    text: paragraphs('She waited.'),
  });
  const goal = pen.put('goal', {
    person: pen.me,
    name: 'Say no sooner',
    why: 'secret why',
    evidence: '',
    smallestStep: '',
    levels: ['', '', '', '', ''],
    state: 'growing',
    day,
  });
  const loose = pen.put('note', { person: pen.me, day, text: paragraphs('for nobody else') });
  return {
    question,
    session,
    timeline,
    mat,
    matNote,
    leaf,
    turn,
    note,
    theirs,
    before,
    after,
    commitment,
    noticing,
    goal,
    loose,
  };
}
