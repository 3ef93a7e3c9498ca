import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '#shared/base/time.ts';
import { yearSpan } from '#shared/review/period.ts';
import { countsWithin, type ReviewRecords, reviewSpan, yearReview } from '#shared/review/yearReview.ts';
import { buddy, dayAfterStart, id, kept, me, question, session, turn } from './records.ts';

const today = '2026-11-22' as Day;
const nothing: ReviewRecords = { sessions: [], turns: [], questions: [], timelines: [] };

function review(records: Partial<ReviewRecords>, state: 'active' | 'resting' | 'ended' = 'active') {
  return yearReview({ ...nothing, ...records }, state, today);
}

function line(number: number, day: string) {
  return kept('timeline', number, {
    buddyship: id('buddyship', 1),
    person: buddy,
    title: 'Leaving well',
    day: day as Day,
    path: [
      { x: 0, y: 0 },
      { x: 1000, y: 700 },
    ],
    pastAt: 'start',
  });
}

describe('sessions', () => {
  it('stand in order with their halves, and days to come are left out', () => {
    const { sessions } = review({
      sessions: [session(3, '2026-11-23'), session(2, '2026-11-22'), session(1, '2019-03-02')],
      turns: [turn(1, 2), turn(1, 1, { question: id('question', 7) })],
    });
    expect(sessions.map(({ day }) => day)).toEqual(['2019-03-02', '2026-11-22']);
    expect(sessions[0]?.halves).toEqual([
      { id: id('turn', 11), order: 1, explorer: me, question: id('question', 7) },
      { id: id('turn', 12), order: 2, explorer: buddy, question: undefined },
    ]);
    expect(sessions[1]?.halves).toEqual([]);
  });

  it('of one day go by their hours, those without one last', () => {
    const { sessions } = review({
      sessions: [
        session(1, '2024-01-01'),
        session(2, '2024-01-01', { startsAt: '18:00' }),
        session(3, '2024-01-01', { startsAt: '08:00' }),
      ],
    });
    expect(sessions.map((each) => each.id)).toEqual([3, 2, 1].map((number) => id('session', number)));
  });
});

describe('questions carried', () => {
  const spans = (...questions: ReturnType<typeof question>[]) => review({ questions }).questions;

  it('last from being taken up until they are laid down, or until today', () => {
    const carried = question(1, '2020-01-01', { since: '2020-03-01' as Day });
    const explored = question(2, '2020-02-01', { state: 'explored', since: '2020-05-01' as Day });
    const answered = question(3, '2020-04-01', { state: 'answered', since: '2021-05-01' as Day });
    const found = spans(explored, answered, carried).map(({ from, to, open }) => ({ from, to, open }));
    expect(found).toEqual([
      { from: '2020-02-01', to: today, open: true },
      { from: '2020-03-01', to: today, open: true },
      { from: '2020-04-01', to: '2021-05-01', open: false },
    ]);
  });

  it('leave out drafts, unless somebody explored one', () => {
    const draft = question(1, '2026-01-01', { state: 'drafted' });
    expect(spans(draft)).toEqual([]);
    const { questions } = review({
      questions: [draft],
      sessions: [session(1, '2025-06-01')],
      turns: [turn(1, 1, { question: draft.id })],
    });
    expect(questions.map(({ from, to }) => [from, to])).toEqual([['2025-06-01', today]]);
  });

  it('reach back to sessions that were written down later, and on to the last of them', () => {
    const { questions } = review({
      questions: [question(1, '2026-01-01', { state: 'answered', since: '2020-02-01' as Day })],
      sessions: [session(1, '2019-06-01'), session(2, '2020-09-01')],
      turns: [1, 2].map((number) => turn(number, 1, { question: id('question', 1) })),
    });
    expect(questions.map(({ from, to }) => [from, to])).toEqual([['2019-06-01', '2020-09-01']]);
  });

  it('remember when they were reworded on the way', () => {
    const [found] = spans(
      question(1, '2020-01-01', {
        earlier: [
          { wording: 'Draft?', until: '2020-01-01' as Day },
          { wording: 'First?', until: '2021-01-01' as Day },
        ],
      }),
    );
    expect(found?.reworded).toEqual(['2021-01-01']);
  });

  it('never end before they begin, whatever the record says', () => {
    const days = fc.integer({ min: 0, max: 3000 }).map(dayAfterStart);
    const states = fc.constantFrom('drafted', 'carried', 'explored', 'resting', 'answered');
    fc.assert(
      fc.property(days, days, days, states, (day, since, sessionDay, state) => {
        const { questions } = review({
          questions: [question(1, day, { since, state })],
          sessions: [session(1, sessionDay)],
          turns: [turn(1, 1, { question: id('question', 1) })],
        });
        for (const { from, to } of questions) {
          expect(from <= to).toBe(true);
          expect(to <= today).toBe(true);
        }
      }),
    );
  });
});

describe('pauses', () => {
  const on = (...days: readonly string[]) => days.map((day, index) => session(index + 1, day));

  it('are more than sixty days between two sessions', () => {
    const { pauses } = review({ sessions: on('2023-01-01', '2023-03-02', '2023-05-02', '2023-05-09') });
    expect(pauses).toEqual([{ from: '2023-03-02', to: '2023-05-02', open: false }]);
  });

  it('are not declared by the journal: after the last session only a pair that rests has one', () => {
    const sessions = on('2025-01-01', '2025-01-15');
    expect(review({ sessions }).pauses).toEqual([]);
    expect(review({ sessions }, 'ended').pauses).toEqual([]);
    expect(review({ sessions }, 'resting').pauses).toEqual([{ from: '2025-01-15', to: today, open: true }]);
    expect(review({}, 'resting').pauses).toEqual([]);
  });
});

describe('counts', () => {
  it('count what lies in a year, and a question in every year it was carried', () => {
    const found = review({
      sessions: [session(1, '2020-12-31'), session(2, '2021-01-01')],
      questions: [question(1, '2020-05-01', { state: 'resting', since: '2021-02-01' as Day })],
      timelines: [line(1, '2021-07-01'), line(2, '2027-01-01')],
    });
    expect(countsWithin(found, yearSpan(2020))).toEqual({ sessions: 1, questions: 1, lines: 0 });
    expect(countsWithin(found, yearSpan(2021))).toEqual({ sessions: 1, questions: 1, lines: 1 });
    expect(countsWithin(found, yearSpan(2022))).toEqual({ sessions: 0, questions: 0, lines: 0 });
    expect(reviewSpan(found)).toEqual({ from: '2020-05-01', to: '2021-07-01' });
    expect(reviewSpan(review({}))).toBeUndefined();
  });

  it('of all years add up to all sessions', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2400), { maxLength: 60 }), (offsets) => {
        const found = review({
          sessions: offsets.map((offset, index) => session(index + 1, dayAfterStart(offset))),
        });
        const years = [2020, 2021, 2022, 2023, 2024, 2025, 2026];
        const sum = years.reduce((total, year) => total + countsWithin(found, yearSpan(year)).sessions, 0);
        expect(sum).toBe(offsets.length);
      }),
    );
  });
});
