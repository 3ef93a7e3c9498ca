import { createHash } from 'node:crypto';
import type { Change } from '#renderer/journal/journal.ts';
import { View } from '#renderer/journal/view.ts';
import { newRecordId, newReplicaId, type RevisionId } from '#shared/base/ids.ts';
import type { Body, IdOf, Kind, PersonId } from '#shared/domain/record.ts';
import { seededRandom } from './replicas.ts';

/** A view to be filled by hand: what pages read, without a journal beneath. */
export class Notebook {
  readonly #random = seededRandom('notebook');
  readonly #replica = newReplicaId(this.#random);
  #lamport = 0;

  readonly me = this.newId('person');
  readonly buddy = this.newId('person');
  readonly buddyship = this.newId('buddyship');
  readonly view = new View(this.me);

  constructor() {
    this.put('person', { name: 'Tom' }, { id: this.me });
    this.put('person', { name: 'Maya' }, { id: this.buddy });
    const people: Body<'buddyship'>['people'] = [this.me, this.buddy];
    const since = '2019-03-02' as Body<'buddyship'>['since'];
    this.put('buddyship', { people, since, usualWalk: '', state: 'active' }, { id: this.buddyship });
  }

  newId<K extends Kind>(kind: K): IdOf<K> {
    return newRecordId(kind, this.#random);
  }

  /** Writes a record; by default a new one of mine. */
  put<K extends Kind>(
    kind: K,
    body: Body<K>,
    { id = this.newId(kind), author = this.me }: { readonly id?: IdOf<K>; readonly author?: PersonId } = {},
  ): IdOf<K> {
    this.#add({ op: 'put', kind, id, body } as unknown as Change, author);
    return id;
  }

  /** Does to the view what writing these to the journal would. */
  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      const author = this.view.headsOf(change.id)[0]?.author ?? this.me;
      this.#add(change, author);
    }
  }

  #add(change: Change, author: PersonId): void {
    this.#lamport += 1;
    this.view.add([
      {
        id: createHash('sha256').update(String(this.#lamport)).digest('hex') as RevisionId,
        record: change.id,
        kind: change.kind,
        author,
        replica: this.#replica,
        parents: this.view.headsOf(change.id).map(({ id }) => id),
        lamport: this.#lamport,
        at: this.#lamport,
        op: change.op,
        body: change.op === 'delete' ? null : change.body,
      },
    ]);
  }
}
