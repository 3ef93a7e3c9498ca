import { useMemo } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import { Link } from 'wouter';
import { monthStart, yearOf, yearSpan } from '#shared/review/period.ts';
import { countsWithin } from '#shared/review/yearReview.ts';
import { dayWords } from '../../ui/days.ts';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import type { Years } from './useYears.ts';
import { pathOf } from './yearsPlace.ts';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The same years in figures: how many sessions each month had. Every figure leads there. */
export function YearsTable({ years }: { readonly years: Years }) {
  const { locale } = useLocale();
  const rows = useMemo(() => tableRows(years), [years]);
  const narrow = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return (
    <section aria-labelledby="years-table">
      <SectionHeading id="years-table">Sessions month by month</SectionHeading>
      <table className="years-table">
        <caption className="visually-hidden">
          How many sessions there were in each month, and what each year held in all
        </caption>
        <thead>
          <tr>
            <th scope="col">Year</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {narrow.format(new Date(Date.UTC(2024, month - 1, 1)))}
              </th>
            ))}
            <th scope="col" className="years-table-sum">
              Sessions
            </th>
            <th scope="col">Questions</th>
            <th scope="col">Lines</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ year, byMonth, counts }) => (
            <tr key={year}>
              <th scope="row">
                <Link href={pathOf({ kind: 'year', year })}>{year}</Link>
              </th>
              {months.map((month) => {
                const count = byMonth[month - 1] ?? 0;
                return (
                  <td key={month}>
                    {count > 0 ? (
                      <Link
                        href={pathOf({ kind: 'month', year, month })}
                        aria-label={`${count} in ${dayWords(monthStart(year, month), 'month', locale)}`}
                      >
                        {count}
                      </Link>
                    ) : (
                      <span className="years-table-none">·</span>
                    )}
                  </td>
                );
              })}
              <td className="years-table-sum">{counts.sessions}</td>
              <td>{counts.questions}</td>
              <td>{counts.lines}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function tableRows({ review, all }: Years) {
  const from = yearOf(all.from);
  const sessionsByMonth = new Map<string, number>();
  for (const { day } of review.sessions) {
    const month = day.slice(0, 7);
    sessionsByMonth.set(month, (sessionsByMonth.get(month) ?? 0) + 1);
  }
  return Array.from({ length: yearOf(all.to) - from + 1 }, (_, index) => {
    const year = from + index;
    return {
      year,
      byMonth: months.map((month) => sessionsByMonth.get(monthStart(year, month).slice(0, 7)) ?? 0),
      counts: countsWithin(review, yearSpan(year)),
    };
  });
}
