import { addDays, type Day } from '../base/time.ts';
import type { IdOf } from '../domain/record.ts';
import { richProse } from './prose.ts';
import { readRatings } from './readings.ts';
import type { HalfTale, PromiseTale, SessionTale, Who } from './tale.ts';
import { line, other, put, type SampleChange, type Telling } from './telling.ts';
import { sessionKey } from './tellTimeline.ts';

/** One meeting with all that belongs to its halves. */
export function tellSession(telling: Telling, tale: SessionTale): readonly SampleChange[] {
  const { buddyship } = telling;
  const day = telling.day(tale.at);
  const id = telling.idOf('session', sessionKey(tale.at));
  const session = put('session', id, {
    buddyship,
    day,
    startsAt: tale.from,
    endsAt: tale.to,
    manner: tale.how,
    place: line(tale.where, day),
    title: line(tale.title, day),
  });
  return [
    session,
    ...tale.halves.flatMap((half, index) => tellHalf(telling, half, { id, day, order: index + 1 })),
  ];
}

interface Meeting {
  readonly id: IdOf<'session'>;
  readonly day: Day;
  readonly order: number;
}

function tellHalf(telling: Telling, half: HalfTale, meeting: Meeting): readonly SampleChange[] {
  const { day } = meeting;
  const turn = telling.newId('turn');
  const explorer = telling.person(half.by);
  const holder = telling.person(other(half.by));
  const note = (who: Who, words: string | undefined) =>
    words === undefined
      ? []
      : [
          put('note', telling.newId('note'), {
            about: turn,
            person: telling.person(who),
            day,
            text: richProse(words, day),
          }),
        ];
  return [
    put('turn', turn, {
      session: meeting.id,
      order: meeting.order,
      explorer,
      holder,
      ...(half.method ? { method: half.method } : {}),
      ...(half.ask ? { question: telling.idOf('question', half.ask) } : {}),
      ...(half.line ? { timeline: telling.idOf('timeline', half.line) } : {}),
      ...(half.minutes > 0 ? { minutes: half.minutes } : {}),
    }),
    ...tellReadings(telling, half, turn, day),
    ...note(half.by, half.words),
    ...note(other(half.by), half.held),
    ...(half.saw === undefined
      ? []
      : [
          put('noticing', telling.newId('noticing'), {
            turn,
            person: holder,
            of: explorer,
            day,
            text: richProse(half.saw, day),
          }),
        ]),
    ...(half.promise ? [tellPromise(telling, half.promise, half.by, turn, day)] : []),
  ];
}

function tellReadings(
  telling: Telling,
  half: HalfTale,
  turn: IdOf<'turn'>,
  day: Day,
): readonly SampleChange[] {
  const person = telling.person(half.by);
  return readRatings(half.rate).flatMap(({ measure, before, after }) =>
    (['before', 'after'] as const).flatMap((moment) => {
      const value = moment === 'before' ? before : after;
      if (value === undefined) return [];
      const words = measure === 'clarity' && moment === 'after' ? line(half.why ?? '', day) : '';
      return [put('reading', telling.newId('reading'), { turn, person, measure, moment, day, value, words })];
    }),
  );
}

/** A promise whose day is still to come is open, however the tale goes on. */
function tellPromise(
  telling: Telling,
  tale: PromiseTale,
  by: Who,
  turn: IdOf<'turn'>,
  day: Day,
): SampleChange {
  const due = tale.due === undefined ? undefined : addDays(day, tale.due);
  const settledOn = addDays(day, tale.on ?? tale.due ?? 14);
  const isOpen = tale.end === 'open' || settledOn > telling.today;
  return put('commitment', telling.newId('commitment'), {
    person: telling.person(by),
    turn,
    day,
    what: line(tale.what, day),
    ...(tale.goal ? { goal: telling.idOf('goal', tale.goal) } : {}),
    ...(tale.why ? { why: line(tale.why, day) } : {}),
    ...(tale.ifThen ? { ifThen: line(tale.ifThen, day) } : {}),
    ...(tale.sure === undefined ? {} : { sure: tale.sure }),
    ...(due === undefined ? {} : { due }),
    state: isOpen ? 'open' : tale.end,
    ...(isOpen ? {} : { settledOn }),
    ...(tale.learned && !isOpen ? { learned: line(tale.learned, day) } : {}),
  });
}
