import type { Change, Journal } from '#renderer/journal/journal.ts';
import { pairOf } from '#renderer/journal/people.ts';
import { addDays, type Day } from '#shared/base/time.ts';
import { shapes } from '#shared/domain/foundObject.ts';
import { commonMeasures } from '#shared/domain/measure.ts';
import type { Body, IdOf, Kind } from '#shared/domain/record.ts';
import { paragraphs } from '#shared/domain/richText.ts';
import { methods } from '#shared/domain/turn.ts';
import type { Chance } from './chance.ts';
import { type Entry, promises, walks, wordings } from './writing.ts';

type Pair = NonNullable<ReturnType<typeof pairOf>>;

/** Writes the records of a pair's decade, a batch at a time, in the order in which they came about. */
export class Decade {
  readonly #journal: Journal;
  readonly #chance: Chance;
  readonly #pair: Pair;
  #batch: Change[] = [];
  #questions: IdOf<'question'>[] = [];
  #goals: IdOf<'goal'>[] = [];
  records = 0;

  constructor(journal: Journal, chance: Chance) {
    const pair = pairOf(journal.view);
    if (!pair) throw new Error('the journal has a pair');
    this.#journal = journal;
    this.#chance = chance;
    this.#pair = pair;
  }

  #put<K extends Kind>(kind: K, body: Body<K>, id: IdOf<K> = this.#journal.newId(kind)): IdOf<K> {
    this.#batch.push({ op: 'put', kind, id, body } as Change);
    this.records += 1;
    return id;
  }

  /** Commits what has come together. */
  async flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    if (batch.length === 0) return;
    const written = await this.#journal.write(batch);
    if (!written.ok) throw new Error(`The decade could not be written: ${written.error}`);
  }

  #people(swapped: boolean) {
    const { me, buddy } = this.#pair;
    return swapped ? ([buddy.id, me.id] as const) : ([me.id, buddy.id] as const);
  }

  /** One walk with both halves: notes, readings before and after, and what was promised. */
  session(day: Day, index: number, written: readonly Entry[], open: boolean): void {
    const chance = this.#chance;
    const session = this.#put('session', {
      buddyship: this.#pair.buddyship.id,
      day,
      startsAt: chance.pick(['09:30', '10:00', '17:15']),
      manner: chance.happens(0.8) ? 'walk' : chance.pick(['inPerson', 'call']),
      place: chance.pick(walks),
      title: chance.happens(0.3) ? `${chance.pick(walks)} again` : '',
    });
    for (const order of [1, 2] as const) {
      const [explorer, holder] = this.#people((index + order) % 2 === 0);
      const question = this.#questions.at(-chance.whole(1, 4));
      const turn = this.#put('turn', {
        session,
        order,
        explorer,
        holder,
        method: chance.pick(methods),
        minutes: chance.whole(24, 34),
        ...(question ? { question } : {}),
      });
      this.#readings(turn, explorer, day);
      for (const [place, entry] of written.entries()) {
        if (place % 2 !== order - 1) continue;
        const person = place % 4 < 2 ? explorer : holder;
        this.#put('note', { about: turn, person, day, text: paragraphs(entry.paragraphs.join('\n')) });
      }
      if (chance.happens(0.5)) this.#promise(turn, explorer, day, open);
    }
  }

  #readings(turn: IdOf<'turn'>, person: IdOf<'person'>, day: Day): void {
    for (const measure of commonMeasures) {
      const before = this.#chance.whole(2, 7);
      const words = this.#chance.happens(0.1) ? 'A little more than last time.' : '';
      this.#put('reading', { turn, person, measure, moment: 'before', day, value: before, words });
      const value = Math.min(10, before + this.#chance.whole(-1, 4));
      this.#put('reading', { turn, person, measure, moment: 'after', day, value, words: '' });
    }
  }

  #promise(turn: IdOf<'turn'>, person: IdOf<'person'>, day: Day, open: boolean): void {
    const state = open ? 'open' : this.#chance.pick(['kept', 'kept', 'partly', 'letGo'] as const);
    const due = addDays(day, this.#chance.whole(3, 14));
    const what = this.#chance.pick(promises);
    const settled = state === 'open' ? {} : { settledOn: due, learned: 'Smaller would have done.' };
    this.#put('commitment', {
      person,
      turn,
      day,
      what,
      due,
      sure: this.#chance.whole(4, 10),
      state,
      ...settled,
    });
  }

  /** A question, later reworded: its first revision stays in the history. */
  async question(day: Day, carried: boolean): Promise<void> {
    const [person] = this.#people(!carried && this.#chance.happens(0.5));
    const wording = this.#chance.pick(wordings);
    const first: Body<'question'> = { person, wording, state: 'drafted', day, since: day, earlier: [] };
    const id = this.#put('question', first);
    await this.flush();
    const since = addDays(day, 9);
    const state = carried ? 'carried' : this.#chance.pick(['explored', 'resting', 'answered'] as const);
    const earlier = [{ wording: `${wording.slice(0, -1)}, really?`, until: since }];
    this.#put('question', { ...first, state, since, earlier }, id);
    this.#questions.push(id);
  }

  /** A line on the ground, with its mats, words and found objects. */
  timeline(day: Day): void {
    const chance = this.#chance;
    const [person] = this.#people(chance.happens(0.5));
    const bends = chance.whole(3, 6);
    const path = Array.from({ length: bends }, (_, index) => ({
      x: 80 + (840 * index) / (bends - 1),
      y: chance.whole(160, 560),
    }));
    const question = this.#questions.at(-1);
    const buddyship = this.#pair.buddyship.id;
    const title = chance.pick(wordings);
    const pastAt = 'start' as const;
    const timeline = this.#put('timeline', {
      buddyship,
      person,
      title,
      day,
      path,
      pastAt,
      ...(question ? { question } : {}),
    });
    for (const [order, name] of ['Before', 'Now', 'In between', 'Arrived'].entries()) {
      const when = { text: chance.pick(['spring-ish', 'next autumn', 'some day', 'that winter']) };
      const mat = this.#put('mat', {
        timeline,
        order,
        name,
        when,
        place: { on: 'string', along: 0.06 + order * 0.29 },
      });
      this.#put('note', {
        about: mat,
        person,
        day,
        text: paragraphs('It is colder than I thought, and very quiet.'),
      });
    }
    for (const shape of shapes.slice(0, chance.whole(2, 5))) {
      const spot = { x: chance.whole(60, 940), y: chance.whole(80, 640) };
      this.#put('foundObject', { timeline, shape, meaning: chance.pick(promises), spot });
    }
  }

  goal(day: Day): void {
    const [person] = this.#people(this.#chance.happens(0.5));
    const levels = [
      'I avoid it',
      'I do it when pushed',
      'I do it weekly',
      'I look forward to it',
      'Others ask me how',
    ] as const;
    const name = this.#chance.pick(promises);
    const texts = { why: 'It matters.', evidence: 'I say it aloud.', smallestStep: 'Ten minutes.' };
    this.#goals.push(
      this.#put('goal', { person, name, ...texts, levels: [...levels], state: 'growing', day }),
    );
  }

  checkIn(day: Day): void {
    const goal = this.#goals.at(-this.#chance.whole(1, 3));
    if (goal)
      this.#put('checkIn', {
        goal,
        day,
        level: this.#chance.whole(-2, 2),
        words: 'Between two worlds, as ever.',
      });
  }

  agreement(day: Day): void {
    const prompts = [
      'What great support looks like',
      'How often, how long, where',
      'What never leaves the two of us',
    ];
    const accepted = this.#people(false).map((person) => ({ person, day }));
    const told = prompts.map((prompt) => ({ prompt, words: `${this.#chance.pick(promises)}.` }));
    this.#put('agreement', {
      buddyship: this.#pair.buddyship.id,
      day,
      until: addDays(day, 300),
      promises: told,
      accepted,
    });
  }

  /** A walk still to come. */
  planned(day: Day): void {
    const buddyship = this.#pair.buddyship.id;
    const body = {
      buddyship,
      day,
      startsAt: '10:00',
      manner: 'walk' as const,
      place: 'Holt Wood, north gate',
      title: '',
    };
    const session = this.#put('session', body);
    const [explorer, holder] = this.#people(false);
    this.#put('turn', { session, order: 1, explorer, holder });
    this.#put('turn', { session, order: 2, explorer: holder, holder: explorer });
  }
}
