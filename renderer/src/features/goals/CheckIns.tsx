import { useState } from 'react';
import type { PersonId } from '#shared/domain/record.ts';
import { mayWrite } from '#shared/revisions/ownership.ts';
import { type PersonShown, personShown } from '../../journal/people.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { Button } from '../../ui/Button.tsx';
import { useDayWords } from '../../ui/days.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { PersonLine } from '../../ui/PersonMark.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { CheckInDialog } from './CheckInDialog.tsx';
import { CheckInDrawing } from './CheckInDrawing.tsx';
import { checkInsOf, levelFigure, levelNames, levelOf } from './goalsView.ts';

export interface CheckInsProps {
  readonly goal: Entry<'goal'>;
  readonly person: PersonShown;
}

/**
 * How far the goal was on which day, as a picture and in figures. Each check-in is its author's own: on a goal that
 * came from the other journal, this one adds how it looks from here.
 */
export function CheckIns({ goal, person }: CheckInsProps) {
  const { view } = useJournal();
  const checkIns = useView((all) => checkInsOf(all, goal.id));
  // Alone with it, the readings are the person's; from two journals, each has the colour of the one who made it.
  const isFromBoth = new Set(checkIns.map(({ author }) => author)).size > 1;
  const authorOf = (author: PersonId) => personShown(view, author);
  const [asked, setAsked] = useState<Entry<'checkIn'> | 'new'>();
  return (
    <section className="goal-part" aria-labelledby="check-ins">
      <SectionHeading
        id="check-ins"
        aside={
          <Button size="s" icon="plus" onPress={() => setAsked('new')}>
            Add a check-in
          </Button>
        }
      >
        Check-ins
      </SectionHeading>
      {checkIns.length === 0 ? (
        <p className="goal-none">
          None yet. Now and then, say which of the five levels it is most like. Once a month is plenty.
        </p>
      ) : (
        <>
          <CheckInDrawing
            isFromBoth={isFromBoth}
            sideOf={(author) => (isFromBoth ? authorOf(author).side : person.side)}
            goal={goal.body.name}
            checkIns={checkIns}
          />
          <CheckInTable checkIns={checkIns} authorOf={isFromBoth ? authorOf : undefined} onEdit={setAsked} />
        </>
      )}
      {asked ? (
        <CheckInDialog
          goal={goal}
          {...(asked === 'new' ? {} : { checkIn: asked })}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
    </section>
  );
}

interface CheckInTableProps {
  readonly checkIns: readonly Entry<'checkIn'>[];
  /** Where they come from two journals: who made one. */
  readonly authorOf: ((author: PersonId) => PersonShown) | undefined;
  readonly onEdit: (checkIn: Entry<'checkIn'>) => void;
}

/** The same, the latest first, with what was said. */
function CheckInTable({ checkIns, authorOf, onEdit }: CheckInTableProps) {
  const journal = useJournal();
  const days = useDayWords();
  return (
    <table className="goal-table">
      <caption className="visually-hidden">Check-ins, the latest first</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          {authorOf ? <th scope="col">By</th> : null}
          <th scope="col">Level</th>
          <th scope="col">In words</th>
          <th scope="col">
            <span className="visually-hidden">Change</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {checkIns.toReversed().map((checkIn) => {
          const day = days.words(checkIn.body.day, 'short');
          const level = levelOf(checkIn.body);
          const author = authorOf?.(checkIn.author);
          return (
            <tr key={checkIn.id}>
              <td className="goal-table-day">{day}</td>
              {author ? (
                <td className="goal-table-day">
                  <PersonLine person={author.side}>
                    {author.side === 'me' ? 'You' : <bdi>{author.name}</bdi>}
                  </PersonLine>
                </td>
              ) : null}
              <td className="goal-table-level">
                <strong>{levelFigure(level)}</strong> <span className="aside">{levelNames[level]}</span>
              </td>
              <td className="goal-table-words words" dir="auto">
                {checkIn.body.words}
              </td>
              <td className="goal-table-edit">
                {mayWrite('checkIn', journal.me, checkIn.author) ? (
                  <IconButton
                    icon="edit"
                    size="s"
                    label={`Edit the check-in of ${day}`}
                    onPress={() => onEdit(checkIn)}
                  />
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
