import './person.css';
import type { ReactNode } from 'react';
import { personInitial } from './personInitial.ts';

/** Whose something is. Sets `--person` and `--person-wash` where it stands as `data-person`. */
export type PersonRole = 'me' | 'buddy' | 'other';

export interface PersonMarkProps {
  readonly person: PersonRole;
  /** For the initial; with `size="dot"` it is not needed. */
  readonly name?: string;
  readonly size?: 'dot' | 's' | 'm' | 'l';
}

/**
 * A person as a small shape in their colour: I am a round pebble, my buddy a leaf, others a tile. It is only looked
 * at; a name always stands beside it.
 */
export function PersonMark({ person, name = '', size = 's' }: PersonMarkProps) {
  return (
    <span className="person-mark" data-person={person} data-size={size} aria-hidden="true">
      {size === 'dot' ? null : personInitial(name)}
    </span>
  );
}

export interface PersonLineProps {
  readonly person: PersonRole;
  /** For example "Notes by Maya". Names inside keep their own direction with `<bdi>`. */
  readonly children: ReactNode;
  readonly id?: string;
}

/** A dot and a few words: whose words these are. */
export function PersonLine({ person, children, id }: PersonLineProps) {
  return (
    <p className="person-line" {...(id ? { id } : {})}>
      <PersonMark person={person} size="dot" />
      <span>{children}</span>
    </p>
  );
}

/** Several people side by side, slightly overlapping, as in the frame. */
export function PersonPair({
  people,
}: {
  readonly people: readonly { readonly person: PersonRole; readonly name: string }[];
}) {
  return (
    <span className="person-pair">
      {people.map(({ person, name }) => (
        <PersonMark key={`${person} ${name}`} person={person} name={name} />
      ))}
    </span>
  );
}
