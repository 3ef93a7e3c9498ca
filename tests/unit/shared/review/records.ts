/** @file Small records to review, with ids that read well in a failing test. */
import type { Day } from '#shared/base/time.ts';
import type { Body, IdOf, Kind, PersonId } from '#shared/domain/record.ts';
import type { Kept } from '#shared/review/kept.ts';

export function id<K extends Kind>(kind: K, number: number): IdOf<K> {
  return `${kind}_${String(number).padStart(32, '0')}` as IdOf<K>;
}

export const me: PersonId = id('person', 1);
export const buddy: PersonId = id('person', 2);
const pair = id('buddyship', 1);

export function kept<K extends Kind>(
  kind: K,
  number: number,
  body: Body<K>,
  { author = me, at = 0 }: { readonly author?: PersonId; readonly at?: number } = {},
): Kept<K> {
  return { id: id(kind, number), author, body, at };
}

export function session(number: number, day: string, more: Partial<Body<'session'>> = {}): Kept<'session'> {
  const body = { buddyship: pair, day: day as Day, manner: 'walk', place: '', title: '', ...more } as const;
  return kept('session', number, body);
}

/** A half with the number of its session times ten, plus its order. */
export function turn(ofSession: number, order: number, more: Partial<Body<'turn'>> = {}): Kept<'turn'> {
  const [explorer, holder] = order === 1 ? [me, buddy] : [buddy, me];
  return kept('turn', ofSession * 10 + order, {
    session: id('session', ofSession),
    order,
    explorer,
    holder,
    ...more,
  });
}

export function question(
  number: number,
  day: string,
  more: Partial<Body<'question'>> = {},
): Kept<'question'> {
  return kept('question', number, {
    person: me,
    wording: `Question ${number}?`,
    state: 'carried',
    day: day as Day,
    since: day as Day,
    earlier: [],
    ...more,
  });
}

/** 2020-01-01 and so many days. */
export function dayAfterStart(days: number): Day {
  return new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10) as Day;
}
