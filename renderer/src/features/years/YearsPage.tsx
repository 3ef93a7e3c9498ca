import './years.css';
import { useMemo } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import { Link, useLocation } from 'wouter';
import type { Day } from '#shared/base/time.ts';
import { monthStart, yearOf } from '#shared/review/period.ts';
import { countsWithin } from '#shared/review/yearReview.ts';
import { usePair } from '../../journal/people.ts';
import { Button } from '../../ui/Button.tsx';
import { dayWords } from '../../ui/days.ts';
import { EmptyPage } from '../../ui/EmptyPage.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { MonthView } from './MonthView.tsx';
import { countWords, type SayTotals, totals } from './totals.ts';
import { useYears } from './useYears.ts';
import { YearLists } from './YearLists.tsx';
import { YearsDrawing } from './YearsDrawing.tsx';
import { YearsScene } from './YearsScene.tsx';
import { YearsTable } from './YearsTable.tsx';
import { pathOf, placeOf, spanOfPlace, type YearsPlace } from './yearsPlace.ts';

export interface YearsPageProps {
  readonly year: string | undefined;
  readonly month: string | undefined;
}

/** All years at a glance, and down into one of them, a month, a session. */
export function YearsPage({ year, month }: YearsPageProps) {
  const years = useYears();
  const { buddy, buddyship } = usePair();
  const { locale } = useLocale();
  const [, go] = useLocation();
  const place = useMemo(() => placeOf(year, month), [year, month]);
  const span = useMemo(() => spanOfPlace(place, years.all), [place, years.all]);
  const say = useMemo(() => sayIn(locale), [locale]);
  const thisYear: YearsPlace = { kind: 'year', year: yearOf(years.today) };

  if (years.isEmpty)
    return (
      <>
        <PageHeader title="Years" />
        <EmptyPage
          drawing={<YearsDrawing />}
          action={
            <Button look="primary" onPress={() => go('/sessions')}>
              Go to sessions
            </Button>
          }
        >
          Every session with <bdi>{buddy.name}</bdi> becomes a dot here, every question a line, every pause a
          stretch of water. Write down the first one and look again in a year.
        </EmptyPage>
      </>
    );

  const counts = countsWithin(years.review, span);
  const ended = buddyship.body.state === 'ended' ? years.review.sessions.at(-1)?.day : undefined;
  const lasted = { from: years.since, to: ended ?? years.today };
  return (
    <>
      <Trail place={place} locale={locale} />
      <PageHeader
        title={titleOf(place, locale)}
        actions={
          <>
            <Button onPress={() => go(pathOf({ kind: 'all' }))}>Fit</Button>
            <Button onPress={() => go(pathOf(thisYear))}>This year</Button>
          </>
        }
      >
        {place.kind === 'all'
          ? totals(lasted, counts, years.review.pauses, say)
          : `${countWords(counts, say)}.`}
      </PageHeader>
      {place.kind === 'month' ? (
        <MonthView years={years} place={place} span={span} />
      ) : (
        <YearsScene years={years} place={place} span={span} />
      )}
      {place.kind === 'all' ? <YearsTable years={years} /> : null}
      {place.kind === 'year' ? <YearLists years={years} place={place} span={span} /> : null}
    </>
  );
}

/** The way back up. */
function Trail({ place, locale }: { readonly place: YearsPlace; readonly locale: string }) {
  if (place.kind === 'all') return null;
  return (
    <nav className="years-trail" aria-label="Way back">
      <ol>
        <li>
          <Link href={pathOf({ kind: 'all' })}>All years</Link>
        </li>
        {place.kind === 'month' ? (
          <li>
            <Link href={pathOf({ kind: 'year', year: place.year })}>{place.year}</Link>
          </li>
        ) : null}
        <li aria-current="page">{titleOf(place, locale)}</li>
      </ol>
    </nav>
  );
}

function titleOf(place: YearsPlace, locale: string): string {
  if (place.kind === 'all') return 'Years';
  return place.kind === 'year'
    ? String(place.year)
    : dayWords(monthStart(place.year, place.month), 'month', locale);
}

function sayIn(locale: string): SayTotals {
  const numbers = new Intl.NumberFormat(locale);
  const monthAlone = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return {
    number: (value) => numbers.format(value),
    month: (day: Day, withYear: boolean) =>
      withYear ? dayWords(day, 'month', locale) : monthAlone.format(new Date(`${day}T00:00:00Z`)),
  };
}
