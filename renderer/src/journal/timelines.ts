/** @file Timelines and what lies on them, as every page finds, orders and names them. */
import type { Day } from '#shared/base/time.ts';
import type { FuzzyTime } from '#shared/domain/fields.ts';
import type { IdOf } from '#shared/domain/record.ts';
import type { Entry, View } from './view.ts';

/** The mats of a timeline in the order they are walked. */
export function matsOf(view: View, timeline: IdOf<'timeline'>): readonly Entry<'mat'>[] {
  return view.naming('mat', timeline).toSorted(byOrder);
}

/** First by their order; two journals may have given the same one, then by id, which is the same in both. */
export function byOrder(
  a: { readonly id: string; readonly body: { readonly order: number } },
  b: { readonly id: string; readonly body: { readonly order: number } },
): number {
  return a.body.order - b.body.order || (a.id < b.id ? -1 : 1);
}

/** All timelines, the newest day first. */
export function timelinesByDay(view: View): readonly Entry<'timeline'>[] {
  return view
    .all('timeline')
    .toSorted((a, b) =>
      a.body.day === b.body.day ? (a.id < b.id ? 1 : -1) : a.body.day < b.body.day ? 1 : -1,
    );
}

/** A time as it was said, or else its day. */
export function whenInWords(when: FuzzyTime | undefined, dayInWords: (day: Day) => string): string {
  const said = when?.text.trim() ?? '';
  if (said !== '') return said;
  return when?.day === undefined ? '' : dayInWords(when.day);
}
