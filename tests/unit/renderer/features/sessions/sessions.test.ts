import { beforeEach, describe, expect, test } from 'vitest';
import { firstExplorer, newSession } from '#renderer/features/sessions/newSession.ts';
import { deletion, refact, swapHalves } from '#renderer/features/sessions/sessionChanges.ts';
import { beginning, sessionList } from '#renderer/features/sessions/sessionsView.ts';
import {
  deed,
  howItWent,
  measuresIn,
  othersIn,
  questionsToBring,
} from '#renderer/features/sessions/sessionView.ts';
import { notesBy } from '#renderer/journal/notes.ts';
import { sessionNumber, sessionsByDay, turnsOf } from '#renderer/journal/sessions.ts';
import { type Day, parseDay } from '#shared/base/time.ts';
import { type Body, bodies, type IdOf, type PersonId } from '#shared/domain/record.ts';
import { paragraphs } from '#shared/domain/richText.ts';
import { Notebook } from '../../../support/notebook.ts';

const today = day('2026-11-09');
let book: Notebook;

beforeEach(() => {
  book = new Notebook();
});

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

/** A session with both halves, as the page creates it. */
function begin(
  on: string,
  { first = book.me, ...facts }: Partial<Body<'session'>> & { first?: PersonId } = {},
) {
  const ids = { session: book.newId('session'), turns: [book.newId('turn'), book.newId('turn')] } as const;
  const session: Body<'session'> = {
    buddyship: book.buddyship,
    day: day(on),
    manner: 'walk',
    place: '',
    title: '',
    ...facts,
  };
  const second = first === book.me ? book.buddy : book.me;
  book.apply(newSession(ids, session, first, second));
  return { ...ids, first: ids.turns[0], second: ids.turns[1] };
}

function note(about: IdOf<'turn'>, person: PersonId, words: string, author = book.me): IdOf<'note'> {
  const body = { about, person, day: today, text: paragraphs(words) };
  return book.put('note', body, { author });
}

function open(id: IdOf<'session'>) {
  const session = book.view.get('session', id);
  if (!session) throw new Error('The session is gone');
  return session;
}

describe('A new session', () => {
  test('has two halves with the roles swapped, each as its word demands', () => {
    const { session } = begin('2026-11-08', { first: book.buddy });
    const turns = turnsOf(book.view, session);
    expect(turns.map(({ body }) => [body.order, body.explorer, body.holder])).toEqual([
      [1, book.buddy, book.me],
      [2, book.me, book.buddy],
    ]);
    for (const { body } of turns) expect(bodies.turn.safeParse(body).success).toBe(true);
  });

  test('lets the one explore first who went second the last time before that day', () => {
    expect(firstExplorer(book.view, today)).toBeUndefined();
    begin('2026-11-01', { first: book.me });
    begin('2026-11-05', { first: book.buddy });
    expect(firstExplorer(book.view, day('2026-11-02'))).toBe(book.buddy);
    expect(firstExplorer(book.view, today)).toBe(book.me);
  });
});

describe('Sessions in order', () => {
  test('are numbered by day, then by the time they start', () => {
    const evening = begin('2026-11-01', { startsAt: '18:00' });
    const untimed = begin('2026-11-01');
    const morning = begin('2026-11-01', { startsAt: '09:00' });
    const earlier = begin('2024-02-29');
    const numbers = [earlier, morning, evening, untimed].map(({ session }) =>
      sessionNumber(book.view, session),
    );
    expect(numbers).toEqual([1, 2, 3, 4]);
    expect(sessionsByDay(book.view)[0]?.id).toBe(untimed.session);
    expect(sessionNumber(book.view, book.newId('session'))).toBeUndefined();
  });

  test('stand in the list by year, those to come apart and the nearest first', () => {
    const last = begin('2027-05-01');
    const next = begin('2026-11-10');
    begin('2026-11-09');
    begin('2026-01-01');
    begin('2024-07-01');
    const { ahead, years } = sessionList(book.view, today);
    expect(ahead.map(({ id }) => id)).toEqual([next.session, last.session]);
    expect(years.map(({ year, sessions }) => [year, sessions.length])).toEqual([
      ['2026', 2],
      ['2024', 1],
    ]);
  });

  test('show who explored which question and how the explorer began, not how the holder did', () => {
    const { first, second } = begin('2026-11-08', { place: ' Holt Wood ' });
    const question = book.put('question', {
      person: book.me,
      wording: 'What is enough?',
      state: 'carried',
      day: today,
      since: today,
      earlier: [],
    });
    const turn = book.view.get('turn', first);
    if (turn) book.put('turn', { ...turn.body, question }, { id: first });
    note(first, book.buddy, 'I asked little');
    note(second, book.me, 'I held');
    note(first, book.me, '\nThe string bent left\nand I with it');
    const line = sessionList(book.view, today).years[0]?.sessions[0];
    expect(line?.name).toBe('Holt Wood');
    expect(line?.place).toBe('');
    expect(line?.halves.map(({ explorer, question: asked }) => [explorer.name, asked])).toEqual([
      ['Tom', 'What is enough?'],
      ['Maya', undefined],
    ]);
    expect(line?.firstWords).toBe('The string bent left and I with it');
  });

  test('show as much of a long note as fits a line', () => {
    expect(beginning(paragraphs('walk '.repeat(4000)), 20)).toBe('walk walk walk walk');
  });
});

describe('Deleting a session', () => {
  test('takes everything of mine along, leaves what is the other one’s, and can be undone', () => {
    const { session, first } = begin('2026-11-08');
    const kept = note(first, book.buddy, 'From Maya’s own journal', book.buddy);
    const mine = note(first, book.me, 'Mine');
    const commitment = book.put('commitment', {
      person: book.me,
      turn: first,
      day: today,
      what: 'Ask Priya',
      state: 'open',
    });
    const other = begin('2026-11-01');
    const before = JSON.stringify(open(session).body);

    const { changes, undo } = deletion(book.view, open(session));
    book.apply(changes);
    expect(book.view.get('session', session)).toBeUndefined();
    expect(book.view.get('note', mine)).toBeUndefined();
    expect(book.view.get('commitment', commitment)).toBeUndefined();
    expect(book.view.get('note', kept)).toBeDefined();
    expect(turnsOf(book.view, other.session)).toHaveLength(2);

    book.apply(undo);
    expect(JSON.stringify(open(session).body)).toBe(before);
    expect(turnsOf(book.view, session)).toHaveLength(2);
    expect(notesBy(book.view, first, book.me).mine.map(({ id }) => id)).toEqual([mine]);
    expect(book.view.get('commitment', commitment)?.body.what).toBe('Ask Priya');
  });
});

describe('Putting a session right', () => {
  test('moves what was written on its day to the new day, and nothing else', () => {
    const { session, first } = begin('2026-11-09');
    const there = note(first, book.me, 'On the day');
    const later = book.put('note', {
      about: first,
      person: book.me,
      day: day('2026-11-12'),
      text: paragraphs('Three days on'),
    });
    const theirs = note(first, book.buddy, 'Not mine to move', book.buddy);
    const moved = day('2026-11-08');
    book.apply(refact(book.view, open(session), { ...open(session).body, day: moved }));
    const dayOf = (id: IdOf<'note'>) => book.view.get('note', id)?.body.day;
    expect(open(session).body.day).toBe(moved);
    expect([dayOf(there), dayOf(later), dayOf(theirs)]).toEqual([moved, '2026-11-12', today]);
  });

  test('swaps the halves with all that is in them', () => {
    const { session, first, second } = begin('2026-11-08');
    const mine = note(first, book.me, 'I explored');
    book.apply(swapHalves(turnsOf(book.view, session)));
    expect(turnsOf(book.view, session).map(({ id, body }) => [id, body.explorer])).toEqual([
      [second, book.buddy],
      [first, book.me],
    ]);
    expect(notesBy(book.view, first, book.me).mine[0]?.id).toBe(mine);
  });
});

describe('A half', () => {
  test('parts what I wrote down from what came from the other journal', () => {
    const { first } = begin('2026-11-08');
    const theirs = note(first, book.buddy, 'Hers', book.buddy);
    const mine = note(first, book.buddy, 'Noted for her');
    const shown = notesBy(book.view, first, book.buddy);
    expect(shown.mine.map(({ id }) => id)).toEqual([mine]);
    expect(shown.theirs.map(({ id }) => id)).toEqual([theirs]);
  });

  test('shows the words of anybody else who was there', () => {
    const { first } = begin('2026-11-08');
    const observer = book.put('person', { name: 'Noor' });
    note(first, observer, 'What I heard');
    note(first, book.me, 'What I said');
    const turn = book.view.get('turn', first);
    expect(turn && othersIn(book.view, turn)).toEqual([observer]);
  });

  test('asks for the common measures and those the explorer made, each before and after', () => {
    const { first } = begin('2026-11-08');
    const ideas = book.put('measure', { person: book.me, name: 'Ideas' });
    book.put('measure', { person: book.buddy, name: 'Hers' });
    const reading = { turn: first, person: book.me, measure: 'clarity', day: today, words: '' } as const;
    const own = book.put('reading', { ...reading, moment: 'before', value: 3 });
    const foreign = book.put('reading', { ...reading, moment: 'after', value: 9 }, { author: book.buddy });
    const measures = measuresIn(book.view, first, book.me);
    expect(measures.map(({ measure }) => measure)).toEqual([
      'clarity',
      'confidence',
      'energy',
      'motivation',
      ideas,
    ]);
    expect(measures[0]?.mine.before?.id).toBe(own);
    expect(measures[0]?.mine.after).toBeUndefined();
    expect(measures[0]?.theirs.after?.id).toBe(foreign);
  });

  test('offers the questions its explorer carries, then their drafts, never somebody else’s or one at rest', () => {
    const ask = (wording: string, person: PersonId, state: Body<'question'>['state'], since: string) =>
      book.put('question', { person, wording, state, day: today, since: day(since), earlier: [] });
    ask('Draft', book.me, 'drafted', '2026-11-08');
    ask('Carried long', book.me, 'carried', '2025-01-01');
    ask('Carried lately', book.me, 'carried', '2026-10-01');
    ask('At rest', book.me, 'resting', '2026-11-01');
    ask('Hers', book.buddy, 'carried', '2026-11-01');
    ask(' ', book.me, 'carried', '2026-11-01');
    expect(questionsToBring(book.view, book.me).map(({ body }) => body.wording)).toEqual([
      'Carried lately',
      'Carried long',
      'Draft',
    ]);
  });

  test('is told in plain words', () => {
    const turn = { session: book.newId('session'), order: 1, explorer: book.me, holder: book.buddy };
    expect(howItWent({ ...turn, minutes: 31, method: 'stringAndMats' })).toEqual([
      '31 minutes',
      'string and mats',
    ]);
    expect(howItWent({ ...turn, minutes: 1, method: 'grow' })).toEqual(['one minute', 'GROW']);
    expect(howItWent({ ...turn, method: 'Walking backwards' })).toEqual(['walking backwards']);
    expect(howItWent(turn)).toEqual([]);
    const me = { id: book.me, name: 'Tom', side: 'me' } as const;
    const buddy = { id: book.buddy, name: 'Maya', side: 'buddy' } as const;
    expect([deed(me, true, 'explore'), deed(buddy, true, 'hold'), deed(buddy, false, 'hold')]).toEqual([
      'explore',
      'holds',
      'held',
    ]);
  });
});
