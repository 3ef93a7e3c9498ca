import { memo } from 'react';
import { Link } from 'wouter';
import { personShown } from '../../journal/people.ts';
import { useView } from '../../journal/useJournal.ts';
import { TimelineThumb } from '../../ui/canvas/TimelineThumb.tsx';
import { longDay } from '../../ui/days.ts';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { countInWords, type TimelineCard, type TimelineYear } from './timelinesView.ts';

/** One year of lines, as pictures. */
export const TimelineCards = memo(function TimelineCards({ year, cards }: TimelineYear) {
  const headingId = `timelines-of-${year}`;
  return (
    <section className="timelines-year" aria-labelledby={headingId}>
      <header>
        <h2 id={headingId}>{year}</h2>
        <p className="aside">{cards.length === 1 ? 'one line' : `${cards.length} lines`}</p>
      </header>
      <ul className="timelines-cards">
        {cards.map((card) => (
          <Card key={card.timeline.id} {...card} />
        ))}
      </ul>
    </section>
  );
});

function Card({ timeline, mats, objects, question }: TimelineCard) {
  const { title, day, path, person } = timeline.body;
  const { name, side } = useView((view) => personShown(view, person));
  return (
    <li className="timeline-card">
      <div className="timeline-card-ground">
        <TimelineThumb path={path} mats={mats} person={side} />
      </div>
      <Link className="timeline-card-title" href={`/timelines/${timeline.id}`}>
        <bdi>{title}</bdi>
      </Link>
      <p className="timeline-card-facts">
        <PersonMark person={side} name={name} />
        <span>
          {longDay(day)} · {countInWords(mats.length, objects)}
        </span>
      </p>
      {question ? (
        <p className="timeline-card-question words">
          <bdi>{question}</bdi>
        </p>
      ) : null}
    </li>
  );
}
