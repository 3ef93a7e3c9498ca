import { useState } from 'react';
import { mayWrite } from '#shared/revisions/ownership.ts';
import type { PersonShown } from '../../journal/people.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { Button } from '../../ui/Button.tsx';
import { useDayWords } from '../../ui/days.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { CheckInDialog } from './CheckInDialog.tsx';
import { CheckInDrawing } from './CheckInDrawing.tsx';
import { checkInsOf, levelFigure, levelNames, levelOf } from './goalsView.ts';

export interface CheckInsProps {
  readonly goal: Entry<'goal'>;
  readonly person: PersonShown;
  readonly isMine: boolean;
}

/** How far the goal was on which day, as a picture and in figures. */
export function CheckIns({ goal, person, isMine }: CheckInsProps) {
  const checkIns = useView((view) => checkInsOf(view, goal.id));
  const [asked, setAsked] = useState<Entry<'checkIn'> | 'new'>();
  return (
    <section className="goal-part" aria-labelledby="check-ins">
      <SectionHeading
        id="check-ins"
        aside={
          isMine ? (
            <Button size="s" icon="plus" onPress={() => setAsked('new')}>
              Add a check-in
            </Button>
          ) : null
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
          <CheckInDrawing person={person.side} goal={goal.body.name} checkIns={checkIns} />
          <CheckInTable checkIns={checkIns} onEdit={setAsked} />
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
  readonly onEdit: (checkIn: Entry<'checkIn'>) => void;
}

/** The same, the latest first, with what was said. */
function CheckInTable({ checkIns, onEdit }: CheckInTableProps) {
  const journal = useJournal();
  const days = useDayWords();
  return (
    <table className="goal-table">
      <caption className="visually-hidden">Check-ins, the latest first</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
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
          return (
            <tr key={checkIn.id}>
              <td className="goal-table-day">{day}</td>
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
