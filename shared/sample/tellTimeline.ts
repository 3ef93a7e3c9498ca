import { invariant } from '../base/assert.ts';
import type { Place } from '../domain/mat.ts';
import { richProse } from './prose.ts';
import type { MatTale, SessionTale, TimelineTale, When, Who } from './tale.ts';
import { line, other, put, type SampleChange, type Telling } from './telling.ts';

/** A line with its mats, its things and what was said on it. It was laid in the session whose half names it. */
export function tellTimeline(
  telling: Telling,
  tale: TimelineTale,
  sessions: readonly SessionTale[],
): readonly SampleChange[] {
  const laidIn = sessions.find(({ halves }) => halves.some((half) => half.line === tale.key));
  invariant(laidIn !== undefined, `the line ${tale.key} was laid in some session`);
  const day = telling.day(laidIn.at);
  const id = telling.idOf('timeline', tale.key);
  const timeline = put('timeline', id, {
    buddyship: telling.buddyship,
    person: telling.person(tale.by),
    title: tale.title,
    day,
    session: telling.idOf('session', sessionKey(laidIn.at)),
    ...(tale.ask ? { question: telling.idOf('question', tale.ask) } : {}),
    path: tale.path.map(([x, y]) => ({ x, y })),
    pastAt: tale.pastAt,
    from: { text: line(tale.from, day) },
    to: { text: line(tale.to, day) },
  });
  const objects = tale.objects.map(({ shape, means, at: [x, y], turned }) =>
    put('foundObject', telling.newId('foundObject'), {
      timeline: id,
      shape,
      meaning: line(means, day),
      spot: { x, y },
      ...(turned === undefined ? {} : { turned }),
    }),
  );
  const mats = tale.mats.flatMap((mat, index) => tellMat(telling, tale, mat, index + 1, laidIn.at));
  return [timeline, ...mats, ...objects];
}

function tellMat(
  telling: Telling,
  { key, by }: TimelineTale,
  mat: MatTale,
  order: number,
  at: When,
): readonly SampleChange[] {
  const day = telling.day(at);
  const id = telling.newId('mat');
  const place: Place =
    typeof mat.on === 'number'
      ? { on: 'string', along: mat.on }
      : { on: 'ground', spot: { x: mat.on[0], y: mat.on[1] } };
  const note = (who: Who, words: string | undefined) =>
    words === undefined
      ? []
      : [
          put('note', telling.newId('note'), {
            about: id,
            person: telling.person(who),
            day,
            text: richProse(words, day),
          }),
        ];
  return [
    put('mat', id, {
      timeline: telling.idOf('timeline', key),
      order,
      name: mat.name,
      ...(mat.when ? { when: { text: line(mat.when, day) } } : {}),
      place,
    }),
    ...note(by, mat.words),
    ...note(other(by), mat.held),
  ];
}

/** How the telling knows a session: no two begin on one day. */
export function sessionKey([yearsAgo, days]: When): string {
  return `${yearsAgo} ${days}`;
}
