/** @file From records that leave to what people read of them. Pure; every word that leaves stands in it. */

import type { Reading } from '#shared/domain/reading.ts';
import type { IdOf, PersonId } from '#shared/domain/record.ts';
import type { Chapter, Half, Kept, MatWithNotes } from '#shared/share/closure.ts';
import type { Outline, OutlineChapter, OutlineGroup, OutlineItem } from '#shared/share/outline.ts';
import { personShown } from '../../journal/people.ts';
import { halfName, sessionName, sessionNumber } from '../../journal/sessions.ts';
import type { View } from '../../journal/view.ts';
import { commitmentStateNames, mannerPhrases, measureName, methodName } from '../../journal/words.ts';
import { fullDay, longDay, timeInWords } from '../../ui/days.ts';
import { questionStateNames, shapeNames } from './shareWords.ts';

/** The chapters in words. A question's wording shows in a half only where the question itself leaves. */
export function chaptersOutline(view: View, chapters: readonly Chapter[]): readonly OutlineChapter[] {
  const questions = new Map(
    chapters.flatMap((chapter) => (chapter.kind === 'question' ? [[chapter.root.id, chapter.root]] : [])),
  );
  return chapters.map((chapter) => {
    switch (chapter.kind) {
      case 'session':
        return sessionOutline(view, chapter, questions);
      case 'timeline':
        return timelineOutline(view, chapter, questions);
      default:
        return questionOutline(view, chapter);
    }
  });
}

type Questions = ReadonlyMap<IdOf<'question'>, Kept<'question'>>;
type ChapterOf<K extends Chapter['kind']> = Extract<Chapter, { readonly kind: K }>;

function sessionOutline(view: View, { root, halves, notes }: ChapterOf<'session'>, questions: Questions) {
  const { day, startsAt, endsAt, manner, place, title } = root.body;
  const number = sessionNumber(view, root.id);
  const times = [startsAt, endsAt].flatMap((time) => (time === undefined ? [] : [timeInWords(time)]));
  return {
    id: root.id,
    eyebrow: `Session${number === undefined ? '' : ` ${number}`}, ${mannerPhrases[manner]}`,
    heading: sessionName(root.body),
    facts: [[fullDay(day), times.join(' to '), title.trim() === '' ? '' : place].filter(Boolean).join(' · ')],
    groups: [
      ...halves.map((half) => halfGroup(view, half, questions)),
      ...(notes.length > 0
        ? [{ id: root.id, heading: 'About the whole session', facts: [], items: notes.map(noteItem(view)) }]
        : []),
    ],
  } satisfies OutlineChapter;
}

function halfGroup(view: View, half: Half, questions: Questions): OutlineGroup {
  const { explorer, holder, observer, order, method, minutes, question } = half.turn.body;
  const name = nameIn(view);
  const asked = question && questions.get(question)?.body.wording;
  const how = [
    `${name(holder)} held the space`,
    observer === undefined ? '' : `${name(observer)} observed`,
    minutes === undefined ? '' : `${minutes} minutes`,
    method === undefined ? '' : methodName(method),
  ];
  return {
    id: half.turn.id,
    heading: `${halfName(order)}: ${name(explorer)} explored`,
    facts: [how.filter(Boolean).join(', '), ...(asked ? [`“${asked}”`] : [])],
    items: [
      ...readingItems(view, half.readings),
      ...half.notes.map(noteItem(view)),
      ...half.noticings.map((noticing) => ({
        ...item(view, noticing, noticing.body.person, `Noticed by ${name(noticing.body.person)}`),
        text: noticing.body.text,
      })),
      ...half.commitments.map(commitmentItem(view)),
    ],
  };
}

/** One item for each person and measure: before and after belong together. */
function readingItems(view: View, readings: readonly Kept<'reading'>[]): readonly OutlineItem[] {
  const groups = new Map<string, Kept<'reading'>[]>();
  for (const entry of readings) {
    const key = `${view.resolve(entry.body.person)} ${entry.body.measure}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const moments: readonly Reading['moment'][] = ['before', 'after', 'alone'];
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const ordered = group.toSorted((a, b) => moments.indexOf(a.body.moment) - moments.indexOf(b.body.moment));
    const figures = ordered.map(({ body }) =>
      [
        body.value === undefined ? 'not rated' : String(body.value),
        body.moment === 'alone' ? '' : body.moment,
      ]
        .filter(Boolean)
        .join(' '),
    );
    const { person, measure } = first.body;
    return [
      {
        ...item(view, first, person, `${measureName(view, measure)}, ${nameIn(view)(person)}`),
        ids: ordered.map(({ id }) => id),
        words: [figures.join(', '), ...ordered.map(({ body }) => body.words)].filter(Boolean),
      },
    ];
  });
}

function commitmentItem(view: View) {
  return (entry: Kept<'commitment'>): OutlineItem => {
    const { person, what, why, ifThen, sure, due, state, settledOn, learned, day } = entry.body;
    const facts = [
      `Made on ${longDay(day)}`,
      due === undefined ? '' : `by ${longDay(due)}`,
      sure === undefined ? '' : `how sure: ${sure}`,
      settledOn === undefined
        ? commitmentStateNames[state].toLowerCase()
        : `${commitmentStateNames[state].toLowerCase()} on ${longDay(settledOn)}`,
    ];
    return {
      ...item(view, entry, person, `Promised by ${nameIn(view)(person)}`),
      words: [what, why, ifThen, facts.filter(Boolean).join(', '), learned].flatMap((words) => words || []),
    };
  };
}

function timelineOutline(view: View, { root, mats, objects }: ChapterOf<'timeline'>, questions: Questions) {
  const { person, title, day, from, to, question } = root.body;
  const asked = question && questions.get(question)?.body.wording;
  const span = [from?.text, to?.text].flatMap((text) => text || []).join(' to ');
  return {
    id: root.id,
    eyebrow: `Timeline laid by ${nameIn(view)(person)}`,
    heading: title.trim() || 'A timeline without a title',
    facts: [[longDay(day), span].filter(Boolean).join(' · '), ...(asked ? [`“${asked}”`] : [])],
    groups: [
      ...mats.map(matGroup(view)),
      ...(objects.length > 0
        ? [{ id: root.id, heading: 'On the ground', facts: [], items: objects.map(objectItem(view, person)) }]
        : []),
    ],
  } satisfies OutlineChapter;
}

function matGroup(view: View) {
  return ({ mat, notes }: MatWithNotes, index: number): OutlineGroup => ({
    id: mat.id,
    heading: `Mat ${index + 1}: ${mat.body.name.trim() || 'without a name'}`,
    facts: mat.body.when?.text ? [mat.body.when.text] : [],
    items: notes.map(noteItem(view)),
  });
}

function objectItem(view: View, layer: PersonId) {
  return (entry: Kept<'foundObject'>): OutlineItem => ({
    ...item(view, entry, layer, shapeNames[entry.body.shape]),
    words: [entry.body.meaning].filter(Boolean),
  });
}

function questionOutline(view: View, { root, notes }: ChapterOf<'question'>) {
  const { person, wording, state, since, day, earlier, answer } = root.body;
  const own: OutlineItem[] = [
    ...(earlier.length > 0
      ? [
          {
            ...item(view, root, person, 'How it was worded before'),
            words: earlier.map((before) => `“${before.wording}”, until ${longDay(before.until)}`),
          },
        ]
      : []),
    ...(answer ? [{ ...item(view, root, person, 'The answer so far'), words: [answer] }] : []),
  ];
  return {
    id: root.id,
    eyebrow: `Question of ${nameIn(view)(person)}`,
    heading: wording.trim() || 'A question without words yet',
    facts: [`First written on ${longDay(day)}, ${questionStateNames[state]} since ${longDay(since)}`],
    groups: [
      ...(own.length > 0 ? [{ id: root.id, facts: [], items: own }] : []),
      ...(notes.length > 0 ? [{ id: root.id, facts: [], items: notes.map(noteItem(view)) }] : []),
    ],
  } satisfies OutlineChapter;
}

function noteItem(view: View) {
  return (entry: Kept<'note'>): OutlineItem => ({
    ...item(view, entry, entry.body.person, `Notes by ${nameIn(view)(entry.body.person)}`),
    text: entry.body.text,
  });
}

function item(view: View, entry: Kept, person: PersonId, label: string): OutlineItem {
  return { ids: [entry.id], label, whose: personShown(view, person).side, words: [] };
}

function nameIn(view: View) {
  return (person: PersonId) => personShown(view, person).name;
}

/** What goes along besides: who the two are, and whoever else is named. A sentence each. */
export function supportLines(support: readonly Kept[]): readonly string[] {
  const names = support.flatMap((entry) =>
    entry.kind === 'person' ? [(entry as Kept<'person'>).body.name] : [],
  );
  const measures = support.flatMap((entry) =>
    entry.kind === 'measure' ? [(entry as Kept<'measure'>).body.name] : [],
  );
  const ships = support.flatMap((entry) => {
    if (entry.kind !== 'buddyship') return [];
    const { since, usualWalk, rhythm } = (entry as Kept<'buddyship'>).body;
    return [
      `Since when you have been buddies: ${longDay(since)}`,
      usualWalk ? `Your usual walk: ${usualWalk}` : '',
      rhythm ? `How often: ${rhythm}` : '',
    ];
  });
  return [
    names.length > 0 ? `Names: ${names.join(', ')}` : '',
    ...ships,
    measures.length > 0 ? `What your own scales are called: ${measures.join(', ')}` : '',
    'When each of these was last written, to the second',
  ].filter(Boolean);
}

/** The page inside the share. */
export function pageOutline(
  view: View,
  chapters: readonly Chapter[],
  about: { readonly me: string; readonly buddy: string; readonly day: string },
): Outline {
  return {
    language: 'en-GB',
    title: `From ${about.me}, for ${about.buddy}`,
    lead: `Shared on ${about.day}. The ${chapters.length === 1 ? 'words below are' : 'parts below are'} as they stood that day.`,
    chapters: chaptersOutline(view, chapters),
  };
}
