import type { RecordId } from '../base/ids.ts';
import { type Body, type IdOf, type Kind, namedRecords, type PersonId } from '../domain/record.ts';

/**
 * @file What goes along when somebody chooses sessions, timelines and questions to share: the least that can be read
 * by itself, in reading order. Pure.
 */

/** A live record, as the journal's view has it. */
export interface Kept<K extends Kind = Kind> {
  readonly id: IdOf<K>;
  readonly kind: K;
  readonly author: PersonId;
  readonly body: Body<K>;
}

/** As much of the view as is needed here. */
export interface Shelf {
  readonly get: <K extends Kind>(kind: K, id: IdOf<K> | undefined) => Kept<K> | undefined;
  readonly naming: <K extends Kind>(kind: K, id: RecordId) => readonly Kept<K>[];
  readonly resolve: <Id extends string>(id: Id) => Id;
}

export interface Choice {
  readonly sessions: readonly IdOf<'session'>[];
  readonly timelines: readonly IdOf<'timeline'>[];
  readonly questions: readonly IdOf<'question'>[];
}

export interface Half {
  readonly turn: Kept<'turn'>;
  readonly readings: readonly Kept<'reading'>[];
  readonly notes: readonly Kept<'note'>[];
  readonly noticings: readonly Kept<'noticing'>[];
  readonly commitments: readonly Kept<'commitment'>[];
}

export interface MatWithNotes {
  readonly mat: Kept<'mat'>;
  readonly notes: readonly Kept<'note'>[];
}

export type Chapter =
  | {
      readonly kind: 'session';
      readonly root: Kept<'session'>;
      readonly halves: readonly Half[];
      readonly notes: readonly Kept<'note'>[];
    }
  | {
      readonly kind: 'timeline';
      readonly root: Kept<'timeline'>;
      readonly mats: readonly MatWithNotes[];
      readonly objects: readonly Kept<'foundObject'>[];
    }
  | {
      readonly kind: 'question';
      readonly root: Kept<'question'>;
      readonly notes: readonly Kept<'note'>[];
    };

export interface Closure {
  readonly chapters: readonly Chapter[];
  /** Records that belong here but were written in a third journal: not ours to pass on. */
  readonly othersWords: readonly RecordId[];
}

/**
 * Everything that belongs to what was chosen. Only what one of `authors` wrote down: the two of the pair.
 * Sessions come by day, each followed by the lines laid in it, then other timelines, then questions.
 */
export function closureOf(shelf: Shelf, choice: Choice, authors: ReadonlySet<PersonId>): Closure {
  const othersWords: RecordId[] = [];
  const passable = <K extends Kind>(entries: readonly Kept<K>[]): readonly Kept<K>[] =>
    entries.filter(({ id, author }) => {
      const may = authors.has(shelf.resolve(author));
      if (!may) othersWords.push(id);
      return may;
    });
  const found = <K extends Kind>(kind: K, ids: Iterable<IdOf<K> | undefined>): readonly Kept<K>[] =>
    passable([...new Set(ids)].flatMap((id) => shelf.get(kind, id) ?? []));
  const below = <K extends Kind>(kind: K, id: RecordId) => passable(shelf.naming(kind, id));
  const notesAbout = (id: RecordId) =>
    below('note', id)
      .filter(({ body }) => body.about === id)
      .toSorted(byDay);

  const saidBy = ({ body }: Kept<'note'>, person: PersonId) =>
    Number(shelf.resolve(body.person) === shelf.resolve(person));

  const half = (turn: Kept<'turn'>): Half => ({
    turn,
    readings: below('reading', turn.id),
    // Whoever explored speaks first.
    notes: notesAbout(turn.id).toSorted(
      (a, b) => saidBy(b, turn.body.explorer) - saidBy(a, turn.body.explorer),
    ),
    noticings: below('noticing', turn.id).toSorted(byDay),
    commitments: below('commitment', turn.id).toSorted(byDay),
  });
  const timelineChapter = (root: Kept<'timeline'>): Chapter => ({
    kind: 'timeline',
    root,
    mats: below('mat', root.id)
      .toSorted((a, b) => a.body.order - b.body.order)
      .map((mat) => ({ mat, notes: notesAbout(mat.id) })),
    objects: below('foundObject', root.id),
  });

  const sessions = found('session', choice.sessions)
    .toSorted(bySession)
    .map((root) => ({
      root,
      halves: below('turn', root.id)
        .toSorted((a, b) => a.body.order - b.body.order)
        .map(half),
    }));
  const chapters: Chapter[] = [];
  const placed = new Set<RecordId>();
  for (const { root, halves } of sessions) {
    chapters.push({ kind: 'session', root, halves, notes: notesAbout(root.id) });
    const laid = found('timeline', [
      ...halves.map(({ turn }) => turn.body.timeline),
      ...shelf.naming('timeline', root.id).map(({ id }) => id),
    ]);
    for (const timeline of laid) {
      if (placed.has(timeline.id)) continue;
      placed.add(timeline.id);
      chapters.push(timelineChapter(timeline));
    }
  }
  for (const timeline of found('timeline', choice.timelines).toSorted(byDay)) {
    if (placed.has(timeline.id)) continue;
    placed.add(timeline.id);
    chapters.push(timelineChapter(timeline));
  }
  const asked = chapters.flatMap((chapter) =>
    chapter.kind === 'session'
      ? chapter.halves.map(({ turn }) => turn.body.question)
      : chapter.kind === 'timeline'
        ? [chapter.root.body.question]
        : [],
  );
  for (const question of found('question', [...asked, ...choice.questions]).toSorted(byDay)) {
    // A question that was only asked there leaves as worded; what was noted about it elsewhere was not chosen.
    const notes = choice.questions.includes(question.id) ? notesAbout(question.id) : [];
    chapters.push({ kind: 'question', root: question, notes });
  }
  return { chapters, othersWords: [...new Set(othersWords)] };
}

function byDay(
  a: { readonly id: string; readonly body: { readonly day: string } },
  b: { readonly id: string; readonly body: { readonly day: string } },
): number {
  return `${a.body.day} ${a.id}` < `${b.body.day} ${b.id}` ? -1 : 1;
}

function bySession(a: Kept<'session'>, b: Kept<'session'>): number {
  const keyOf = ({ id, body }: Kept<'session'>) => `${body.day} ${body.startsAt ?? '99:99'} ${id}`;
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

/** The same without what is held back: with a chapter, a half or a mat goes all that is in it. */
export function without(chapters: readonly Chapter[], held: ReadonlySet<string>): readonly Chapter[] {
  const left = <E extends { readonly id: RecordId }>(entries: readonly E[]) =>
    entries.filter(({ id }) => !held.has(id));
  return chapters
    .filter(({ root }) => !held.has(root.id))
    .map((chapter) => {
      switch (chapter.kind) {
        case 'session':
          return {
            ...chapter,
            notes: left(chapter.notes),
            halves: chapter.halves
              .filter(({ turn }) => !held.has(turn.id))
              .map(({ turn, readings, notes, noticings, commitments }) => ({
                turn,
                readings: left(readings),
                notes: left(notes),
                noticings: left(noticings),
                commitments: left(commitments),
              })),
          };
        case 'timeline':
          return {
            ...chapter,
            objects: left(chapter.objects),
            mats: chapter.mats
              .filter(({ mat }) => !held.has(mat.id))
              .map(({ mat, notes }) => ({ mat, notes: left(notes) })),
          };
        default:
          return { ...chapter, notes: left(chapter.notes) };
      }
    });
}

/** The records of chapters, in reading order. */
export function recordsIn(chapters: readonly Chapter[]): readonly Kept[] {
  return chapters.flatMap((chapter): readonly Kept[] => {
    switch (chapter.kind) {
      case 'session':
        return [
          chapter.root,
          ...chapter.halves.flatMap(({ turn, readings, notes, noticings, commitments }): readonly Kept[] => [
            turn,
            ...readings,
            ...notes,
            ...noticings,
            ...commitments,
          ]),
          ...chapter.notes,
        ];
      case 'timeline':
        return [
          chapter.root,
          ...chapter.mats.flatMap(({ mat, notes }): readonly Kept[] => [mat, ...notes]),
          ...chapter.objects,
        ];
      default:
        return [chapter.root, ...chapter.notes];
    }
  });
}

/** What the chapters cannot be read without: the people and the buddyship they name, and scales of one's own. */
export function supportOf(
  shelf: Shelf,
  chapters: readonly Chapter[],
  authors: ReadonlySet<PersonId>,
): readonly Kept[] {
  const support = new Map<RecordId, Kept>();
  const take = (id: RecordId): void => {
    const kind = (['person', 'buddyship', 'measure'] as const).find((each) => id.startsWith(`${each}_`));
    const entry = kind && shelf.get(kind, id as never);
    if (!entry || support.has(entry.id) || !authors.has(shelf.resolve(entry.author))) return;
    support.set(entry.id, entry);
    if (entry.kind !== 'person') namedRecords(entry.body).forEach(take);
  };
  for (const { body } of recordsIn(chapters)) namedRecords(body).forEach(take);
  return [...support.values()];
}
