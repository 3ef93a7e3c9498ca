import { useState } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { IdOf } from '#shared/domain/record.ts';
import { paragraphs } from '#shared/domain/richText.ts';
import { useMarkedWords } from '../../journal/marked.ts';
import type { PersonShown } from '../../journal/people.ts';
import { useDraft, useJournal, useView } from '../../journal/useJournal.ts';
import { LazyEditor } from '../../ui/editor/LazyEditor.tsx';
import { RichTextView } from '../../ui/editor/RichTextView.tsx';
import { PersonLine } from '../../ui/PersonMark.tsx';

export interface WordsOnMatProps {
  readonly mat: IdOf<'mat'>;
  readonly person: PersonShown;
  /** The day of the line, which is the day the words were said. */
  readonly day: Day;
}

/** What one person said or noticed on a mat. What came from the other's journal is theirs: shown, not changed. */
export function WordsOnMat({ mat, person, day }: WordsOnMatProps) {
  const journal = useJournal();
  const marked = useMarkedWords();
  const notes = useView((view) =>
    view
      .naming('note', mat)
      .filter(({ body }) => body.about === mat && view.resolve(body.person) === person.id)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  );
  const [newId] = useState(() => journal.newId('note'));
  const id = notes.find(({ author }) => author === journal.me)?.id ?? newId;
  const { body, change } = useDraft('note', id, {
    about: mat,
    person: person.id,
    day,
    text: paragraphs(''),
  });
  return (
    <div className="words-on-mat" data-person={person.side}>
      <PersonLine person={person.side}>
        Words by <bdi>{person.name}</bdi>
      </PersonLine>
      {notes
        .filter(({ author }) => author !== journal.me)
        .map((note) => (
          <RichTextView key={note.id} doc={note.body.text} highlight={marked} />
        ))}
      <LazyEditor
        label={`Words by ${person.name}`}
        doc={body.text}
        onChange={(text) => change({ text })}
        placeholder={person.side === 'me' ? 'What is true here?' : 'What was said or seen'}
        highlight={marked}
      />
    </div>
  );
}
