import { expect, it } from 'vitest';
import { addDays, dayNumber } from '#shared/base/time.ts';
import { Chance } from '../../bench/decade/chance.ts';
import { fillDecade } from '../../bench/decade/course.ts';
import { OpenBook, today } from '../support/openBook.ts';

it('a decade has a hundred and twenty timelines, twelve in every year, beside its sessions', async () => {
  const { journal } = await OpenBook.begin();
  const buddy = journal.newId('person');
  const since = addDays(today, -3653);
  await journal.write([
    { op: 'put', kind: 'person', id: journal.me, body: { name: 'Tom' } },
    { op: 'put', kind: 'person', id: buddy, body: { name: 'Maya' } },
    {
      op: 'put',
      kind: 'buddyship',
      id: journal.newId('buddyship'),
      body: { people: [journal.me, buddy], since, usualWalk: 'Holt Wood', state: 'active' },
    },
  ]);
  const records = await fillDecade(journal, new Chance(1660), { since, today, years: 10, corpus: [] });
  const count = (kind: 'session' | 'turn' | 'timeline' | 'mat') => journal.view.all(kind).length;
  // One session is still to come.
  expect([count('session'), count('turn')]).toEqual([1041, 2082]);
  expect([count('timeline'), count('mat')]).toEqual([120, 480]);
  expect(records).toBeGreaterThan(20_000);
  const years = Array.from({ length: 10 }, () => 0);
  for (const { body } of journal.view.all('timeline')) {
    const year = Math.floor((dayNumber(body.day) - dayNumber(since)) / 365.3);
    years[year] = (years[year] ?? 0) + 1;
  }
  expect(years).toEqual(Array.from({ length: 10 }, () => 12));
});
