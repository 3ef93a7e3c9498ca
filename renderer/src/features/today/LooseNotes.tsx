import { useState } from 'react';
import type { IdOf } from '#shared/domain/record.ts';
import { paragraphs, plainText } from '#shared/domain/richText.ts';
import { fold, queryWords } from '#shared/search/fold.ts';
import { useMarkedWords } from '../../journal/marked.ts';
import { useDraft, useJournal, useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { EarlierVersionsButton } from '../../parts/EarlierVersions.tsx';
import { Button } from '../../ui/Button.tsx';
import { useDayWords } from '../../ui/days.ts';
import { LazyEditor } from '../../ui/editor/LazyEditor.tsx';
import { RichTextView } from '../../ui/editor/RichTextView.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/Toast.tsx';

const mostShown = 3;

/** A note caught between walks, and those caught before. */
export function LooseNotes() {
  const journal = useJournal();
  const marked = useMarkedWords();
  const [id, setId] = useState(() => journal.newId('note'));
  const [all, setAll] = useState(false);
  const notes = useView((view) =>
    view
      .all('note')
      .filter((note) => note.body.about === undefined && note.id !== id)
      .toSorted((a, b) => (a.body.day === b.body.day ? b.at - a.at : a.body.day < b.body.day ? 1 : -1)),
  );
  const words = queryWords(marked ?? '');
  const isLookedFor = (note: Entry<'note'>) => {
    const text = words.length > 0 ? fold(plainText(note.body.text)) : '';
    return words.length > 0 && words.every((word) => text.includes(word));
  };
  const shown = all ? notes : notes.filter((note, index) => index < mostShown || isLookedFor(note));
  return (
    <section className="today-part">
      <SectionHeading>Notes between walks</SectionHeading>
      <Capture key={id} id={id} onDone={() => setId(journal.newId('note'))} />
      <ul className="today-notes">
        {shown.map((note) => (
          <LooseNote key={note.id} note={note} highlight={marked} />
        ))}
      </ul>
      {shown.length < notes.length ? (
        <Button look="plain" onPress={() => setAll(true)}>
          All {notes.length} notes
        </Button>
      ) : null}
    </section>
  );
}

/** Some lines, kept as they are typed. */
function Capture({ id, onDone }: { readonly id: IdOf<'note'>; readonly onDone: () => void }) {
  const journal = useJournal();
  const { change } = useDraft('note', id, {
    person: journal.me,
    day: journal.clock.today(),
    text: paragraphs(''),
  });
  const [text, setText] = useState('');
  const done = async () => {
    const kept = await journal.drafts.settle(id);
    if (kept.ok) onDone();
  };
  return (
    <div className="today-capture">
      <TextField
        label="Quick note"
        hideLabel
        multiline
        words
        placeholder="Something you noticed, a sentence to bring along"
        value={text}
        onChange={(typed) => {
          setText(typed);
          change({ text: paragraphs(typed) });
        }}
      />
      {text === '' ? null : (
        <Button size="s" icon="check" onPress={() => void done()}>
          Keep this note
        </Button>
      )}
    </div>
  );
}

function LooseNote({
  note,
  highlight,
}: {
  readonly note: Entry<'note'>;
  readonly highlight: string | undefined;
}) {
  const journal = useJournal();
  const days = useDayWords();
  const [editing, setEditing] = useState(false);
  const { body, change } = useDraft('note', note.id, note.body);
  const { id } = note;
  const remove = async () => {
    await journal.drafts.settle(id);
    const removed = await journal.write([{ op: 'delete', kind: 'note', id }]);
    if (!removed.ok) return;
    toast({
      message: 'Note deleted.',
      action: {
        label: 'Undo',
        onPress: () => void journal.write([{ op: 'restore', kind: 'note', id, body }]),
      },
    });
  };
  const label = `Note of ${days.words(note.body.day, 'long')}`;
  return (
    <li className="today-note">
      <div className="today-note-head">
        <span className="aside">{days.words(note.body.day, 'long')}</span>
        <span className="today-note-actions">
          <EarlierVersionsButton id={id} of={label} />
          {note.author === journal.me ? (
            <>
              {editing ? null : (
                <IconButton icon="edit" label={`Edit ${label}`} size="s" onPress={() => setEditing(true)} />
              )}
              <IconButton icon="trash" label={`Delete ${label}`} size="s" onPress={() => void remove()} />
            </>
          ) : null}
        </span>
      </div>
      {editing ? (
        <>
          <LazyEditor label={label} doc={body.text} onChange={(text) => change({ text })} autoFocus />
          <Button size="s" icon="check" onPress={() => setEditing(false)}>
            Done with this note
          </Button>
        </>
      ) : (
        <RichTextView doc={body.text} highlight={highlight ?? ''} />
      )}
    </li>
  );
}
