import { describe, expect, it } from 'vitest';
import type { Day } from '#shared/base/time.ts';
import { type Commitment, commitment, commitmentStates, settle } from '#shared/domain/commitment.ts';
import { firstDay, isJournalDay, lastDay } from '#shared/domain/fields.ts';
import { moveTo, type Question, question, questionStates, reword } from '#shared/domain/question.ts';
import type { PersonId } from '#shared/domain/record.ts';

const day = (text: string) => text as Day;
const today = day('2026-11-22');
const person = `person_${'0'.repeat(32)}` as PersonId;

describe('a question', () => {
  const carried: Question = {
    person,
    wording: 'What am I for?',
    state: 'carried',
    day: day('2026-01-01'),
    since: day('2026-02-01'),
    earlier: [{ wording: 'What is it all for?', until: day('2026-01-20') }],
  };

  it('keeps every wording it had, the last one left at the end', () => {
    const reworded = reword(carried, 'What am I for, on a Tuesday?', today);
    expect(reworded.wording).toBe('What am I for, on a Tuesday?');
    expect(reworded.earlier).toEqual([...carried.earlier, { wording: 'What am I for?', until: today }]);
    expect(question.safeParse(reworded).success).toBe(true);
  });

  it('is the same question when its wording is the same', () => {
    expect(reword(carried, carried.wording, today)).toBe(carried);
  });

  it('does not keep a wording that said nothing', () => {
    expect(reword({ ...carried, wording: ' \t' }, 'Now', today).earlier).toEqual(carried.earlier);
  });

  it('moves from every state to every other, from that day on', () => {
    for (const state of questionStates) {
      const moved = moveTo(carried, state, today);
      expect(moved.state).toBe(state);
      expect(moved.since).toBe(state === 'carried' ? carried.since : today);
      expect(moved.earlier).toBe(carried.earlier);
    }
  });

  it('keeps what a newer version said of it', () => {
    const newer = { ...carried, bench: { sealed: true } };
    expect(reword(newer, 'Now', today)).toMatchObject({ bench: { sealed: true } });
    expect(moveTo(newer, 'resting', today)).toMatchObject({ bench: { sealed: true } });
  });
});

describe('a commitment', () => {
  const open: Commitment = { person, day: day('2026-11-01'), what: 'Ask Priya', state: 'open' };

  it('is settled on a day, in every way there is', () => {
    for (const state of commitmentStates.filter((each) => each !== 'open')) {
      const settled = settle(open, state, today);
      expect(settled).toEqual({ ...open, state, settledOn: today });
      expect(commitment.safeParse(settled).success).toBe(true);
    }
  });

  it('forgets the day when it is opened again, but not what was learned', () => {
    const kept = { ...settle(open, 'kept', today), learned: 'She says yes.' };
    expect(settle(kept, 'open', today)).toEqual({ ...open, learned: 'She says yes.' });
  });

  it('is sure in whole steps from 0 to 10', () => {
    const isFine = (sure: number) => commitment.safeParse({ ...open, sure }).success;
    expect([0, 7, 10].map(isFine)).toEqual([true, true, true]);
    expect([-1, 11, 6.5, Number.NaN].map(isFine)).toEqual([false, false, false, false]);
  });
});

describe('a day of the journal', () => {
  it.each([firstDay, lastDay, '2024-02-29', '2000-02-29'])('%s is one', (text) => {
    expect(isJournalDay(text)).toBe(true);
  });

  it.each([
    '1899-12-31',
    '2200-01-01',
    '1660-05-01',
    '2400-01-01',
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-11-22T00:00',
    ' 2026-11-22',
    '２０２６-11-22',
    '',
  ])('"%s" is none', (text) => {
    expect(isJournalDay(text)).toBe(false);
  });
});
