import { addDays, type Day } from '#shared/base/time.ts';
import type { Chance } from './chance.ts';

/** One day's writing, moved to a decade that ends near today. */
export interface Entry {
  readonly day: Day;
  readonly paragraphs: readonly string[];
}

/** The corpus's entries, moved by whole years so that the last ones lie in the year before `today`. */
export function nearToday(
  entries: readonly { date: string; paragraphs: readonly string[] }[],
  today: Day,
): readonly Entry[] {
  const last = entries.at(-1);
  if (!last) return [];
  const shift = (years: number, date: string) => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
  const years = Number(today.slice(0, 4)) - Number(last.date.slice(0, 4));
  const fits = shift(years, last.date) <= today ? years : years - 1;
  return entries.map(({ date, paragraphs }) => ({ day: validDay(shift(fits, date)), paragraphs }));
}

/** 29 February moves to the 28th where there is none. */
function validDay(date: string): Day {
  const utc = new Date(`${date}T00:00:00Z`);
  const isReal = !Number.isNaN(utc.getTime()) && utc.toISOString().startsWith(date);
  return (isReal ? date : `${date.slice(0, 8)}28`) as Day;
}

const subjects = [
  'The path',
  'My sister',
  'The heron',
  'Nobody',
  'The old bridge',
  'Tuesday',
  'Her letter',
  'The dog',
];
const verbs = [
  'waited',
  'said nothing',
  'came back',
  'laughed',
  'turned left',
  'asked again',
  'was late',
  'let go',
];
const places = [
  'by the gate',
  'under the beeches',
  'at the kitchen table',
  'on the towpath',
  'in the rain',
  'before work',
];

/** Invented days, where the real writing is not at hand. */
export function inventedDays(chance: Chance, from: Day, count: number, apart: number): readonly Entry[] {
  const sentence = () => `${chance.pick(subjects)} ${chance.pick(verbs)} ${chance.pick(places)}.`;
  const paragraph = () => Array.from({ length: chance.whole(6, 24) }, sentence).join(' ');
  return Array.from({ length: count }, (_, index) => ({
    day: addDays(from, Math.round(index * apart)),
    paragraphs: Array.from({ length: chance.whole(1, 4) }, paragraph),
  }));
}

export const wordings = [
  'What would I start if nobody could be disappointed?',
  'What is enough?',
  'Where do I go quiet, and what for?',
  'Who am I when the work is done?',
  'What am I still carrying for somebody else?',
  'What does the next small yes look like?',
  'What would make this winter mine?',
  'How do I ask before I am desperate?',
];

export const promises = [
  'Ask for twenty minutes, before I know what to say',
  'Two mornings without the phone',
  'Write the first page badly',
  'Say no once, kindly, this week',
  'Walk home the long way on Thursday',
  'Ring my father and only listen',
];

export const walks = [
  'Holt Wood',
  'The canal to the lock',
  'Park, west gate',
  'Along the allotments',
  'Ridge path',
];
