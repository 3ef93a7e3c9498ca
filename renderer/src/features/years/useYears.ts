import { useMemo } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { PersonId } from '#shared/domain/record.ts';
import { type GrowthPoint, growthSeries } from '#shared/review/growthSeries.ts';
import { type DaySpan, monthOf, monthStart, yearOf, yearSpan, yearStart } from '#shared/review/period.ts';
import { reviewSpan, type YearReview, yearReview } from '#shared/review/yearReview.ts';
import { type PersonShown, personShown, usePair } from '../../journal/people.ts';
import { useComplete, useJournal, useVersion } from '../../journal/useJournal.ts';

export interface Years {
  readonly review: YearReview;
  /** From the first year with anything in it to the end of this one. */
  readonly all: DaySpan;
  /** Since the pair began, or wrote down the first thing. */
  readonly since: Day;
  readonly today: Day;
  /** Me, my buddy, and whoever else explored. */
  readonly people: readonly PersonShown[];
  /** What each of the pair read of clarity after each half. */
  readonly clarity: readonly { readonly person: PersonShown; readonly points: readonly GrowthPoint[] }[];
  /** Nothing is there, and nothing more is coming in from disk. */
  readonly isEmpty: boolean;
}

export function useYears(): Years {
  const { view, clock } = useJournal();
  const version = useVersion();
  const complete = useComplete();
  const pair = usePair();
  const today = clock.today();
  const { me, buddy, buddyship } = pair;
  const { state, since } = buddyship.body;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for everything the view holds
  return useMemo(() => {
    const [sessions, turns, readings] = [view.all('session'), view.all('turn'), view.all('reading')];
    const [questions, timelines] = [view.all('question'), view.all('timeline')];
    const review = yearReview({ sessions, turns, questions, timelines }, state, today);
    const span = reviewSpan(review);
    const first = span && span.from < since ? span.from : since;
    const explorers = new Set<PersonId>([me.id, buddy.id]);
    for (const { halves } of review.sessions) for (const { explorer } of halves) explorers.add(explorer);
    const clarityOf = (person: PersonId) =>
      growthSeries({ readings, turns, sessions }, person, 'clarity').filter(
        ({ kind, day }) => kind === 'half' && day <= today,
      );
    return {
      review,
      all: allYears(span?.from ?? today, today),
      since: first,
      today,
      people: [...explorers].map((id) => personShown(view, id)),
      clarity: [me, buddy].map((person) => ({ person, points: clarityOf(person.id) })),
      isEmpty: complete && span === undefined,
    };
  }, [view, version, complete, me.id, buddy.id, state, since, today]);
}

/** As many calendar years side by side are few: what lies empty before the first month would be much of the sheet. */
const fewYears = 5;

/** Calendar years, each as wide as the others; of a few, the first begins with its first month. */
function allYears(first: Day, today: Day): DaySpan {
  const year = yearOf(first);
  const count = yearOf(today) - year + 1;
  const isClipped = count > 1 && count <= fewYears;
  const from = isClipped ? monthStart(year, monthOf(first)) : yearStart(year);
  return { from, to: yearSpan(yearOf(today)).to };
}
