import { unreachable } from '../base/assert.ts';
import type { Day } from '../base/time.ts';
import type { Question, QuestionState } from '../domain/question.ts';
import type { IdOf, PersonId } from '../domain/record.ts';
import type { Kept } from './kept.ts';
import type { DaySpan } from './period.ts';

/** How long somebody went about with a question. */
export interface CarriedQuestion extends DaySpan {
  readonly id: IdOf<'question'>;
  readonly person: PersonId;
  readonly wording: string;
  readonly state: QuestionState;
  /** It is carried still; `to` is today then. */
  readonly open: boolean;
  /** Days within the span on which it found another wording. */
  readonly reworded: readonly Day[];
}

/** As much of a session as tells when a question was explored. */
interface Explored {
  readonly day: Day;
  readonly halves: readonly { readonly question: IdOf<'question'> | undefined }[];
}

/**
 * The spans of all questions that were ever carried, earliest first. A record keeps when its present state began, not
 * every state before, so a span is what can be known: from when it was taken up (or first explored, if a session from
 * before then was written down later) to when it was laid down, or today. Drafts nobody explored are left out.
 */
export function carriedQuestions(
  questions: readonly Kept<'question'>[],
  sessions: readonly Explored[],
  today: Day,
): readonly CarriedQuestion[] {
  const exploredOn = new Map<IdOf<'question'>, DaySpan>();
  for (const { day, halves } of sessions) {
    for (const { question } of halves) {
      if (question === undefined) continue;
      const known = exploredOn.get(question);
      const from = known && known.from < day ? known.from : day;
      const to = known && known.to > day ? known.to : day;
      exploredOn.set(question, { from, to });
    }
  }
  return questions
    .flatMap(({ id, body }) => {
      const carried = carriedSpan(body, exploredOn.get(id), today);
      if (!carried || carried.from > today) return [];
      const reworded = body.earlier
        .map(({ until }) => until)
        .filter((day) => day > carried.from && day < carried.to);
      return [{ id, person: body.person, wording: body.wording, state: body.state, reworded, ...carried }];
    })
    .toSorted((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1));
}

function carriedSpan(
  question: Question,
  explored: DaySpan | undefined,
  today: Day,
): (DaySpan & { readonly open: boolean }) | undefined {
  const from = earlier(takenUp(question), explored?.from);
  if (from === undefined) return undefined;
  const isOpen = question.state !== 'resting' && question.state !== 'answered';
  if (isOpen) return { from, to: today, open: true };
  const laidDown = question.since > today ? today : question.since;
  const to = [from, laidDown, explored?.to ?? from].toSorted().at(-1) ?? from;
  return { from, to, open: false };
}

function takenUp({ state, day, since }: Question): Day | undefined {
  switch (state) {
    case 'drafted':
      return undefined;
    case 'carried':
      return since;
    case 'explored':
    case 'resting':
    case 'answered':
      return day;
    default:
      return unreachable(state);
  }
}

function earlier(one: Day | undefined, other: Day | undefined): Day | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
