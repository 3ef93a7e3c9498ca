/** @file Goals and commitments as the Goals page orders them. */
import type { Day } from '#shared/base/time.ts';
import type { CheckIn } from '#shared/domain/checkIn.ts';
import type { GoalState } from '#shared/domain/goal.ts';
import type { IdOf, PersonId } from '#shared/domain/record.ts';
import { fold } from '#shared/search/fold.ts';
import { byDue } from '../../journal/promises.ts';
import type { Entry, View } from '../../journal/view.ts';

export const levels = [-2, -1, 0, 1, 2] as const;
export type Level = (typeof levels)[number];

export const levelNames: Readonly<Record<Level, string>> = {
  [-2]: 'Much less than hoped',
  [-1]: 'Less than hoped',
  0: 'As hoped',
  1: 'More than hoped',
  2: 'Much more than hoped',
};

export const goalStateNames: Readonly<Record<GoalState, string>> = {
  growing: 'Growing',
  reached: 'Reached',
  resting: 'Resting',
  letGo: 'Let go',
};

/** The level as one of the five; the schema has seen to it that it is one. */
export function levelOf({ level }: CheckIn): Level {
  return levels.find((known) => known === level) ?? 0;
}

/** With a real minus sign, and a plus where it is one: "−2", "0", "+1". */
export function levelFigure(level: Level): string {
  return level < 0 ? `−${-level}` : level > 0 ? `+${level}` : '0';
}

/** A goal's check-ins, the earliest first. */
export function checkInsOf(view: View, goal: IdOf<'goal'>): readonly Entry<'checkIn'>[] {
  const key = ({ id, at, body }: Entry<'checkIn'>) => `${body.day} ${String(at).padStart(15, '0')} ${id}`;
  return view.naming('checkIn', goal).toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

export interface GoalShown {
  readonly goal: Entry<'goal'>;
  readonly lastCheckIn: Entry<'checkIn'> | undefined;
}

const stateOrder: readonly GoalState[] = ['growing', 'resting', 'reached', 'letGo'];

/** One person's goals: those that grow first, the newest first among equals. */
export function goalsOf(view: View, person: PersonId): readonly GoalShown[] {
  return view
    .all('goal')
    .filter(({ body }) => view.resolve(body.person) === person)
    .toSorted(
      (a, b) =>
        stateOrder.indexOf(a.body.state) - stateOrder.indexOf(b.body.state) ||
        (a.body.day === b.body.day ? (a.id < b.id ? -1 : 1) : a.body.day < b.body.day ? 1 : -1),
    )
    .map((goal) => ({
      goal,
      // In a line of its own a goal is where the one who wrote it sees it, whoever else looked since.
      lastCheckIn: checkInsOf(view, goal.id).findLast(({ author }) => author === goal.author),
    }));
}

/** What is still promised: mine first, in each the earliest due first. */
export function openPromises(view: View): readonly Entry<'commitment'>[] {
  const rank = ({ body }: Entry<'commitment'>) => (view.resolve(body.person) === view.me ? 0 : 1);
  return view
    .all('commitment')
    .filter(({ body }) => body.state === 'open')
    .toSorted((a, b) => rank(a) - rank(b) || byDue(a, b));
}

/** What was promised for a goal: open ones first, then those looked back on, the latest first. */
export function promisesFor(view: View, goal: IdOf<'goal'>): readonly Entry<'commitment'>[] {
  const all = view.naming('commitment', goal);
  const open = all.filter(({ body }) => body.state === 'open').toSorted(byDue);
  return [...open, ...all.filter(({ body }) => body.state !== 'open').toSorted(latestSettledFirst)];
}

function latestSettledFirst(a: Entry<'commitment'>, b: Entry<'commitment'>): number {
  const [first, second] = [settledDay(a), settledDay(b)];
  return first === second ? (a.id < b.id ? -1 : 1) : first < second ? 1 : -1;
}

export interface SettledMonth {
  /** "2026-11". */
  readonly month: string;
  /** A day in it, to be named by. */
  readonly day: Day;
  readonly promises: readonly Entry<'commitment'>[];
}

/** Whether a month holds one that was searched for by these words, all of them. */
export function holdsAll({ promises }: SettledMonth, words: readonly string[]): boolean {
  return promises.some(({ body: { what, why, ifThen, learned } }) => {
    const text = fold([what, why, ifThen, learned].join('\n'));
    return words.length > 0 && words.every((word) => text.includes(word));
  });
}

/** The day a commitment was settled; an older journal may not say, then the day it was made. */
export function settledDay({ body }: Entry<'commitment'>): Day {
  return body.settledOn ?? body.day;
}

/** What was settled, by month, the latest first. */
export function settledByMonth(view: View): readonly SettledMonth[] {
  const settled = view
    .all('commitment')
    .filter(({ body }) => body.state !== 'open')
    .toSorted(latestSettledFirst);
  const months = new Map<string, Entry<'commitment'>[]>();
  for (const promise of settled) {
    const month = settledDay(promise).slice(0, 7);
    const before = months.get(month);
    if (before) before.push(promise);
    else months.set(month, [promise]);
  }
  return [...months].map(([month, promises]) => ({ month, day: `${month}-01` as Day, promises }));
}
