import { useLocale } from 'react-aria-components/I18nProvider';
import { Link } from 'wouter';
import { addMonths, type DaySpan, isWithin, monthOf, monthStart, yearOf } from '#shared/review/period.ts';
import type { ReviewedHalf, ReviewedSession } from '#shared/review/yearReview.ts';
import { sessionName } from '../../journal/sessions.ts';
import { useView } from '../../journal/useJournal.ts';
import { mannerNames } from '../../journal/words.ts';
import { dayWords } from '../../ui/days.ts';
import { PersonLine } from '../../ui/PersonMark.tsx';
import { firstWords } from './firstWords.ts';
import { LaidList, QuestionList } from './ThingLists.tsx';
import type { Years } from './useYears.ts';
import { pathOf, type YearsPlace } from './yearsPlace.ts';

interface MonthViewProps {
  readonly years: Years;
  readonly place: Extract<YearsPlace, { readonly kind: 'month' }>;
  readonly span: DaySpan;
}

/** A month near enough to read: each session with its questions and first words. */
export function MonthView({ years, place, span }: MonthViewProps) {
  const sessions = years.review.sessions.filter(({ day }) => isWithin(day, span));
  return (
    <>
      <div className="years-lists">
        <ol className="years-sessions" aria-label="Sessions">
          {sessions.map((session) => (
            <SessionCard key={session.id} session={session} years={years} />
          ))}
          {sessions.length === 0 ? <li className="aside">No session in this month.</li> : null}
        </ol>
        <div className="years-lists-side">
          <QuestionList years={years} span={span} />
          <LaidList years={years} span={span} />
        </div>
      </div>
      <Neighbours years={years} place={place} />
    </>
  );
}

function SessionCard({ session, years }: { readonly session: ReviewedSession; readonly years: Years }) {
  const { locale } = useLocale();
  const body = useView((view) => view.get('session', session.id)?.body);
  if (!body) return null;
  const name = sessionName(body);
  const [weekday = '', date = ''] = [
    new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }),
    new Intl.DateTimeFormat(locale, { day: 'numeric', timeZone: 'UTC' }),
  ].map((format) => format.format(new Date(`${session.day}T00:00:00Z`)));
  const facts = [mannerNames[body.manner], body.place.trim(), body.startsAt].filter(
    (fact) => fact && fact !== name,
  );
  return (
    <li className="years-session">
      <p className="years-session-date" aria-hidden="true">
        <span>{date}</span>
        {weekday}
      </p>
      <div>
        <h2>
          <Link href={`/sessions/${session.id}`}>
            <span className="visually-hidden">{dayWords(session.day, 'long', locale)}: </span>
            {name}
          </Link>
        </h2>
        <p className="aside">{facts.join(' · ')}</p>
        {session.halves.map((half) => (
          <HalfLine key={half.id} half={half} years={years} />
        ))}
      </div>
    </li>
  );
}

function HalfLine({ half, years }: { readonly half: ReviewedHalf; readonly years: Years }) {
  const explorer = years.people.find(({ id }) => id === half.explorer);
  const wording = useView((view) => view.get('question', half.question)?.body.wording ?? '');
  const words = useView((view) => firstWords(view.naming('note', half.id), half.explorer));
  return (
    <div className="years-half">
      <PersonLine person={explorer?.side ?? 'other'}>
        {explorer?.side === 'me' ? (
          'You explored'
        ) : (
          <>
            <bdi>{explorer?.name ?? 'Somebody'}</bdi> explored
          </>
        )}
        {wording ? (
          <>
            {' '}
            <em className="years-half-question">{wording}</em>
          </>
        ) : null}
      </PersonLine>
      {words ? <p className="words">{words}</p> : null}
    </div>
  );
}

/** The months before and after, as far as the years go. */
function Neighbours({ years, place }: Omit<MonthViewProps, 'span'>) {
  const { locale } = useLocale();
  const here = monthStart(place.year, place.month);
  const [earlier, later] = [addMonths(here, -1), addMonths(here, 1)];
  return (
    <nav className="years-neighbours" aria-label="Other months">
      {earlier >= years.all.from ? <MonthLink day={earlier} locale={locale} rel="prev" /> : <span />}
      {later <= years.today ? <MonthLink day={later} locale={locale} rel="next" /> : null}
    </nav>
  );
}

function MonthLink({
  day,
  locale,
  rel,
}: {
  readonly day: ReturnType<typeof monthStart>;
  readonly locale: string;
  readonly rel: 'prev' | 'next';
}) {
  return (
    <Link href={pathOf({ kind: 'month', year: yearOf(day), month: monthOf(day) })} rel={rel}>
      {dayWords(day, 'month', locale)}
    </Link>
  );
}
