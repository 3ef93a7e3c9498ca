import { matsOf, timelinesByDay } from '../../journal/timelines.ts';
import type { Entry, View } from '../../journal/view.ts';

export interface TimelineCard {
  readonly timeline: Entry<'timeline'>;
  readonly mats: readonly { readonly place: Entry<'mat'>['body']['place'] }[];
  readonly objects: number;
  readonly question: string | undefined;
}

export interface TimelineYear {
  readonly year: string;
  readonly cards: readonly TimelineCard[];
}

/** All timelines by year, the newest first. */
export function timelineYears(view: View): readonly TimelineYear[] {
  const byYear = new Map<string, TimelineCard[]>();
  for (const timeline of timelinesByDay(view)) {
    const year = timeline.body.day.slice(0, 4);
    const cards = byYear.get(year) ?? [];
    if (cards.length === 0) byYear.set(year, cards);
    cards.push({
      timeline,
      mats: matsOf(view, timeline.id).map(({ body }) => ({ place: body.place })),
      objects: view.naming('foundObject', timeline.id).length,
      question: view.get('question', timeline.body.question)?.body.wording,
    });
  }
  return [...byYear].map(([year, cards]) => ({ year, cards }));
}

/** "3 mats, 2 objects". */
export function countInWords(mats: number, objects: number): string {
  const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;
  if (mats === 0 && objects === 0) return 'A bare string';
  return [mats > 0 ? count(mats, 'mat') : '', objects > 0 ? count(objects, 'object') : '']
    .filter((words) => words !== '')
    .join(', ');
}
