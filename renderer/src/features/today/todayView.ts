/** @file What Today shows, out of the journal as it stands. Pure. */
import { addDays, type Day, dayNumber } from '#shared/base/time.ts';
import type { PersonId } from '#shared/domain/record.ts';
import { plainText } from '#shared/domain/richText.ts';
import { sessionsByDay, turnsOf } from '../../journal/sessions.ts';
import type { Entry, View } from '../../journal/view.ts';

/** One line from an earlier year, around the same time of it. */
export interface Ago {
  readonly session: Entry<'session'>;
  readonly years: number;
  /** First words of a note from there; empty when nobody wrote. */
  readonly words: string;
  readonly person: PersonId | undefined;
}

export interface Slope {
  readonly session: Entry<'session'>;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

export interface Today {
  /** Questions I carry, the one carried longest last. */
  readonly carried: readonly Entry<'question'>[];
  /** A wording each grew out of, by question. */
  readonly grewOutOf: ReadonlyMap<string, string>;
  /** Open promises of both: those with a date first, the nearest on top. */
  readonly commitments: readonly Entry<'commitment'>[];
  readonly next: Entry<'session'> | undefined;
  readonly last: Entry<'session'> | undefined;
  readonly ago: readonly Ago[];
  readonly line: Entry<'timeline'> | undefined;
  readonly clarity: readonly Slope[];
  /** Who explores first next time, if the next session says. */
  readonly firstExplorer: PersonId | undefined;
}

const mostPromises = 7;
const mostSlopes = 3;
const mostYears = 3;
/** "Around this day" is three days either way. */
const around = 3;

export function todayView(view: View, today: Day): Today {
  const sessions = sessionsByDay(view);
  const next = sessions.findLast(
    ({ id, body }) => body.day > today || (body.day === today && !isWritten(view, id)),
  );
  const last = sessions.find(({ id, body }) => body.day <= today && id !== next?.id);
  const carried = view
    .all('question')
    .filter(({ body }) => body.state === 'carried' && view.resolve(body.person) === view.me)
    .toSorted((a, b) => (a.body.since < b.body.since ? 1 : -1));
  return {
    carried,
    grewOutOf: new Map(
      carried.flatMap(({ id, body }) => originOf(view, id, body.grewOutOf?.[0], body.earlier)),
    ),
    commitments: openPromises(view),
    next,
    last,
    ago: earlierYears(view, sessions, today),
    line: view.all('timeline').reduce<Entry<'timeline'> | undefined>(later, undefined),
    clarity: claritySlopes(view, sessions),
    firstExplorer: next ? turnsOf(view, next.id)[0]?.body.explorer : undefined,
  };
}

function originOf(
  view: View,
  id: string,
  parent: Entry<'question'>['id'] | undefined,
  earlier: readonly { readonly wording: string }[],
): readonly (readonly [string, string])[] {
  const wording = view.get('question', parent)?.body.wording ?? earlier.at(-1)?.wording;
  return wording ? [[id, wording]] : [];
}

function later<E extends Entry<'timeline'>>(best: E | undefined, each: E): E {
  return best && best.body.day >= each.body.day ? best : each;
}

/** Whether anybody has written or rated anything in a session: then it has taken place. */
export function isWritten(view: View, id: Entry<'session'>['id']): boolean {
  const kinds = ['note', 'reading', 'commitment', 'noticing'] as const;
  return turnsOf(view, id).some((turn) => kinds.some((kind) => view.naming(kind, turn.id).length > 0));
}

function openPromises(view: View): readonly Entry<'commitment'>[] {
  const dated = (entry: Entry<'commitment'>) => entry.body.due ?? `9${entry.body.day}`;
  return view
    .all('commitment')
    .filter(({ body }) => body.state === 'open')
    .toSorted((a, b) => (dated(a) < dated(b) ? -1 : 1))
    .slice(0, mostPromises);
}

function earlierYears(view: View, sessions: readonly Entry<'session'>[], today: Day): readonly Ago[] {
  const found: Ago[] = [];
  const year = Number(today.slice(0, 4));
  for (let years = 1; found.length < mostYears && years < 100; years += 1) {
    const sameDay = anniversary(today, year - years);
    const [from, to] = [addDays(sameDay, -around), addDays(sameDay, around)];
    const near = sessions.filter(({ body }) => body.day >= from && body.day <= to);
    const session = near.toSorted((a, b) => distance(a, sameDay) - distance(b, sameDay))[0];
    if (session) found.push({ session, years, ...firstWords(view, session) });
    const oldest = sessions.at(-1);
    if (!oldest || oldest.body.day > from) break;
  }
  return found;
}

/** The same day in another year; 29 February becomes the 28th where there is none. */
function anniversary(day: Day, year: number): Day {
  const leapDay = day.slice(5) === '02-29';
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${String(year).padStart(4, '0')}-${leapDay && !isLeap ? '02-28' : day.slice(5)}` as Day;
}

function distance(session: Entry<'session'>, day: Day): number {
  return Math.abs(dayNumber(session.body.day) - dayNumber(day));
}

function firstWords(view: View, session: Entry<'session'>): Pick<Ago, 'words' | 'person'> {
  const notes = turnsOf(view, session.id).flatMap((turn) => view.naming('note', turn.id));
  const mineFirst = notes.toSorted((a, b) => Number(isMine(view, b)) - Number(isMine(view, a)));
  for (const note of mineFirst) {
    const words = plainText(note.body.text).trim();
    if (words !== '') return { words: shortened(words, 260), person: view.resolve(note.body.person) };
  }
  return { words: '', person: undefined };
}

function isMine(view: View, note: Entry<'note'>): boolean {
  return view.resolve(note.body.person) === view.me;
}

/** The beginning of a text, cut between words. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= most) return line;
  return `${line.slice(0, line.lastIndexOf(' ', most) > 0 ? line.lastIndexOf(' ', most) : most)}…`;
}

function claritySlopes(view: View, sessions: readonly Entry<'session'>[]): readonly Slope[] {
  const slopes: Slope[] = [];
  for (const session of sessions) {
    if (slopes.length === mostSlopes) break;
    const turn = turnsOf(view, session.id).find(({ body }) => view.resolve(body.explorer) === view.me);
    const readings = turn
      ? view.naming('reading', turn.id).filter(({ body }) => body.measure === 'clarity')
      : [];
    const at = (moment: 'before' | 'after') =>
      readings.find(({ body }) => body.moment === moment)?.body.value;
    const [before, after] = [at('before'), at('after')];
    if (before !== undefined || after !== undefined) slopes.push({ session, before, after });
  }
  return slopes;
}
