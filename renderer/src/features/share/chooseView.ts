/** @file What there is to choose from, newest first, with what was shared before. Pure. */
import type { RecordId } from '#shared/base/ids.ts';
import type { Day } from '#shared/base/time.ts';
import type { Body, IdOf, Kind } from '#shared/domain/record.ts';
import type { Choice } from '#shared/share/closure.ts';
import type { Pair } from '../../journal/people.ts';
import { personShown } from '../../journal/people.ts';
import { sessionName } from '../../journal/sessions.ts';
import type { Entry, View } from '../../journal/view.ts';
import { longDay } from '../../ui/days.ts';
import { questionStateNames } from './shareWords.ts';

export interface Choosable<K extends Kind = Kind> {
  readonly id: IdOf<K>;
  readonly day: Day;
  readonly title: string;
  readonly detail: string;
  /** The last day on which it left, if it ever did. */
  readonly sharedOn: Day | undefined;
}

export interface Choosables {
  readonly sessions: readonly { readonly year: string; readonly sessions: readonly Choosable<'session'>[] }[];
  readonly timelines: readonly Choosable<'timeline'>[];
  readonly questions: readonly Choosable<'question'>[];
}

export function choosables(view: View, { buddyship }: Pair): Choosables {
  const shared = sharedDays(view);
  const line = <K extends Kind>(entry: Entry<K>, day: Day, title: string, detail: string): Choosable<K> => ({
    id: entry.id,
    day,
    title,
    detail,
    sharedOn: shared.get(entry.id),
  });
  const ours = <E extends { readonly body: { readonly buddyship: RecordId } }>(entries: readonly E[]) =>
    entries.filter(({ body }) => body.buddyship === buddyship.id);
  const sessions = ours(view.all('session'))
    .map((entry) => line(entry, entry.body.day, sessionName(entry.body), longDay(entry.body.day)))
    .toSorted(newestFirst);
  const years = new Map<string, Choosable<'session'>[]>();
  for (const session of sessions) {
    const year = session.day.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), session]);
  }
  return {
    sessions: [...years].map(([year, list]) => ({ year, sessions: list })),
    timelines: ours(view.all('timeline'))
      .map((entry) => {
        const title = entry.body.title.trim() || 'A timeline without a title';
        return line(entry, entry.body.day, title, longDay(entry.body.day));
      })
      .toSorted(newestFirst),
    questions: view
      .all('question')
      .map((entry) =>
        line(entry, entry.body.since, questionTitle(entry.body), questionDetail(view, entry.body)),
      )
      .toSorted(newestFirst),
  };
}

function questionTitle({ wording }: Body<'question'>): string {
  return wording.trim() || 'A question without words yet';
}

function questionDetail(view: View, { person, state, since }: Body<'question'>): string {
  return `${personShown(view, person).name}, ${questionStateNames[state]} since ${longDay(since)}`;
}

function newestFirst(
  a: { readonly day: Day; readonly id: string },
  b: { readonly day: Day; readonly id: string },
) {
  return `${a.day} ${a.id}` < `${b.day} ${b.id}` ? 1 : -1;
}

/** Everything that left before, with the last day it did. */
function sharedDays(view: View): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  for (const { author, body } of view.all('handover')) {
    if (author !== view.me || body.direction !== 'out') continue;
    for (const id of body.records) {
      const known = days.get(id);
      if (known === undefined || known < body.day) days.set(id, body.day);
    }
  }
  return days;
}

export function chosenCount({ sessions, timelines, questions }: Choice): number {
  return sessions.length + timelines.length + questions.length;
}

/** A handover as its line in the history. */
export interface HandoverLine {
  readonly id: IdOf<'handover'>;
  readonly direction: 'out' | 'in';
  readonly day: Day;
  readonly person: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** What was handed over, the latest first. */
export function handovers(view: View): readonly HandoverLine[] {
  return view
    .all('handover')
    .filter(({ author }) => author === view.me)
    .toSorted((a, b) => `${b.body.day} ${b.at}`.localeCompare(`${a.body.day} ${a.at}`))
    .map(({ id, body }) => ({
      id,
      direction: body.direction,
      day: body.day,
      person: body.person === undefined ? 'Someone' : personShown(view, body.person).name,
      counts: body.counts,
    }));
}

/** How many of each kind there are that do not leave. */
export function staying(view: View, leaving: ReadonlySet<RecordId>): Readonly<Record<string, number>> {
  const kinds = ['session', 'timeline', 'question', 'note', 'reading', 'commitment', 'noticing'] as const;
  const more = ['goal', 'checkIn', 'agreement', 'reflection', 'mat', 'foundObject'] as const;
  return Object.fromEntries(
    [...kinds, ...more].map((kind) => [kind, view.all(kind).filter(({ id }) => !leaving.has(id)).length]),
  );
}

/** What else stays: words that came from somebody else. A sentence with a space after it; empty for none. */
export function othersStay(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? 'So does 1 entry from somebody else’s journal, which is not yours to pass on. '
    : `So do ${count} entries from somebody else’s journal, which are not yours to pass on. `;
}
