import type { Random, RecordId } from '../base/ids.ts';
import { newRecordId } from '../base/ids.ts';
import type { Day } from '../base/time.ts';
import type { Body, IdOf, Kind, PersonId } from '../domain/record.ts';
import { onDay } from './prose.ts';
import { dayIn } from './sampleDays.ts';
import type { When, Who } from './tale.ts';

/** One record of the sample, as the journal takes it. */
export type SampleChange = {
  [K in Kind]: { readonly op: 'put'; readonly kind: K; readonly id: IdOf<K>; readonly body: Body<K> };
}[Kind];

/** What all parts of one telling share: whose it is, when it is told, and which id goes with which key. */
export class Telling {
  readonly buddyship: IdOf<'buddyship'>;
  readonly #today: Day;
  readonly #random: Random;
  readonly #people: Readonly<Record<Who, PersonId>>;
  readonly #byKey = new Map<string, RecordId>();

  constructor(today: Day, random: Random) {
    this.#today = today;
    this.#random = random;
    this.#people = { me: newRecordId('person', random), buddy: newRecordId('person', random) };
    this.buddyship = newRecordId('buddyship', random);
  }

  person(who: Who): PersonId {
    return this.#people[who];
  }

  day(when: When): Day {
    return dayIn(when, this.#today);
  }

  get today(): Day {
    return this.#today;
  }

  /** The id of what the tale knows by this key, the same whenever it is asked for. */
  idOf<K extends Kind>(kind: K, key: string): IdOf<K> {
    const known = this.#byKey.get(`${kind} ${key}`);
    if (known !== undefined) return known as IdOf<K>;
    const id = newRecordId(kind, this.#random);
    this.#byKey.set(`${kind} ${key}`, id);
    return id;
  }

  newId<K extends Kind>(kind: K): IdOf<K> {
    return newRecordId(kind, this.#random);
  }
}

export function other(who: Who): Who {
  return who === 'me' ? 'buddy' : 'me';
}

/** A change that puts one record. */
export function put<K extends Kind>(kind: K, id: IdOf<K>, body: Body<K>): SampleChange {
  // The compiler cannot see that a union over kinds holds each kind's own triple.
  return { op: 'put', kind, id, body } as unknown as SampleChange;
}

/** Plain words of the tale, in one line, with the season of their day. */
export function line(text: string, day: Day): string {
  return onDay(text, day).replace(/\s+/g, ' ').trim();
}
