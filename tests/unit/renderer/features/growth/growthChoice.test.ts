import { expect, test } from 'vitest';
import { choiceIn } from '#renderer/features/growth/growthChoice.ts';
import type { Day } from '#shared/base/time.ts';
import { Notebook } from '../../../support/notebook.ts';

const today = '2026-11-22' as Day;
const book = new Notebook();
const patience = book.put('measure', { person: book.buddy, name: 'Patience' });

function reading(day: string) {
  const facts = { person: book.buddy, measure: patience, moment: 'alone', value: 3, words: '' } as const;
  return book.put('reading', { ...facts, day: day as Day });
}

test('a link to a reading chooses whose it is, of what, and days it lies in', () => {
  const hers = { person: book.buddy, measure: patience };
  const asked = (day: string) => choiceIn(`reading=${reading(day)}`, book.view, today);
  expect(asked('2026-11-22')).toEqual(hers);
  expect(asked('2025-11-23')).toEqual(hers);
  expect(asked('2025-11-22')).toEqual({ ...hers, period: { kind: 'all' } });
  expect(asked('2027-01-01')).toEqual({ ...hers, period: { kind: 'all' } });
});

test('a link to a measure chooses it and its person', () => {
  expect(choiceIn(`measure=${patience}`, book.view, today)).toEqual({
    person: book.buddy,
    measure: patience,
  });
});

test('a link to what is not here chooses nothing', () => {
  const searches = ['', 'reading', 'reading=clarity', `reading=${book.newId('reading')}`, 'measure=clarity'];
  for (const search of searches) expect(choiceIn(search, book.view, today)).toEqual({});
  expect(choiceIn(`reading=${patience}`, book.view, today)).toEqual({});
});
