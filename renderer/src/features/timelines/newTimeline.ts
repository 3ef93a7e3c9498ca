import type { Day } from '#shared/base/time.ts';
import type { Spot } from '#shared/domain/fields.ts';
import type { Body, IdOf, PersonId } from '#shared/domain/record.ts';
import type { Change } from '../../journal/journal.ts';
import type { Entry } from '../../journal/view.ts';

/** What somebody says about a line before laying it. */
export interface NewTimeline {
  readonly title: string;
  readonly day: Day;
  readonly person: PersonId;
  readonly buddyship: IdOf<'buddyship'>;
  readonly question: IdOf<'question'> | undefined;
  /** The half it is laid in, if it is. */
  readonly turn: Entry<'turn'> | undefined;
}

export interface NewTimelineIds {
  readonly timeline: IdOf<'timeline'>;
  readonly now: IdOf<'mat'>;
  readonly arrived: IdOf<'mat'>;
}

/** A gentle curve from the lower left, past behind and room ahead: something to bend, not to begin from nothing. */
const startingPath: readonly Spot[] = [
  { x: 60, y: 560 },
  { x: 250, y: 470 },
  { x: 450, y: 545 },
  { x: 610, y: 450 },
  { x: 730, y: 290 },
  { x: 935, y: 140 },
];

/** The string laid, with the two mats everybody begins with: Now first, then Arrived. To be written as one. */
export function newTimeline(ids: NewTimelineIds, about: NewTimeline): readonly Change[] {
  const { title, day, person, buddyship, question, turn } = about;
  const timeline: Body<'timeline'> = {
    buddyship,
    person,
    title,
    day,
    ...(question ? { question } : {}),
    ...(turn ? { session: turn.body.session } : {}),
    path: [...startingPath],
    pastAt: 'start',
  };
  const mat = (id: IdOf<'mat'>, order: number, name: string, along: number, when?: Day): Change => ({
    op: 'put',
    kind: 'mat',
    id,
    body: {
      timeline: ids.timeline,
      order,
      name,
      place: { on: 'string', along },
      ...(when ? { when: { text: '', day: when } } : {}),
    },
  });
  return [
    { op: 'put', kind: 'timeline', id: ids.timeline, body: timeline },
    mat(ids.now, 1, 'Now', 0.36, day),
    mat(ids.arrived, 2, 'Arrived', 0.86),
    ...(turn
      ? [{ op: 'put', kind: 'turn', id: turn.id, body: { ...turn.body, timeline: ids.timeline } } as const]
      : []),
  ];
}
