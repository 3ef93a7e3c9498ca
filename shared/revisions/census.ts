import type { RecordId, ReplicaId, RevisionId } from '../base/ids.ts';
import type { PersonId } from '../domain/record.ts';
import { isCommons, isKind } from '../domain/record.ts';
import type { Revision } from './revision.ts';
import { erasedBy } from './union.ts';

/**
 * What must be known of all revisions in a journal, not only of the heads in memory, to make a share or to join one.
 * Plain maps and sets, so that it can be handed to a worker.
 */
export interface Census {
  readonly ids: ReadonlySet<RevisionId>;
  /** Who began each record: I, if I ever wrote it; else whoever wrote first. */
  readonly authors: ReadonlyMap<RecordId, PersonId>;
  /** What a commons record was last said to belong to: a buddyship, session or timeline. */
  readonly within: ReadonlyMap<RecordId, RecordId>;
  /** Records that were erased for good. */
  readonly erased: ReadonlySet<RecordId>;
  /** The highest running number of each replica up to which nothing is missing. */
  readonly known: Readonly<Record<ReplicaId, number>>;
  /** The copies of the journal that I wrote under. */
  readonly own: ReadonlySet<ReplicaId>;
}

/** Takes a census, one revision at a time, in any order. */
export class CensusTaker {
  readonly #me: PersonId;
  readonly #ids = new Set<RevisionId>();
  readonly #began = new Map<RecordId, { readonly author: PersonId; readonly lamport: number }>();
  readonly #within = new Map<RecordId, { readonly holder: RecordId; readonly lamport: number }>();
  readonly #erased = new Set<RecordId>();
  readonly #own = new Set<ReplicaId>();
  readonly #numbers = new Map<ReplicaId, number[]>();

  constructor(me: PersonId) {
    this.#me = me;
  }

  add(revision: Revision): void {
    const { id, record, author, lamport, replica, seq } = revision;
    this.#ids.add(id);
    const began = this.#began.get(record);
    const isEarlier = began === undefined || (began.author !== this.#me && lamport < began.lamport);
    if (isEarlier || author === this.#me) this.#began.set(record, { author, lamport });
    const holder = holderOf(revision);
    const known = this.#within.get(record);
    if (holder !== undefined && (known === undefined || lamport > known.lamport)) {
      this.#within.set(record, { holder, lamport });
    }
    for (const each of erasedBy(this.#me, [revision])) this.#erased.add(each);
    if (author === this.#me) this.#own.add(replica);
    const numbers = this.#numbers.get(replica);
    if (numbers) numbers.push(seq);
    else this.#numbers.set(replica, [seq]);
  }

  taken(): Census {
    return {
      ids: this.#ids,
      erased: this.#erased,
      own: this.#own,
      authors: new Map([...this.#began].map(([record, { author }]) => [record, author])),
      within: new Map([...this.#within].map(([record, { holder }]) => [record, holder])),
      known: Object.fromEntries([...this.#numbers].map(([replica, seen]) => [replica, unbroken(seen)])),
    };
  }
}

function holderOf({ kind, body }: Revision): RecordId | undefined {
  if (body === null || !isKind(kind) || !isCommons(kind)) return undefined;
  const holder = body.buddyship ?? body.session ?? body.timeline;
  return typeof holder === 'string' ? (holder as RecordId) : undefined;
}

/** The last of 1, 2, 3 … before a number is missing. */
function unbroken(numbers: readonly number[]): number {
  let last = 0;
  for (const number of numbers.toSorted((a, b) => a - b)) {
    if (number > last + 1) break;
    last = number;
  }
  return last;
}

/** Whether a commons record belongs, by way of what holds it, to one of these buddyships. */
export function belongsTo(
  census: Pick<Census, 'within'>,
  record: RecordId,
  buddyships: ReadonlySet<RecordId>,
): boolean {
  let current: RecordId | undefined = record;
  // A turn lies in a session, a session in a buddyship; a circle, which only a forged body makes, ends here too.
  for (let step = 0; step < 4 && current !== undefined; step += 1) {
    if (buddyships.has(current)) return true;
    current = census.within.get(current);
  }
  return false;
}
