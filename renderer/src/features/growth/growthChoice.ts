/** @file Whose readings of what and when one looks at. Kept with the page's place in the window's history. */
import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { z } from 'zod';
import { day, idOf } from '#shared/domain/fields.ts';
import { measureRef } from '#shared/domain/measure.ts';

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
  person: idOf('person').optional(),
  measure: measureRef.optional(),
  period: period.optional(),
});
export type GrowthChoice = z.infer<typeof growthChoice>;

/** The choice survives going to a session and back; a new visit begins afresh. */
export function useGrowthChoice(): readonly [GrowthChoice, (patch: GrowthChoice) => void] {
  const [path, go] = useLocation();
  const state: unknown = useHistoryState();
  const choice = useMemo((): GrowthChoice => growthChoice.safeParse(state).data ?? {}, [state]);
  const choose = useCallback(
    (patch: GrowthChoice) => go(path, { replace: true, state: { ...choice, ...patch } }),
    [go, path, choice],
  );
  return [choice, choose];
}
