import type { Day } from '#shared/base/time.ts';
import type { IdOf, PersonId } from '#shared/domain/record.ts';
import { isBlank, type RichNode } from '#shared/domain/richText.ts';
import type { Manner } from '#shared/domain/session.ts';
import { type PersonShown, personShown } from '../../journal/people.ts';
import { sessionName, sessionsByDay, turnsOf } from '../../journal/sessions.ts';
import type { Entry, View } from '../../journal/view.ts';

/** Who explored what in one half. */
export interface HalfInList {
  readonly turn: IdOf<'turn'>;
  readonly explorer: PersonShown;
  /** The question's wording; undefined where none was chosen. */
  readonly question: string | undefined;
}

/** A session as one line of the list. */
export interface SessionInList {
  readonly id: IdOf<'session'>;
  readonly day: Day;
  readonly startsAt: string | undefined;
  readonly name: string;
  /** Where it was, unless that is already its name. */
  readonly place: string;
  readonly manner: Manner;
  readonly halves: readonly HalfInList[];
  /** How the first note begins; empty when nothing was written. */
  readonly firstWords: string;
}

export interface SessionYear {
  readonly year: string;
  readonly sessions: readonly SessionInList[];
}

export interface SessionList {
  /** Days still to come, the nearest first. */
  readonly ahead: readonly SessionInList[];
  /** The rest by year, the latest first. */
  readonly years: readonly SessionYear[];
}

const hintLength = 160;

/** All sessions as the list shows them. A thousand take a few milliseconds; memoise on the view's version. */
export function sessionList(view: View, today: Day): SessionList {
  const people = new Map<PersonId, PersonShown>();
  const person = (id: PersonId): PersonShown => {
    const known = people.get(id) ?? personShown(view, id);
    people.set(id, known);
    return known;
  };
  const ahead: SessionInList[] = [];
  const years: { year: string; sessions: SessionInList[] }[] = [];
  for (const session of sessionsByDay(view)) {
    const line = sessionInList(view, session, person);
    const year = line.day.slice(0, 4);
    if (line.day > today) ahead.push(line);
    else if (years.at(-1)?.year === year) years.at(-1)?.sessions.push(line);
    else years.push({ year, sessions: [line] });
  }
  return { ahead: ahead.reverse(), years };
}

function sessionInList(
  view: View,
  session: Entry<'session'>,
  person: (id: PersonId) => PersonShown,
): SessionInList {
  const { day, startsAt, manner } = session.body;
  const name = sessionName(session.body);
  const place = session.body.place.trim();
  const turns = turnsOf(view, session.id);
  return {
    id: session.id,
    day,
    startsAt,
    name,
    place: place === name ? '' : place,
    manner,
    halves: turns.map(({ id, body }) => ({
      turn: id,
      explorer: person(body.explorer),
      question: view.get('question', body.question)?.body.wording,
    })),
    firstWords: firstWordsOf(view, turns),
  };
}

/** How the explorer's own note begins, half by half; else anybody's. */
function firstWordsOf(view: View, turns: readonly Entry<'turn'>[]): string {
  for (const isFirstChoice of [true, false]) {
    for (const turn of turns) {
      const note = view
        .naming('note', turn.id)
        .find(({ body }) => (body.person === turn.body.explorer) === isFirstChoice && !isBlank(body.text));
      if (note) return beginning(note.body.text, hintLength);
    }
  }
  return '';
}

/** About the first `length` characters of a text on one line. Stops reading there: notes can be very long. */
export function beginning(text: RichNode, length: number): string {
  let words = '';
  const read = (node: RichNode): void => {
    if (words.length >= length) return;
    if (node.text !== undefined) words += node.text.slice(0, length - words.length);
    for (const child of node.content ?? []) read(child);
    if (!words.endsWith(' ') && node.type !== 'text') words += ' ';
  };
  read(text);
  return words.trim();
}
