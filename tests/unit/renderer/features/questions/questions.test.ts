import { describe, expect, it } from 'vitest';
import {
  linesFor,
  offspringOf,
  ownNotesAbout,
  possibleOrigins,
  questionGroups,
  usesOf,
} from '#renderer/features/questions/questionsView.ts';
import type { Day } from '#shared/base/time.ts';
import type { QuestionState } from '#shared/domain/question.ts';
import { moveTo, reword } from '#shared/domain/question.ts';
import type { IdOf } from '#shared/domain/record.ts';
import { paragraphs } from '#shared/domain/richText.ts';
import { Notebook } from '../../../support/notebook.ts';

const day = (text: string) => text as Day;

function put(
  book: Notebook,
  wording: string,
  state: QuestionState,
  since: string,
  grewOutOf?: IdOf<'question'>,
) {
  const body = { person: book.me, wording, state, day: day(since), since: day(since), earlier: [] };
  return book.put('question', grewOutOf ? { ...body, grewOutOf: [grewOutOf] } : body);
}

describe('questions', () => {
  it('stand in groups, the carried ones first, the newest first within', () => {
    const book = new Notebook();
    put(book, 'old', 'carried', '2024-01-01');
    put(book, 'rest', 'resting', '2025-01-01');
    put(book, 'new', 'carried', '2025-06-01');
    const groups = questionGroups(book.view).map(({ state, questions }) => [
      state,
      questions.map(({ body }) => body.wording),
    ]);
    expect(groups).toEqual([
      ['carried', ['new', 'old']],
      ['resting', ['rest']],
    ]);
  });

  it('know the halves and lines they were used in, and only those', () => {
    const book = new Notebook();
    const question = put(book, 'q', 'carried', '2025-01-01');
    const other = put(book, 'other', 'carried', '2025-01-01', question);
    const buddyship = book.buddyship;
    const session = book.put('session', {
      buddyship,
      day: day('2025-02-01'),
      manner: 'walk',
      place: 'Wood',
      title: '',
    });
    const turn = { session, explorer: book.me, holder: book.buddy };
    const used = book.put('turn', { ...turn, order: 1, question });
    book.put('turn', { ...turn, order: 2, question: other });
    const path = [
      { x: 0, y: 0 },
      { x: 9, y: 9 },
    ];
    const laid = {
      buddyship,
      person: book.me,
      title: 'line',
      day: day('2025-02-01'),
      path,
      pastAt: 'start' as const,
    };
    const line = book.put('timeline', { ...laid, question });
    expect(usesOf(book.view, question).map((use) => use.turn.id)).toEqual([used]);
    expect(linesFor(book.view, question).map(({ id }) => id)).toEqual([line]);
    expect(offspringOf(book.view, question).map(({ id }) => id)).toEqual([other]);
  });

  it('take along what I noted about them, and nothing that is somebody else’s', () => {
    const book = new Notebook();
    const [question, other] = [
      put(book, 'q', 'carried', '2025-01-01'),
      put(book, 'other', 'carried', '2025-01-01'),
    ];
    const words = { person: book.me, day: day('2025-01-02'), text: paragraphs('Mostly at dinner.') };
    const mine = book.put('note', { ...words, about: question });
    book.put('note', { ...words, about: question, person: book.buddy }, { author: book.buddy });
    book.put('note', { ...words, about: other });
    expect(ownNotesAbout(book.view, question).map(({ id }) => id)).toEqual([mine]);
  });

  it('never grow out of what grew out of them', () => {
    const book = new Notebook();
    const first = put(book, 'first', 'resting', '2023-01-01');
    const second = put(book, 'second', 'resting', '2024-01-01', first);
    const third = put(book, 'third', 'carried', '2025-01-01', second);
    const free = put(book, 'free', 'drafted', '2025-01-02');
    expect(possibleOrigins(book.view, first).map(({ id }) => id)).toEqual([free]);
    expect(new Set(possibleOrigins(book.view, third).map(({ id }) => id))).toEqual(
      new Set([free, second, first]),
    );
  });
});

describe('a wording', () => {
  const question = {
    person: `person_${'0'.repeat(32)}` as IdOf<'person'>,
    wording: 'Am I any good?',
    state: 'carried' as const,
    day: day('2025-01-01'),
    since: day('2025-01-01'),
    earlier: [],
  };

  it('keeps the one before it, with the day it was left', () => {
    const changed = reword(question, 'What am I good for?', day('2025-03-01'));
    expect(changed.earlier).toEqual([{ wording: 'Am I any good?', until: '2025-03-01' }]);
    expect(reword(changed, changed.wording, day('2025-04-01'))).toBe(changed);
    expect(reword({ ...question, wording: ' ' }, 'New', day('2025-03-01')).earlier).toEqual([]);
  });

  it('moves on a day, and stays where it is when nothing moves', () => {
    expect(moveTo(question, 'resting', day('2025-05-01'))).toMatchObject({
      state: 'resting',
      since: '2025-05-01',
    });
    expect(moveTo(question, 'carried', day('2025-05-01'))).toBe(question);
  });
});
