import { useLocale } from 'react-aria-components/I18nProvider';
import { Link } from 'wouter';
import { type DaySpan, monthOf, monthStart } from '#shared/review/period.ts';
import type { ReviewedSession } from '#shared/review/yearReview.ts';
import { sessionName } from '../../journal/sessions.ts';
import { useView } from '../../journal/useJournal.ts';
import { dayWords } from '../../ui/days.ts';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { LaidList, QuestionList } from './ThingLists.tsx';
import type { Years } from './useYears.ts';
import { pathOf, type YearsPlace } from './yearsPlace.ts';

interface YearListsProps {
  readonly years: Years;
  readonly place: Extract<YearsPlace, { readonly kind: 'year' }>;
  readonly span: DaySpan;
}

/** The same year as text: its sessions month by month, questions carried, lines laid. */
export function YearLists({ years, place, span }: YearListsProps) {
  const { locale } = useLocale();
  const sessions = years.review.sessions.filter(({ day }) => day >= span.from && day <= span.to);
  const months = [...new Set(sessions.map(({ day }) => monthOf(day)))];
  return (
    <div className="years-lists">
      <section aria-labelledby="year-sessions">
        <SectionHeading id="year-sessions">Sessions</SectionHeading>
        {months.length === 0 ? <p className="aside years-none">None this year.</p> : null}
        {months.map((month) => (
          <div key={month} className="years-month">
            <h3>
              <Link href={pathOf({ kind: 'month', year: place.year, month })}>
                {dayWords(monthStart(place.year, month), 'month', locale)}
              </Link>
            </h3>
            <ul>
              {sessions
                .filter(({ day }) => monthOf(day) === month)
                .map((session) => (
                  <SessionLine key={session.id} session={session} locale={locale} />
                ))}
            </ul>
          </div>
        ))}
      </section>
      <div className="years-lists-side">
        <QuestionList years={years} span={span} />
        <LaidList years={years} span={span} />
      </div>
    </div>
  );
}

function SessionLine({ session, locale }: { readonly session: ReviewedSession; readonly locale: string }) {
  const name = useView((view) => {
    const entry = view.get('session', session.id);
    return entry ? sessionName(entry.body) : '';
  });
  return (
    <li>
      <span className="years-session-day">{dayWords(session.day, 'brief', locale)}</span>
      <Link href={`/sessions/${session.id}`}>{name}</Link>
    </li>
  );
}
