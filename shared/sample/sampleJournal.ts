/**
 * @file The sample journal: three years of two invented people, told relative to today, so that somebody can look
 * around a lived-in Stringwalk before beginning a journal of their own. Loaded only when asked for.
 */
import type { Random } from '../base/ids.ts';
import { addDays, type Day } from '../base/time.ts';
import type { PersonId } from '../domain/record.ts';
import { agreements } from './agreements.ts';
import { goals } from './goals.ts';
import { looseNotes } from './looseNotes.ts';
import { questions } from './questions.ts';
import { afterThePause } from './sessions/afterThePause.ts';
import { firstWalks } from './sessions/firstWalks.ts';
import { lately } from './sessions/lately.ts';
import { noticeGiven } from './sessions/noticeGiven.ts';
import { theShedOpens } from './sessions/theShedOpens.ts';
import { thisSeason } from './sessions/thisSeason.ts';
import { tiredWell } from './sessions/tiredWell.ts';
import { twoFathers } from './sessions/twoFathers.ts';
import type { SessionTale } from './tale.ts';
import { put, type SampleChange, Telling } from './telling.ts';
import { tellAgreement, tellGoal, tellLooseNote, tellQuestion } from './tellRest.ts';
import { tellSession } from './tellSession.ts';
import { tellTimeline } from './tellTimeline.ts';
import { timelinesEarly } from './timelinesEarly.ts';
import { timelinesLate } from './timelinesLate.ts';

export interface SampleJournal {
  /** Whose journal it is. */
  readonly me: PersonId;
  /** To be written one after another, each whole, into an empty journal of `me`. */
  readonly writes: readonly (readonly SampleChange[])[];
}

/** In the order in which they happened, each group one write. */
const years: readonly (readonly SessionTale[])[] = [
  [...firstWalks, ...noticeGiven, ...theShedOpens],
  [...twoFathers, ...afterThePause],
  [...tiredWell, ...lately, ...thisSeason],
];

/** Three years that end near `today`. */
export function sampleJournal(today: Day, random: Random): SampleJournal {
  const telling = new Telling(today, random);
  const writes: readonly (readonly SampleChange[])[] = [
    [
      put('person', telling.person('me'), { name: 'Judith' }),
      put('person', telling.person('buddy'), { name: 'Kofi' }),
      ...agreements.map((tale) => tellAgreement(telling, tale)),
      ...questions.flatMap((tale) => tellQuestion(telling, tale)),
      ...goals.flatMap((tale) => tellGoal(telling, tale)),
    ],
    ...years.map((year) => year.flatMap((tale) => tellSession(telling, tale))),
    [
      ...[...timelinesEarly, ...timelinesLate].flatMap((tale) => tellTimeline(telling, tale, years.flat())),
      ...looseNotes.map((tale) => tellLooseNote(telling, tale)),
      ...nextWalk(telling),
    ],
  ];
  // Last of all what makes it a journal, so that it can tell where the sample ends.
  const buddyship = put('buddyship', telling.buddyship, {
    people: [telling.person('me'), telling.person('buddy')],
    since: telling.day([3, -6]),
    usualWalk: 'Ecclesall Woods, from the sawmill',
    rhythm: 'every other week',
    state: 'active',
    sample: { through: writes.length + 1 },
  });
  return { me: telling.person('me'), writes: [...writes, [buddyship]] };
}

/** The walk that is still to come: it has its question, but no words yet. */
function nextWalk(telling: Telling): readonly SampleChange[] {
  const id = telling.newId('session');
  const [me, buddy] = [telling.person('me'), telling.person('buddy')];
  return [
    put('session', id, {
      buddyship: telling.buddyship,
      day: addDays(telling.today, 4),
      startsAt: '10:00',
      manner: 'walk',
      place: 'Ecclesall Woods, from the sawmill',
      title: '',
    }),
    put('turn', telling.newId('turn'), {
      session: id,
      order: 1,
      explorer: me,
      holder: buddy,
      question: telling.idOf('question', 'tired'),
    }),
    put('turn', telling.newId('turn'), {
      session: id,
      order: 2,
      explorer: buddy,
      holder: me,
      question: telling.idOf('question', 'hears'),
    }),
  ];
}
