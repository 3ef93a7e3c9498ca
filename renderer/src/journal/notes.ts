/** @file People's words by whom they were written down: only the author may write on. */
import type { Body, PersonId } from '#shared/domain/record.ts';
import type { Entry, View } from './view.ts';

/** Records of one sort by whom they were written down. Each list keeps its order whatever is revised. */
export interface ByWhom<E> {
  readonly mine: readonly E[];
  /** From the other journal: to be read. */
  readonly theirs: readonly E[];
}

export function byWhom<E extends Entry>(entries: readonly E[], me: PersonId): ByWhom<E> {
  const sorted = entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    mine: sorted.filter(({ author }) => author === me),
    theirs: sorted.filter(({ author }) => author !== me),
  };
}

/** What one person said about something: in a half, on a mat, on a question. */
export function notesBy(
  view: View,
  about: NonNullable<Body<'note'>['about']>,
  person: PersonId,
): ByWhom<Entry<'note'>> {
  return byWhom(
    view.naming('note', about).filter(({ body }) => body.about === about && body.person === person),
    view.me,
  );
}
