/** @file Questions as their pages show them: grouped, with where they were used and what they grew out of. Pure. */
import type { QuestionState } from '#shared/domain/question.ts';
import type { IdOf } from '#shared/domain/record.ts';
import type { Entry, View } from '../../journal/view.ts';

/** In the order in which a person looks for them. */
const groupOrder = [
  'carried',
  'drafted',
  'explored',
  'resting',
  'answered',
] as const satisfies readonly QuestionState[];

export const stateNames: Readonly<Record<QuestionState, string>> = {
  carried: 'Carried',
  drafted: 'Drafts',
  explored: 'Explored',
  resting: 'Resting',
  answered: 'Answered by life',
};

export interface QuestionGroup {
  readonly state: QuestionState;
  readonly questions: readonly Entry<'question'>[];
}

/** Every question by its state; within a state the one that came there last is first. Empty groups are left out. */
export function questionGroups(view: View): readonly QuestionGroup[] {
  const all = view.all('question').toSorted((a, b) => (a.body.since < b.body.since ? 1 : -1));
  return groupOrder
    .map((state) => ({ state, questions: all.filter(({ body }) => body.state === state) }))
    .filter(({ questions }) => questions.length > 0);
}

export interface Use {
  readonly turn: Entry<'turn'>;
  readonly session: Entry<'session'>;
}

/** The halves in which a question was walked, the latest first. */
export function usesOf(view: View, id: IdOf<'question'>): readonly Use[] {
  const uses = view
    .naming('turn', id)
    .filter(({ body }) => body.question === id)
    .flatMap((turn) => {
      const session = view.get('session', turn.body.session);
      return session ? [{ turn, session }] : [];
    });
  return uses.toSorted((a, b) => (a.session.body.day < b.session.body.day ? 1 : -1));
}

/** The lines laid for a question, the latest first. */
export function linesFor(view: View, id: IdOf<'question'>): readonly Entry<'timeline'>[] {
  return view
    .naming('timeline', id)
    .filter(({ body }) => body.question === id)
    .toSorted((a, b) => (a.body.day < b.body.day ? 1 : -1));
}

/** Questions that grew out of this one. */
export function offspringOf(view: View, id: IdOf<'question'>): readonly Entry<'question'>[] {
  return view.naming('question', id).filter(({ body }) => body.grewOutOf?.includes(id));
}

/** What a question may be said to have grown out of: any other, so long as no circle comes of it. */
export function possibleOrigins(view: View, id: IdOf<'question'>): readonly Entry<'question'>[] {
  const below = new Set<string>([id]);
  const waiting = [id];
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    for (const child of offspringOf(view, current)) {
      if (below.has(child.id)) continue;
      below.add(child.id);
      waiting.push(child.id);
    }
  }
  return view
    .all('question')
    .filter((each) => !below.has(each.id) && each.body.wording.trim() !== '')
    .toSorted((a, b) => (a.body.since < b.body.since ? 1 : -1));
}

/** What I wrote down about a question: it goes with it, and comes back with it. */
export function ownNotesAbout(view: View, id: IdOf<'question'>): readonly Entry<'note'>[] {
  return view.naming('note', id).filter(({ body, author }) => body.about === id && author === view.me);
}
