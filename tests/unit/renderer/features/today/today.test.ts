import { describe, expect, it } from 'vitest';
import { shortened, todayView } from '#renderer/features/today/todayView.ts';
import type { Day } from '#shared/base/time.ts';
import { paragraphs } from '#shared/domain/richText.ts';
import { Notebook } from '../../../support/notebook.ts';

const day = (text: string) => text as Day;
const today = day('2026-11-22');

function session(book: Notebook, on: string, place = 'Wood') {
  const { buddyship, me, buddy } = book;
  const id = book.put('session', { buddyship, day: day(on), manner: 'walk', place, title: '' });
  const first = book.put('turn', { session: id, order: 1, explorer: me, holder: buddy });
  const second = book.put('turn', { session: id, order: 2, explorer: buddy, holder: me });
  return { id, first, second };
}

describe('Today', () => {
  it('takes the nearest day ahead for the next session, and the nearest behind for the last', () => {
    const book = new Notebook();
    session(book, '2027-03-01');
    const next = session(book, '2026-11-26');
    const last = session(book, '2026-11-08');
    session(book, '2026-10-01');
    const shown = todayView(book.view, today);
    expect(shown.next?.id).toBe(next.id);
    expect(shown.last?.id).toBe(last.id);
    expect(shown.firstExplorer).toBe(book.me);
  });

  it('counts a session of today as the next until somebody has written in it', () => {
    const book = new Notebook();
    const { id, first } = session(book, today);
    expect(todayView(book.view, today).next?.id).toBe(id);
    book.put('note', { about: first, person: book.me, day: today, text: paragraphs('Cold hands.') });
    const shown = todayView(book.view, today);
    expect(shown.next).toBeUndefined();
    expect(shown.last?.id).toBe(id);
  });

  it('looks back to around this day in earlier years, to my words first', () => {
    const book = new Notebook();
    const lastYear = session(book, '2025-11-24');
    book.put('note', {
      about: lastYear.second,
      person: book.buddy,
      day: day('2025-11-24'),
      text: paragraphs('Hers.'),
    });
    book.put('note', {
      about: lastYear.first,
      person: book.me,
      day: day('2025-11-24'),
      text: paragraphs('Mine.'),
    });
    session(book, '2025-11-12', 'too far away');
    const before = session(book, '2023-11-20', 'Canal');
    const { ago } = todayView(book.view, today);
    expect(ago.map((each) => [each.session.id, each.years, each.words])).toEqual([
      [lastYear.id, 1, 'Mine.'],
      [before.id, 3, ''],
    ]);
  });

  it('finds the 28th of February in years without a 29th', () => {
    const book = new Notebook();
    const there = session(book, '2027-02-28');
    expect(todayView(book.view, day('2028-02-29')).ago.map((each) => each.session.id)).toEqual([there.id]);
  });

  it('lists open promises, those with the nearest date first, and only my carried questions', () => {
    const book = new Notebook();
    const promise = { day: day('2026-11-01'), state: 'open' as const };
    const later = book.put('commitment', {
      ...promise,
      person: book.me,
      what: 'later',
      due: day('2026-12-01'),
    });
    const undated = book.put('commitment', { ...promise, person: book.me, what: 'undated' });
    const soon = book.put('commitment', {
      ...promise,
      person: book.buddy,
      what: 'soon',
      due: day('2026-11-24'),
    });
    book.put('commitment', { ...promise, person: book.me, what: 'done', state: 'kept' });
    const question = { wording: 'What is enough?', day: today, since: today, earlier: [] };
    const mine = book.put('question', { ...question, person: book.me, state: 'carried' });
    book.put('question', { ...question, person: book.buddy, state: 'carried' });
    book.put('question', { ...question, person: book.me, state: 'drafted' });
    const shown = todayView(book.view, today);
    expect(shown.commitments.map(({ id }) => id)).toEqual([soon, later, undated]);
    expect(shown.carried.map(({ id }) => id)).toEqual([mine]);
  });

  it('shows clarity as it was rated, and a missing reading as missing', () => {
    const book = new Notebook();
    const { id, first } = session(book, '2026-11-08');
    const reading = {
      turn: first,
      person: book.me,
      measure: 'clarity' as const,
      day: day('2026-11-08'),
      words: '',
    };
    book.put('reading', { ...reading, moment: 'after', value: 7 });
    expect(todayView(book.view, today).clarity).toMatchObject([
      { session: { id }, before: undefined, after: 7 },
    ]);
  });
});

describe('the beginning of a text', () => {
  it('is cut between words', () => {
    expect(shortened('one two three', 8)).toBe('one two…');
    expect(shortened('one two', 8)).toBe('one two');
    expect(shortened('a'.repeat(20), 8)).toBe(`${'a'.repeat(8)}…`);
  });
});
