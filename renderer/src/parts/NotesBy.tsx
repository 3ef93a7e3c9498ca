import './said.css';
import { useState } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { Body, IdOf } from '#shared/domain/record.ts';
import { notesBy } from '../journal/notes.ts';
import type { PersonShown } from '../journal/people.ts';
import { useComplete, useDraft, useJournal, useView } from '../journal/useJournal.ts';
import { PersonLine } from '../ui/PersonMark.tsx';

import { EarlierVersionsButton } from './EarlierVersions.tsx';
import { besideTheirs, emptyText, WordsBox, WordsToRead } from './WordsBox.tsx';

export interface NotesByProps {
  readonly about: NonNullable<Body<'note'>['about']>;
  readonly day: Day;
  readonly person: PersonShown;
  readonly placeholder: string;
  /** "Notes by" unless told: what stands before the name, also in the name of the box. */
  readonly what?: string;
}

/** What one person said: from their own journal to be read, and what was written down here to be written on. */
export function NotesBy({ about, day, person, placeholder, what = 'Notes by' }: NotesByProps) {
  const journal = useJournal();
  const { mine, theirs } = useView((view) => notesBy(view, about, person.id));
  const [fresh] = useState(() => journal.newId('note'));
  const complete = useComplete();
  // Just after the start an older note may not have been read yet; a second one must not be begun beside it.
  const begun = complete ? [fresh] : [];
  const ids = mine.length > 0 ? mine.map(({ id }) => id) : begun;
  return (
    <div className="said" data-person={person.side}>
      <div className="said-head">
        <PersonLine person={person.side}>
          {what} <bdi>{person.name}</bdi>
        </PersonLine>
        {[...theirs, ...mine].map(({ id }) => (
          <EarlierVersionsButton key={id} id={id} of={`${what} ${person.name}`} />
        ))}
      </div>
      {theirs.map(({ id, author, body }) => (
        <WordsToRead key={id} doc={body.text} author={author} />
      ))}
      {ids.map((id) => (
        <OwnNote
          key={id}
          id={id}
          about={about}
          day={day}
          person={person}
          what={what}
          placeholder={theirs.length > 0 ? besideTheirs(person) : placeholder}
        />
      ))}
    </div>
  );
}

interface OwnNoteProps extends NotesByProps {
  readonly id: IdOf<'note'>;
}

function OwnNote({ id, about, day, person, placeholder, what }: OwnNoteProps) {
  const { body, change } = useDraft('note', id, { about, person: person.id, day, text: emptyText });
  return (
    <WordsBox
      label={`${what} ${person.name}`}
      doc={body.text}
      onChange={(text) => change({ text })}
      placeholder={placeholder}
    />
  );
}
