import { readableHeads } from '#renderer/journal/head.ts';
import type { Change } from '#renderer/journal/journal.ts';
import { revise, standingAfter } from '#renderer/journal/revising.ts';
import { View } from '#renderer/journal/view.ts';
import { newRecordId, newReplicaId, type ReplicaId } from '#shared/base/ids.ts';
import type { IdOf, Kind } from '#shared/domain/record.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import { seededRandom } from './replicas.ts';

const tagKey = new Uint8Array(32);

/** A journal as a history reads it: every revision there ever was, and the view of what stands. Without a disk. */
export class Lives {
  readonly random = seededRandom('lives');
  readonly me = newRecordId('person', this.random);
  readonly view = new View(this.me);
  readonly revisions: Revision[] = [];
  readonly replica = newReplicaId(this.random);
  /** The wall clock. */
  now = Date.UTC(2026, 4, 1, 10);
  #standing = { throughRow: 0, lamport: 0, seq: 0 };

  newId<K extends Kind>(kind: K): IdOf<K> {
    return newRecordId(kind, this.random);
  }

  /** Writes changes as one, a minute after the last. */
  write(changes: readonly Change[], { me = this.me, replica = this.replica as ReplicaId } = {}): void {
    this.now += 60_000;
    const identity = { me, replica };
    const made = changes.map((change, place) =>
      revise(change, {
        identity,
        tagKey,
        at: this.now,
        standing: this.#standing,
        heads: this.view.headsOf(change.id),
        place,
      }),
    );
    this.take(made);
    this.#standing = standingAfter(made, this.#standing, identity);
  }

  /** Takes in revisions made elsewhere. */
  take(revisions: readonly Revision[]): void {
    this.revisions.push(...revisions);
    this.view.add(readableHeads(revisions));
  }
}
