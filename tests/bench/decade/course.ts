import type { Journal } from '#renderer/journal/journal.ts';
import { addDays, type Day, dayNumber } from '#shared/base/time.ts';
import type { Chance } from './chance.ts';
import { Decade } from './records.ts';
import { inventedDays, nearToday } from './writing.ts';

/** The corpus, as its file says; empty where it is absent. */
export type Corpus = readonly { readonly date: string; readonly paragraphs: readonly string[] }[];

const sessionsAYear = 104;
const timelinesAYear = 12;
const notesASession = 3.3;

/** What a pair does from one session to the next, over some years. Answers how many records that made. */
export async function fillDecade(
  journal: Journal,
  chance: Chance,
  order: { readonly since: Day; readonly today: Day; readonly years: number; readonly corpus: Corpus },
): Promise<number> {
  const { since, today, years, corpus } = order;
  const decade = new Decade(journal, chance);
  const total = Math.round(sessionsAYear * years);
  const days = dayNumber(today) - dayNumber(since) - 2;
  const real = nearToday(corpus, today).filter(({ day }) => day > since);
  const count = Math.round(total * notesASession);
  const writing = real.length > 0 ? real : inventedDays(chance, since, count, days / count);

  let used = 0;
  for (let index = 0; index < total; index += 1) {
    const day = addDays(since, Math.floor((days * (index + 1)) / total));
    const isNew = total - index < 8;
    if (index % 8 === 0) await decade.question(day, isNew);
    if (timelinesBy(index + 1) > timelinesBy(index)) decade.timeline(day);
    if (index % 40 === 1) decade.goal(day);
    if (index % 4 === 2) decade.checkIn(day);
    if (index % 90 === 0) decade.agreement(day);
    const upTo = Math.floor((writing.length * (index + 1)) / total);
    decade.session(day, index, writing.slice(used, upTo), isNew);
    used = upTo;
    if (index % 10 === 9) await decade.flush();
  }
  decade.planned(addDays(today, 4));
  await decade.flush();
  return decade.records;
}

/** How many timelines there are by so many sessions: twelve do not fall on every so-many-th of 104. */
function timelinesBy(sessions: number): number {
  return Math.floor((sessions * timelinesAYear) / sessionsAYear);
}
