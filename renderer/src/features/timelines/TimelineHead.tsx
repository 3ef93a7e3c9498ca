import { type Ref, useState } from 'react';
import { Link } from 'wouter';
import { personShown } from '../../journal/people.ts';
import { sessionName } from '../../journal/sessions.ts';
import { useView } from '../../journal/useJournal.ts';
import { useEarlierVersions } from '../../parts/EarlierVersions.tsx';
import { longDay } from '../../ui/days.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { TimelineShown } from './timelineView.ts';
import type { GroundActions } from './useGround.ts';

export interface TimelineHeadProps {
  readonly ref: Ref<HTMLElement>;
  readonly shown: TimelineShown;
  readonly actions: GroundActions;
  readonly onSavePicture: () => void;
  readonly onDelete: () => void;
}

/** What line this is, and what can be done with it as a whole. */
export function TimelineHead({ ref, shown, actions, onSavePicture, onDelete }: TimelineHeadProps) {
  const { body } = shown.timeline;
  const person = useView((view) => personShown(view, body.person));
  const session = useView((view) => view.get('session', body.session));
  const question = useView((view) => view.get('question', body.question));
  const earlierVersions = useEarlierVersions(shown.timeline.id, 'Of the line and all that lies on it.');
  return (
    <header className="timeline-head" ref={ref}>
      <div className="timeline-head-words">
        <h1 className="visually-hidden" tabIndex={-1}>
          {body.title}
        </h1>
        <Title shown={shown} actions={actions} />
        <p className="timeline-head-facts">
          <span>
            <bdi>{person.name}</bdi>’s line
          </span>
          {session ? (
            <Link href={`/sessions/${session.id}`}>
              {longDay(body.day)}, <bdi>{sessionName(session.body)}</bdi>
            </Link>
          ) : (
            <span>{longDay(body.day)}</span>
          )}
        </p>
        {question ? (
          <Link className="timeline-head-question" href={`/questions/${question.id}`}>
            <bdi>{question.body.wording}</bdi>
          </Link>
        ) : null}
      </div>
      <Menu
        label="This timeline"
        trigger={<IconButton icon="more" label="More for this timeline" />}
        items={[
          { id: 'picture', label: 'Save as picture', icon: 'photo', onAction: onSavePicture },
          earlierVersions,
          'line',
          { id: 'delete', label: 'Delete timeline', icon: 'trash', danger: true, onAction: onDelete },
        ]}
      />
    </header>
  );
}

/** The title, written where it stands. An emptied one is not kept: leaving the field brings the last one back. */
function Title({ shown, actions }: Pick<TimelineHeadProps, 'shown' | 'actions'>) {
  const { id, body } = shown.timeline;
  const [isEmptied, setEmptied] = useState(false);
  return (
    <div className="timeline-title">
      <TextField
        label="Title"
        hideLabel
        words
        maxLength={500}
        value={isEmptied ? '' : body.title}
        onChange={(title) => {
          setEmptied(title.trim() === '');
          if (title.trim() !== '') actions.change('timeline', id, { title });
        }}
        onBlur={() => setEmptied(false)}
        problem={isEmptied ? 'A line keeps its title until it has another. Two words will do.' : undefined}
      />
    </div>
  );
}
