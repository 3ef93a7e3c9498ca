import type { Body, IdOf, Kind, PersonId } from '../domain/record.ts';

/** A live record with what a review needs to know of it; every entry of a view is one. */
export interface Kept<K extends Kind> {
  readonly id: IdOf<K>;
  /** Whose journal wrote it down; whose words they are is in the body. */
  readonly author: PersonId;
  readonly body: Body<K>;
  /** When it was last revised, in milliseconds. */
  readonly at: number;
}
