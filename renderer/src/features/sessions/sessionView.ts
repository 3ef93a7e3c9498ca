import { commonMeasures, type MeasureRef } from '#shared/domain/measure.ts';
import type { QuestionState } from '#shared/domain/question.ts';
import type { Body, IdOf, PersonId } from '#shared/domain/record.ts';
import { type ByWhom, byWhom } from '../../journal/notes.ts';
import type { PersonShown } from '../../journal/people.ts';
import { byDue } from '../../journal/promises.ts';
import { sessionName } from '../../journal/sessions.ts';
import type { Entry, View } from '../../journal/view.ts';
import { methodName } from '../../journal/words.ts';
import { dayAndMonth, timeInWords } from '../../ui/days.ts';

/** A session's title, or what stands in its place until it has one. */
export function titleShown(session: Body<'session'>): string {
  return session.title.trim() || `${sessionName(session)}, ${dayAndMonth(session.day)}`;
}

/** "10:05 to 11:20", "from 10:05", "until 11:20", or nothing. */
export function timesShown({ startsAt, endsAt }: Body<'session'>): string | undefined {
  if (startsAt && endsAt) return `${timeInWords(startsAt)} to ${timeInWords(endsAt)}`;
  if (startsAt) return `from ${timeInWords(startsAt)}`;
  return endsAt ? `until ${timeInWords(endsAt)}` : undefined;
}

/** "31 minutes, string and mats": what is known of how a half went. */
export function howItWent({ minutes, method }: Body<'turn'>): readonly string[] {
  return [
    ...(minutes === undefined ? [] : [minutes === 1 ? 'one minute' : `${minutes} minutes`]),
    ...(method ? [inSentence(methodName(method))] : []),
  ];
}

/** A name as it stands inside a sentence; GROW stays as it is. */
function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLocaleLowerCase() + name.slice(1) : name;
}

/** Whoever else said something in a half: its observer, and anybody whose note came along. */
export function othersIn(view: View, { id, body }: Entry<'turn'>): readonly PersonId[] {
  const writers = view.naming('note', id).map((note) => note.body.person);
  const people = new Set([...(body.observer ? [body.observer] : []), ...writers]);
  return [...people].filter((person) => person !== body.explorer && person !== body.holder);
}

/** What one person saw in the other in a half. */
export function noticedBy(view: View, turn: IdOf<'turn'>, person: PersonId): ByWhom<Entry<'noticing'>> {
  return byWhom(
    view.naming('noticing', turn).filter(({ body }) => body.person === person),
    view.me,
  );
}

/** One measure in one half: what I wrote down, and what came from the other journal. */
export interface MeasureInHalf {
  readonly measure: MeasureRef;
  readonly mine: Moments;
  readonly theirs: Moments;
}

export interface Moments {
  readonly before: Entry<'reading'> | undefined;
  readonly after: Entry<'reading'> | undefined;
}

/** The common measures, then those the person made, then any others that were rated here. */
export function measuresIn(view: View, turn: IdOf<'turn'>, person: PersonId): readonly MeasureInHalf[] {
  const readings = view.naming('reading', turn).filter(({ body }) => body.person === person);
  const { mine, theirs } = byWhom(readings, view.me);
  const own = view.all('measure').filter(({ body }) => body.person === person);
  const measures = new Set<MeasureRef>([
    ...commonMeasures,
    ...own.map(({ id }) => id),
    ...readings.map(({ body }) => body.measure),
  ]);
  const moments = (from: readonly Entry<'reading'>[], measure: MeasureRef): Moments => {
    const at = (moment: 'before' | 'after') =>
      from.find(({ body }) => body.measure === measure && body.moment === moment);
    return { before: at('before'), after: at('after') };
  };
  return [...measures].map((measure) => ({
    measure,
    mine: moments(mine, measure),
    theirs: moments(theirs, measure),
  }));
}

export function isRated({ before, after }: Moments): boolean {
  return before?.body.value !== undefined || after?.body.value !== undefined;
}

/** Promises made in a half, the earliest due first, those without a day last. */
export function promisesIn(view: View, turn: IdOf<'turn'>): readonly Entry<'commitment'>[] {
  return view.naming('commitment', turn).toSorted(byDue);
}

const offeredStates: readonly QuestionState[] = ['carried', 'drafted'];

/** The questions somebody might bring to a half: those they carry, then those in draft, the latest first. */
export function questionsToBring(view: View, explorer: PersonId): readonly Entry<'question'>[] {
  const rank = ({ id, body }: Entry<'question'>) =>
    [offeredStates.indexOf(body.state), body.since, id] as const;
  return view
    .all('question')
    .filter(({ body }) => body.person === explorer && offeredStates.includes(body.state))
    .filter(({ body }) => body.wording.trim() !== '')
    .toSorted((a, b) => {
      const [stateA, sinceA, idA] = rank(a);
      const [stateB, sinceB, idB] = rank(b);
      if (stateA !== stateB) return stateA - stateB;
      if (sinceA !== sinceB) return sinceA < sinceB ? 1 : -1;
      return idA < idB ? -1 : 1;
    });
}

/** "explored", "explores", "explore": what somebody does in a half, after "you" or a name. */
export function deed(person: PersonShown, isAhead: boolean, verb: 'explore' | 'hold'): string {
  const isMe = person.side === 'me';
  const past = verb === 'explore' ? 'explored' : 'held';
  if (!isAhead) return past;
  return isMe ? verb : `${verb}s`;
}
