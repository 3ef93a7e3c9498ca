import { Link } from 'wouter';
import { mannerNames } from '../../journal/words.ts';
import { dayOfMonth, longDay, shortMonth, shortWeekday, timeInWords } from '../../ui/days.ts';
import { Icon } from '../../ui/Icon.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import type { HalfInList, SessionInList } from './sessionsView.ts';

interface SessionLinesProps {
  readonly sessions: readonly SessionInList[];
  /** Where no heading says which year it is: the one that goes without saying. */
  readonly yearNow?: string;
}

/** Sessions, one under the other. */
export function SessionLines({ sessions, yearNow }: SessionLinesProps) {
  return (
    <ul className="session-lines">
      {sessions.map((session) => (
        <SessionLine
          key={session.id}
          session={session}
          withYear={yearNow !== undefined && !session.day.startsWith(yearNow)}
        />
      ))}
    </ul>
  );
}

function SessionLine({ session, withYear }: { readonly session: SessionInList; readonly withYear: boolean }) {
  const { id, day, startsAt, name, place, manner, halves, firstWords } = session;
  return (
    <li className="session-line">
      <time className="session-line-day" dateTime={day}>
        <strong>{dayOfMonth(day)}</strong>
        <span>
          {shortMonth(day)}
          <br />
          {withYear ? day.slice(0, 4) : shortWeekday(day)}
        </span>
      </time>
      <div className="session-line-words">
        {/* The whole line can be pressed; the name alone is the link, with the day for those who hear it. */}
        <Link href={`/sessions/${id}`} className="session-line-name" dir="auto">
          {name}
          <span className="visually-hidden">on {longDay(day)}</span>
        </Link>
        <ul className="session-line-halves">
          {halves.map((half) => (
            <ExploredLine key={half.turn} half={half} />
          ))}
        </ul>
        {firstWords ? (
          <p className="session-line-hint" dir="auto">
            {firstWords}
          </p>
        ) : null}
      </div>
      <p className="session-line-where">
        <Icon name={manner} size={18} />
        <span className={place ? 'visually-hidden' : ''}>{mannerNames[manner]}</span>
        {place ? <bdi>{place}</bdi> : null}
        {startsAt ? <span className="session-line-time">{timeInWords(startsAt)}</span> : null}
      </p>
    </li>
  );
}

function ExploredLine({ half: { explorer, question } }: { readonly half: HalfInList }) {
  return (
    <li>
      <PersonMark person={explorer.side} name={explorer.name} />
      <span className="visually-hidden">
        <bdi>{explorer.name}</bdi>:{' '}
      </span>
      <span className="session-line-question" dir="auto" data-open={question === undefined || undefined}>
        {question ?? 'without a question'}
      </span>
    </li>
  );
}
