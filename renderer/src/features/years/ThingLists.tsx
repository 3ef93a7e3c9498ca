import { Link } from 'wouter';
import { type DaySpan, isWithin } from '#shared/review/period.ts';
import type { LaidLine } from '#shared/review/yearReview.ts';
import { useView } from '../../journal/useJournal.ts';
import { TimelineThumb } from '../../ui/canvas/TimelineThumb.tsx';
import { useDayWords } from '../../ui/days.ts';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { questionsWithin, sideOf } from './sceneLayout.ts';
import type { Years } from './useYears.ts';

interface ThingListProps {
  readonly years: Years;
  readonly span: DaySpan;
}

/** Questions carried in some days, with when they were. */
export function QuestionList({ years, span }: ThingListProps) {
  const days = useDayWords();
  const questions = questionsWithin(years.review.questions, span);
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="years-questions">
      <SectionHeading id="years-questions">Questions carried</SectionHeading>
      <ul className="years-things">
        {questions.map(({ id, person, wording, from, to, open }) => (
          <li key={id} data-person={sideOf(years.people, person)}>
            <Link className="words" href={`/questions/${id}`}>
              {wording || 'A question without words'}
            </Link>
            <p className="aside">
              <Whose years={years} person={person} />,{' '}
              {open
                ? `since ${days.words(from, 'long')}`
                : `${days.words(from, 'long')} to ${days.words(to, 'long')}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Lines laid in some days. */
export function LaidList({ years, span }: ThingListProps) {
  const lines = years.review.lines.filter(({ day }) => isWithin(day, span));
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="years-lines">
      <SectionHeading id="years-lines">Lines laid</SectionHeading>
      <ul className="years-laid">
        {lines.map((line) => (
          <LaidItem key={line.id} line={line} years={years} />
        ))}
      </ul>
    </section>
  );
}

function LaidItem({ line, years }: { readonly line: LaidLine; readonly years: Years }) {
  const days = useDayWords();
  const mats = useView((view) => view.naming('mat', line.id));
  return (
    <li>
      <span className="years-laid-picture">
        <TimelineThumb
          path={line.path}
          mats={mats.map(({ body }) => body)}
          person={sideOf(years.people, line.person)}
        />
      </span>
      <span>
        <Link className="words" href={`/timelines/${line.id}`}>
          {line.title || 'A line without a name'}
        </Link>
        <span className="aside">
          <Whose years={years} person={line.person} />, {days.words(line.day, 'long')}
        </span>
      </span>
    </li>
  );
}

function Whose({ years, person }: { readonly years: Years; readonly person: LaidLine['person'] }) {
  const shown = years.people.find(({ id }) => id === person);
  if (!shown || shown.side === 'me') return shown ? 'You' : 'Somebody';
  return <bdi>{shown.name}</bdi>;
}
