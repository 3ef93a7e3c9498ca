import { Link } from 'wouter';
import { mayWrite } from '#shared/revisions/ownership.ts';
import type { PersonShown } from '../../journal/people.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import { useDayWords } from '../../ui/days.ts';
import { PersonLine } from '../../ui/PersonMark.tsx';
import { FiveSteps } from './FiveSteps.tsx';
import { type GoalShown, goalStateNames, goalsOf, levelNames, levelOf } from './goalsView.ts';

/** One person's goals, each with where it stood the last time somebody looked. */
export function GoalLines({ person }: { readonly person: PersonShown }) {
  const goals = useView((view) => goalsOf(view, person.id));
  const id = `goals-of-${person.id}`;
  if (goals.length === 0) return null;
  return (
    <section className="goals-of" aria-labelledby={id} data-person={person.side}>
      <h2 id={id}>
        <PersonLine person={person.side}>
          {person.side === 'me' ? (
            'Your goals'
          ) : (
            <>
              <bdi>{person.name}</bdi>’s goals
            </>
          )}
        </PersonLine>
      </h2>
      <ul>
        {goals.map((shown) => (
          <GoalLine key={shown.goal.id} {...shown} person={person} />
        ))}
      </ul>
    </section>
  );
}

function GoalLine({ goal, lastCheckIn, person }: GoalShown & { readonly person: PersonShown }) {
  const journal = useJournal();
  const days = useDayWords();
  const { name, smallestStep, state } = goal.body;
  const isTheirs = !mayWrite('goal', journal.me, goal.author);
  const level = lastCheckIn ? levelOf(lastCheckIn.body) : undefined;
  return (
    <li className="goal-line" data-state={state}>
      <div className="goal-line-words">
        <Link className="goal-line-name" href={`/goals/${goal.id}`} dir="auto">
          {name.trim() || 'A goal without a name'}
        </Link>
        {state === 'growing' ? null : <span className="goal-line-state aside">{goalStateNames[state]}</span>}
        {lastCheckIn?.body.words.trim() ? (
          <p className="goal-line-said words" dir="auto">
            {lastCheckIn.body.words}
          </p>
        ) : smallestStep.trim() ? (
          <p className="aside">
            Smallest step: <bdi>{smallestStep}</bdi>
          </p>
        ) : null}
        {isTheirs ? (
          <p className="aside">
            from <bdi>{person.name}</bdi>’s journal
          </p>
        ) : null}
      </div>
      <div className="goal-line-level">
        <FiveSteps person={person.side} level={level} />
        <p className="aside">
          {lastCheckIn && level !== undefined
            ? `${levelNames[level]}, ${days.words(lastCheckIn.body.day, 'short')}`
            : 'No check-in yet'}
        </p>
      </div>
    </li>
  );
}
