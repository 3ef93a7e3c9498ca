import { createHash } from 'node:crypto';
import { readableHeads } from '#renderer/journal/head.ts';
import { View } from '#renderer/journal/view.ts';
import type { Random, RecordId, ReplicaId, RevisionId } from '#shared/base/ids.ts';
import { newRecordId, newReplicaId } from '#shared/base/ids.ts';
import type { IdOf, PersonId } from '#shared/domain/record.ts';
import { paragraphs, plainText, type RichText } from '#shared/domain/richText.ts';
import { replacedBy } from '#shared/revisions/heads.ts';
import { mayWrite } from '#shared/revisions/ownership.ts';
import { type Revision, revisionFormat, seal } from '#shared/revisions/revision.ts';
import { type Plan, planUnion, type Receiver, type Source } from '#shared/revisions/union.ts';

/** Repeatable chance: SHA-256 in counter mode. */
export function seededRandom(seed: string): Random {
  let counter = 0;
  return {
    bytes: (length) => {
      const parts: Buffer[] = [];
      for (let have = 0; have < length; have += 32) {
        parts.push(createHash('sha256').update(`${seed}/${counter++}`).digest());
      }
      return new Uint8Array(Buffer.concat(parts).subarray(0, length));
    },
  };
}

/**
 * One copy of one journal, as the laws see it: a set of revisions, its view, and the ways in which it grows.
 * The same functions as the app's, without disk and sealing.
 */
export class Replica {
  readonly set = new Map<RevisionId, Revision>();
  readonly me: PersonId;
  readonly tagKey: Uint8Array;
  readonly random: Random;
  view: View;
  replica: ReplicaId;
  /** The wall clock, which may say anything. */
  now = 0;
  #seq = 0;
  #lamport = 0;

  constructor(seed: string) {
    this.random = seededRandom(seed);
    this.me = newRecordId('person', this.random);
    this.tagKey = this.random.bytes(32);
    this.replica = newReplicaId(this.random);
    this.view = new View(this.me);
  }

  newNote(words: string): IdOf<'note'> {
    const id = newRecordId('note', this.random);
    this.writeNote(id, words);
    return id;
  }

  writeNote(id: IdOf<'note'>, words: string, isJoining = false): boolean {
    const day = '2026-05-01';
    return this.#write(id, 'note', 'put', { person: this.me, day, text: paragraphs(words) }, isJoining);
  }

  newSession(place: string, buddyship: IdOf<'buddyship'>): IdOf<'session'> {
    const id = newRecordId('session', this.random);
    this.writeSession(id, place, buddyship);
    return id;
  }

  /** Commons: either of the two may. */
  writeSession(id: IdOf<'session'>, place: string, buddyship: IdOf<'buddyship'>): boolean {
    const body = { buddyship, day: '2026-05-01', manner: 'walk', place, title: '' };
    return this.#write(id, 'session', 'put', body);
  }

  remove(id: IdOf<'note'> | IdOf<'session'>): boolean {
    return this.#write(id, id.startsWith('note') ? 'note' : 'session', 'delete', null);
  }

  /** Every version goes; what stays is the word of it. */
  erase(id: IdOf<'note'> | IdOf<'session'>): void {
    for (const [key, { record }] of this.set) if (record === id) this.set.delete(key);
    this.#write(newRecordId('erasure', this.random), 'erasure', 'put', { day: '2026-05-01', records: [id] });
    this.view.forgetErased();
  }

  /** How many versions of a record are held. */
  countOf(id: RecordId): number {
    return [...this.set.values()].filter(({ record }) => record === id).length;
  }

  /** Imports what somebody brings, or what a copy of this journal holds; answers the plan that was carried out. */
  import(sender: PersonId, incoming: Iterable<Revision>, circumstances: Partial<Receiver> = {}): Plan {
    const source: Source = sender === this.me ? { from: 'own-copy' } : { from: 'person', sender };
    const plan = planUnion(
      {
        me: this.me,
        tagKey: this.tagKey,
        knows: (id) => this.set.has(id),
        isErased: (record) => this.view.erased.has(record),
        authorOf: (record) => this.view.headsOf(record)[0]?.author,
        replica: this.replica,
        lamport: this.#lamport,
        isParty: () => true,
        ...circumstances,
      },
      source,
      incoming,
    );
    this.#take(plan.added);
    return plan;
  }

  /** A copy as a backup restores it, or a folder copied by hand: same words, same keys, another replica. */
  clone(): Replica {
    const copy = new Replica('unused');
    Object.assign(copy, { me: this.me, tagKey: this.tagKey, random: this.random });
    copy.view = new View(this.me);
    copy.replica = newReplicaId(this.random);
    copy.#take(this.set.values());
    return copy;
  }

  /** All that people see, in one comparable text. */
  picture(): string {
    const shown = (['note', 'session'] as const).flatMap((kind) => this.view.all(kind));
    const lines = shown.map(({ id, body, others, revived }) => JSON.stringify([id, body, others, revived]));
    return [...lines, ...this.view.deleted().map(({ id }) => `deleted ${id}`)].sort().join('\n');
  }

  /** Every text of a note or place of a session in the set, whether shown or not. */
  words(): ReadonlySet<string> {
    return wordsIn(this.set.values());
  }

  /** Those that somebody can come to: what stands, and from there what it replaced, back to its beginning. */
  wordsInReach(): ReadonlySet<string> {
    const reached = new Map<RevisionId, Revision>();
    const ahead = [...this.view.everything()].flatMap(([record]) => this.view.headsOf(record));
    for (let ids = ahead.map(({ id }) => id); ids.length > 0; ) {
      const next = ids.flatMap((id) => (reached.has(id) ? [] : (this.set.get(id) ?? [])));
      for (const revision of next) reached.set(revision.id, revision);
      ids = next.flatMap(({ parents }) => parents);
    }
    return wordsIn(reached.values());
  }

  #write(
    record: IdOf<'note'> | IdOf<'session'> | IdOf<'erasure'>,
    kind: 'note' | 'session' | 'erasure',
    op: 'put' | 'delete',
    body: Revision['body'],
    isJoining = false,
  ): boolean {
    const heads = this.view.headsOf(record);
    if (!mayWrite(kind, this.me, heads[0]?.author)) return false;
    const written = seal(
      {
        format: revisionFormat,
        record,
        kind,
        author: this.me,
        replica: this.replica,
        seq: this.#seq + 1,
        parents: [...replacedBy(op, heads, isJoining)],
        lamport: this.#lamport + 1,
        at: this.now,
        op,
        body,
      },
      this.tagKey,
    );
    this.#take([written]);
    return true;
  }

  #take(revisions: Iterable<Revision>): void {
    const list = [...revisions];
    for (const revision of list) {
      this.set.set(revision.id, revision);
      this.#lamport = Math.max(this.#lamport, revision.lamport);
      if (revision.replica === this.replica) this.#seq = Math.max(this.#seq, revision.seq);
    }
    this.view.add(readableHeads(list));
  }
}

function wordsIn(revisions: Iterable<Revision>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { body } of revisions) {
    if (typeof body?.place === 'string') found.add(body.place);
    if (body?.text) found.add(plainText(body.text as RichText));
  }
  return found;
}
