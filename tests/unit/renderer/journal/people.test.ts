import { expect, it } from 'vitest';
import { pairOf } from '#renderer/journal/people.ts';
import { OpenBook, today } from '../../support/openBook.ts';

it('tells who the two are from the rest of the journal where the record of the pair is lost', async () => {
  const { journal } = await OpenBook.begin();
  const { view } = journal;
  const lonely = pairOf(view);
  expect(lonely.me.id).toBe(journal.me);
  expect(lonely.buddyship.id).toMatch(/^buddyship_/);
  expect(pairOf(view).buddyship.id).toBe(lonely.buddyship.id);

  const buddyship = journal.newId('buddyship');
  const maya = journal.newId('person');
  const session = {
    buddyship,
    day: today,
    title: '',
    place: 'By the ponds',
    manner: 'walk',
  } as const;
  await journal.write([
    { op: 'put', kind: 'person', id: journal.me, body: { name: 'Tom' } },
    { op: 'put', kind: 'person', id: maya, body: { name: 'Maya' } },
    { op: 'put', kind: 'session', id: journal.newId('session'), body: session },
  ]);
  const pair = pairOf(view);
  expect(pair.buddyship.id).toBe(buddyship);
  expect(pair.buddyship.body.since).toBe(today);
  expect([pair.me.name, pair.buddy.name]).toEqual(['Tom', 'Maya']);
});
