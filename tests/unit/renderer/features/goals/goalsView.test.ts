import { beforeEach, describe, expect, test } from 'vitest';
import { pictureOf } from '#renderer/features/goals/checkInPicture.ts';
import {
  checkInsOf,
  goalsOf,
  holdsAll,
  levelFigure,
  levels,
  openPromises,
  promisesFor,
  settledByMonth,
} from '#renderer/features/goals/goalsView.ts';
import type { Day } from '#shared/base/time.ts';
import { worded } from '#shared/domain/commitment.ts';
import { type Body, bodies, type IdOf } from '#shared/domain/record.ts';
import { Notebook } from '../../../support/notebook.ts';

let book: Notebook;

beforeEach(() => {
  book = new Notebook();
});

function goal(name: string, facts: Partial<Body<'goal'>> = {}): IdOf<'goal'> {
  return book.put('goal', {
    person: book.me,
    name,
    why: '',
    evidence: '',
    smallestStep: '',
    levels: ['', '', '', '', ''],
    state: 'growing',
    day: '2026-03-01' as Day,
    ...facts,
  });
}

function checkIn(of: IdOf<'goal'>, day: string, level: number, author = book.me): IdOf<'checkIn'> {
  return book.put('checkIn', { goal: of, day: day as Day, level, words: '' }, { author });
}

function promise(what: string, facts: Partial<Body<'commitment'>> = {}): IdOf<'commitment'> {
  return book.put('commitment', {
    person: book.me,
    day: '2026-03-01' as Day,
    what,
    state: 'open',
    ...facts,
  });
}

describe('Goals', () => {
  test('come one person at a time, growing ones first, the newest first among equals', () => {
    goal('reached', { state: 'reached', day: '2026-09-01' as Day });
    goal('older');
    goal('newer', { day: '2026-05-01' as Day });
    goal('resting', { state: 'resting' });
    goal('hers', { person: book.buddy });
    const names = (person: typeof book.me) =>
      goalsOf(book.view, person).map(({ goal: { body } }) => body.name);
    expect(names(book.me)).toEqual(['newer', 'older', 'resting', 'reached']);
    expect(names(book.buddy)).toEqual(['hers']);
  });

  test('show the check-in of the latest day, whenever it was written down', () => {
    const id = goal('Say no sooner');
    checkIn(id, '2026-06-01', 1);
    checkIn(id, '2026-04-01', -2);
    expect(checkInsOf(book.view, id).map(({ body }) => body.level)).toEqual([-2, 1]);
    expect(goalsOf(book.view, book.me)[0]?.lastCheckIn?.body.level).toBe(1);
  });

  test('have levels with a real minus', () => {
    expect(levels.map(levelFigure)).toEqual(['−2', '−1', '0', '+1', '+2']);
  });
});

describe('The picture of check-ins', () => {
  test('joins what is near in time and leaves a gap where months are missing', () => {
    const id = goal('Say no sooner');
    for (const day of ['2026-01-01', '2026-02-01', '2026-09-01']) checkIn(id, day, 0);
    const { points, stretches } = pictureOf(checkInsOf(book.view, id));
    expect(points.map(({ day }) => day)).toEqual(['2026-01-01', '2026-02-01', '2026-09-01']);
    expect(stretches.map((stretch) => stretch.map(({ day }) => day))).toEqual([['2026-01-01', '2026-02-01']]);
  });

  test('puts later days further right and higher levels further up', () => {
    const id = goal('Say no sooner');
    checkIn(id, '2026-01-01', -2);
    checkIn(id, '2026-02-01', 2);
    const [first, last] = pictureOf(checkInsOf(book.view, id)).points;
    expect(first && last && last.x > first.x && last.y < first.y).toBe(true);
  });

  test('leaves a goal in its line where its own author last saw it', () => {
    const id = goal('Say no sooner');
    const own = checkIn(id, '2026-01-01', 0);
    checkIn(id, '2026-01-15', 2, book.buddy);
    expect(goalsOf(book.view, book.me)[0]?.lastCheckIn?.id).toBe(own);
  });

  test('joins what one person saw, never the readings of two', () => {
    const id = goal('Say no sooner');
    checkIn(id, '2026-01-01', 0);
    checkIn(id, '2026-01-15', 2, book.buddy);
    checkIn(id, '2026-02-01', 1);
    const { points, stretches } = pictureOf(checkInsOf(book.view, id));
    expect(points.map(({ author }) => author)).toEqual([book.me, book.buddy, book.me]);
    expect(stretches.map((stretch) => stretch.map(({ day }) => day))).toEqual([['2026-01-01', '2026-02-01']]);
  });

  test('stands in the middle when there is one day only', () => {
    const id = goal('Say no sooner');
    checkIn(id, '2026-01-01', 0);
    const { points, stretches } = pictureOf(checkInsOf(book.view, id));
    expect(Number.isFinite(points[0]?.x)).toBe(true);
    expect(stretches).toEqual([]);
  });
});

describe('Commitments', () => {
  test('that are open: mine first, the earliest due first, those without a day last', () => {
    promise('whenever');
    promise('soon', { due: '2026-03-05' as Day });
    promise('hers', { person: book.buddy, due: '2026-03-02' as Day });
    promise('done', { state: 'kept' });
    expect(openPromises(book.view).map(({ body }) => body.what)).toEqual(['soon', 'whenever', 'hers']);
  });

  test('that were looked back on can be searched for by all of their words together', () => {
    promise('Ring the choir', { state: 'kept', settledOn: '2026-03-31' as Day, learned: 'On Tuesdays' });
    const [month] = settledByMonth(book.view);
    const holds = (...words: string[]) => month !== undefined && holdsAll(month, words);
    expect(holds('choir', 'tuesdays')).toBe(true);
    expect(holds('choir', 'monday')).toBe(false);
    expect(holds()).toBe(false);
  });

  test('that were looked back on stand under the month that was in, the latest first', () => {
    promise('a', { state: 'kept', settledOn: '2026-03-31' as Day });
    promise('b', { state: 'letGo', settledOn: '2026-04-01' as Day });
    promise('c', { state: 'notKept', settledOn: '2026-03-02' as Day });
    promise('d', { state: 'partly' });
    expect(
      settledByMonth(book.view).map(({ month, promises }) => [month, promises.map(({ body }) => body.what)]),
    ).toEqual([
      ['2026-04', ['b']],
      ['2026-03', ['a', 'c', 'd']],
    ]);
  });

  test('for a goal: open ones before those looked back on', () => {
    const id = goal('Say no sooner');
    promise('kept', { goal: id, state: 'kept', settledOn: '2026-04-01' as Day });
    promise('open', { goal: id });
    promise('for nothing');
    expect(promisesFor(book.view, id).map(({ body }) => body.what)).toEqual(['open', 'kept']);
  });

  test('in other words lose what was emptied and keep everything else', () => {
    const before: Body<'commitment'> = {
      person: book.me,
      day: '2026-03-01' as Day,
      what: 'Ask',
      due: '2026-03-05' as Day,
      ifThen: 'If not, write',
      sure: 6,
      state: 'open',
      later: 'from a newer version',
    };
    const after = worded(before, { what: ' Ask Priya ', due: undefined, ifThen: ' ', sure: undefined });
    expect(after).toEqual({
      person: book.me,
      day: '2026-03-01',
      what: 'Ask Priya',
      state: 'open',
      later: 'from a newer version',
    });
    expect(bodies.commitment.safeParse(after).success).toBe(true);
  });
});
