import { useState } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { IdOf } from '#shared/domain/record.ts';
import type { PersonShown } from '../../journal/people.ts';
import { useDraft, useJournal, useView } from '../../journal/useJournal.ts';
import { EarlierVersionsButton } from '../../parts/EarlierVersions.tsx';
import { besideTheirs, emptyText, WordsBox, WordsToRead } from '../../parts/WordsBox.tsx';
import { PersonLine } from '../../ui/PersonMark.tsx';
import { noticedBy } from './sessionView.ts';

export interface NoticedProps {
  readonly turn: IdOf<'turn'>;
  readonly day: Day;
  readonly holder: PersonShown;
  readonly explorer: PersonShown;
}

/** Growth that whoever held the space saw in the one who explored. */
export function Noticed({ turn, day, holder, explorer }: NoticedProps) {
  const journal = useJournal();
  const { mine, theirs } = useView((view) => noticedBy(view, turn, holder.id));
  const [fresh] = useState(() => journal.newId('noticing'));
  const seer = holder.side === 'me' ? 'you' : holder.name;
  const seen = explorer.side === 'me' ? 'you' : explorer.name;
  const placeholder = theirs.length > 0 ? besideTheirs(holder) : `Growth ${seer} saw in ${seen}`;
  const ids = mine.length > 0 ? mine.map(({ id }) => id) : [fresh];
  return (
    <div className="said said-quietly" data-person={holder.side}>
      <div className="said-head">
        <PersonLine person={holder.side}>
          Noticed by <bdi>{holder.name}</bdi>
        </PersonLine>
        {[...theirs, ...mine].map(({ id }) => (
          <EarlierVersionsButton key={id} id={id} of={`what ${holder.name} noticed`} />
        ))}
      </div>
      {theirs.map(({ id, author, body }) => (
        <WordsToRead key={id} doc={body.text} author={author} />
      ))}
      {ids.map((id) => (
        <OwnNoticing
          key={id}
          id={id}
          turn={turn}
          day={day}
          holder={holder}
          explorer={explorer}
          placeholder={placeholder}
        />
      ))}
    </div>
  );
}

interface OwnNoticingProps extends NoticedProps {
  readonly id: IdOf<'noticing'>;
  readonly placeholder: string;
}

function OwnNoticing({ id, turn, day, holder, explorer, placeholder }: OwnNoticingProps) {
  const { body, change } = useDraft('noticing', id, {
    turn,
    person: holder.id,
    of: explorer.id,
    day,
    text: emptyText,
  });
  return (
    <WordsBox
      label={`Noticed by ${holder.name}`}
      doc={body.text}
      onChange={(text) => change({ text })}
      placeholder={placeholder}
    />
  );
}
