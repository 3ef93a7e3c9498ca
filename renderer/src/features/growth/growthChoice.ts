/** @file Whose readings of what and when one looks at. Kept with the page's place in the window's history. */
import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { z } from 'zod/mini';
import type { Day } from '#shared/base/time.ts';
import { day, idOf } from '#shared/domain/fields.ts';
import { measureRef } from '#shared/domain/measure.ts';
import type { IdOf } from '#shared/domain/record.ts';
import { isWithin, periodSpan } from '#shared/review/period.ts';
import { useJournal, useVersion } from '../../journal/useJournal.ts';
import type { View } from '../../journal/view.ts';
import { usualPeriod } from './growthView.ts';

const kinds = ['months3', 'thisYear', 'year', 'years3', 'all', 'days'] as const;
export type PeriodKind = (typeof kinds)[number];

export const periodNames: Readonly<Record<PeriodKind, string>> = {
  months3: '3 months',
  thisYear: 'This year',
  year: 'A year',
  years3: '3 years',
  all: 'All',
  days: 'From–to',
};

export const periodChoices = kinds.map((value) => ({ value, label: periodNames[value] }));

const period = z.union([
  z.object({ kind: z.enum(['months3', 'thisYear', 'year', 'years3', 'all']) }),
  z.object({ kind: z.literal('days'), span: z.object({ from: day, to: day }) }),
]);

/** What was chosen; what was not is up to the page. */
const growthChoice = z.object({
  person: z.optional(idOf('person')),
  measure: z.optional(measureRef),
  period: z.optional(period),
});
export type GrowthChoice = z.infer<typeof growthChoice>;

/** What a link asks for: `?reading=…` that reading among its like, `?measure=…` that measure of its person. */
export function choiceIn(search: string, view: View, today: Day): GrowthChoice {
  const asked = new URLSearchParams(search);
  const reading = view.get('reading', idOf('reading').safeParse(asked.get('reading')).data)?.body;
  if (reading) {
    const { person, measure } = reading;
    const isUsual = isWithin(reading.day, periodSpan(usualPeriod, today, { from: today, to: today }));
    return { person, measure, ...(isUsual ? {} : { period: { kind: 'all' } }) };
  }
  const measure = view.get('measure', idOf('measure').safeParse(asked.get('measure')).data);
  return measure ? { person: measure.body.person, measure: measure.id } : {};
}

export interface GrowthChoosing {
  readonly choice: GrowthChoice;
  readonly choose: (patch: GrowthChoice) => void;
  /** The reading that a link asked for, until something else is chosen. */
  readonly sought: IdOf<'reading'> | undefined;
}

/**
 * The choice survives going to a session and back; a new visit begins afresh, or with what its link asks for. The
 * first choice on the page takes the link's over and leaves the link behind.
 */
export function useGrowthChoice(): GrowthChoosing {
  const { view, clock } = useJournal();
  const version = useVersion();
  const [path, go] = useLocation();
  const search = useSearch();
  const state: unknown = useHistoryState();
  const today = clock.today();
  // biome-ignore-start lint/correctness/useExhaustiveDependencies: the version stands for everything the view holds
  const choice = useMemo(
    (): GrowthChoice => ({ ...choiceIn(search, view, today), ...growthChoice.safeParse(state).data }),
    [search, view, version, today, state],
  );
  // biome-ignore-end lint/correctness/useExhaustiveDependencies: as above
  const choose = useCallback(
    (patch: GrowthChoice) => go(path, { replace: true, state: { ...choice, ...patch } }),
    [go, path, choice],
  );
  const sought = idOf('reading').safeParse(new URLSearchParams(search).get('reading')).data;
  return { choice, choose, sought };
}
