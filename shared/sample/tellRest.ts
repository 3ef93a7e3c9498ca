import { addDays } from '../base/time.ts';
import { richProse } from './prose.ts';
import type { AgreementTale, GoalTale, LooseNoteTale, QuestionTale } from './tale.ts';
import type { SampleChange, Telling } from './telling.ts';
import { line, put } from './telling.ts';

export function tellQuestion(telling: Telling, tale: QuestionTale): readonly SampleChange[] {
  const id = telling.idOf('question', tale.key);
  const day = telling.day(tale.at);
  const person = telling.person(tale.by);
  const since = telling.day(tale.since);
  const question = put('question', id, {
    person,
    wording: tale.wording,
    state: tale.state,
    day,
    since,
    earlier: (tale.earlier ?? []).map(({ wording, until }) => ({ wording, until: telling.day(until) })),
    ...(tale.grewOutOf ? { grewOutOf: tale.grewOutOf.map((key) => telling.idOf('question', key)) } : {}),
    ...(tale.answer ? { answer: line(tale.answer, since) } : {}),
  });
  if (!tale.note) return [question];
  return [
    question,
    put('note', telling.newId('note'), { about: id, person, day, text: richProse(tale.note, day) }),
  ];
}

export function tellGoal(telling: Telling, tale: GoalTale): readonly SampleChange[] {
  const id = telling.idOf('goal', tale.key);
  const { name, why, evidence, step, levels, state } = tale;
  return [
    put('goal', id, {
      person: telling.person(tale.by),
      name,
      why,
      evidence,
      smallestStep: step,
      levels: [...levels],
      state,
      day: telling.day(tale.at),
    }),
    ...tale.checkIns.map(({ at, level, words }) =>
      put('checkIn', telling.newId('checkIn'), { goal: id, day: telling.day(at), level, words }),
    ),
  ];
}

export function tellAgreement(telling: Telling, tale: AgreementTale): SampleChange {
  const day = telling.day(tale.at);
  return put('agreement', telling.newId('agreement'), {
    buddyship: telling.buddyship,
    day,
    until: telling.day(tale.until),
    promises: tale.promises.map(({ prompt, words }) => ({ prompt, words: line(words, day) })),
    accepted: (['me', 'buddy'] as const).map((who) => ({
      person: telling.person(who),
      day: addDays(day, tale.accepted[who]),
    })),
  });
}

export function tellLooseNote(telling: Telling, tale: LooseNoteTale): SampleChange {
  const day = telling.day(tale.at);
  return put('note', telling.newId('note'), {
    person: telling.person('me'),
    day,
    text: richProse(tale.words, day),
  });
}
