import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomForBend, withBendAfter, withBendAt, withoutBend } from '#renderer/features/timelines/bends.ts';
import { newTimeline } from '#renderer/features/timelines/newTimeline.ts';
import { countInWords } from '#renderer/features/timelines/timelinesView.ts';
import {
  bendName,
  objectPlaceInWords,
  orderAt,
  orderBetween,
  orderOfNew,
  placeInWords,
  type Shown,
  spotInWords,
  timelineShown,
  whereItIs,
} from '#renderer/features/timelines/timelineView.ts';
import type { Day } from '#shared/base/time.ts';
import type { Place } from '#shared/domain/mat.ts';
import { type Body, bodies, type IdOf } from '#shared/domain/record.ts';
import { layString } from '#shared/timeline/stringPath.ts';

function id<K extends string>(kind: K, number: number) {
  return `${kind}_${String(number).padStart(32, '0')}` as IdOf<'mat'> & `${K}_${string}`;
}

const timeline = {
  id: id('timeline', 1) as unknown as IdOf<'timeline'>,
  body: {
    buddyship: id('buddyship', 1) as unknown as IdOf<'buddyship'>,
    person: id('person', 1) as unknown as IdOf<'person'>,
    title: 'Leaving well',
    day: '2026-11-08' as Day,
    path: [
      { x: 100, y: 400 },
      { x: 500, y: 400 },
      { x: 900, y: 400 },
    ],
    pastAt: 'start',
  } satisfies Body<'timeline'>,
} as Shown<'timeline'>;

function mat(number: number, order: number, place: Place, name = `mat ${number}`): Shown<'mat'> {
  return { id: id('mat', number), body: { timeline: timeline.id, order, name, place } };
}

function object(number: number, x: number, y: number): Shown<'foundObject'> {
  return {
    id: id('foundObject', number) as unknown as IdOf<'foundObject'>,
    body: { timeline: timeline.id, shape: 'leaf', meaning: '', spot: { x, y } },
  };
}

const on = (along: number): Place => ({ on: 'string', along });
const off = (x: number, y: number): Place => ({ on: 'ground', spot: { x, y } });
const past = (pastAt: 'start' | 'end'): Shown<'timeline'> => ({
  ...timeline,
  body: { ...timeline.body, pastAt },
});

describe('a line and what lies on it', () => {
  it('puts mats where they lie and objects in the order one passes them', () => {
    const objects = [object(1, 800, 300), object(2, 200, 500)];
    const shown = timelineShown(timeline, [mat(1, 1, on(0.5)), mat(2, 2, off(30, 40))], objects);
    expect(shown.mats.map(({ spot }) => [Math.round(spot.x), Math.round(spot.y)])).toEqual([
      [500, 400],
      [30, 40],
    ]);
    expect(shown.objects.map((one) => one.id)).toEqual([objects[1]?.id, objects[0]?.id]);
    const turned = timelineShown(past('end'), [], objects);
    expect(turned.objects.map((one) => one.id)).toEqual([objects[0]?.id, objects[1]?.id]);
  });

  it('says where things lie, counted from the past', () => {
    const shown = timelineShown(timeline, [mat(1, 1, on(0.25), 'Now')], []);
    expect(placeInWords(shown, on(0.25))).toBe('on the string, 25 per cent of the way from the past');
    expect(placeInWords(timelineShown(past('end'), [], []), on(0.25))).toBe(
      'on the string, 75 per cent of the way from the past',
    );
    expect(placeInWords(shown, on(0))).toBe('on the string, at its past end');
    expect(placeInWords(shown, on(1))).toBe('on the string, at its far end');
    expect(placeInWords(shown, off(120, 90))).toBe('off the string, upper left, 120 across and 90 down');
    expect(spotInWords({ x: 500, y: 350 })).toBe('middle, 500 across and 350 down');
    expect(objectPlaceInWords(shown, { x: 330, y: 460 })).toBe(
      'middle left, 330 across and 460 down, near Now',
    );
    expect(whereItIs(shown, { kind: 'mat', id: id('mat', 1) })).toMatch(/^Now, on the string/);
    expect(whereItIs(shown, { kind: 'string' })).toBe('The string, with one bend');
  });

  it('counts bends from the past, too', () => {
    expect([0, 1, 2].map((index) => bendName({ timeline }, index))).toEqual([
      'Past end',
      'Bend 1 of 1',
      'Far end',
    ]);
    expect([0, 1, 2].map((index) => bendName({ timeline: past('end') }, index))).toEqual([
      'Far end',
      'Bend 1 of 1',
      'Past end',
    ]);
  });
});

describe('the order of mats', () => {
  const mats = [mat(1, 1, on(0.2)), mat(2, 2, on(0.5)), mat(3, 3, on(0.9))];

  it('takes a new mat in where one comes to it, walking from the past', () => {
    expect(orderOfNew(timelineShown(timeline, mats, []), on(0.3))).toBe(1.5);
    expect(orderOfNew(timelineShown(timeline, mats, []), on(0.95))).toBe(4);
    expect(orderOfNew(timelineShown(timeline, mats, []), on(0.1))).toBe(0);
    expect(orderOfNew(timelineShown(timeline, mats, []), off(1, 1))).toBe(4);
    expect(orderOfNew(timelineShown(timeline, [], []), on(0.1))).toBe(1);
    const fromTheEnd = [mat(3, 1, on(0.9)), mat(2, 2, on(0.5)), mat(1, 3, on(0.2))];
    expect(orderOfNew(timelineShown(past('end'), fromTheEnd, []), on(0.3))).toBe(2.5);
  });

  it('puts a moved mat exactly where it was meant to be', () => {
    const index = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 2, maxLength: 10 }),
        index,
        index,
        (numbers, from, to) => {
          const orders = [...new Set(numbers)].sort((a, b) => a - b);
          const list = orders.map((order, number) => mat(number, order, on(0.5)));
          const order = orderAt(list, from, to);
          if (from === to || from >= list.length || to >= list.length) {
            expect(order).toBeUndefined();
            return;
          }
          const others = list.filter((_, place) => place !== from).map(({ body }) => body.order);
          const before = others[to - 1] ?? Number.NEGATIVE_INFINITY;
          const after = others[to] ?? Number.POSITIVE_INFINITY;
          expect(order).toBeGreaterThanOrEqual(before);
          expect(order).toBeLessThanOrEqual(after);
        },
      ),
    );
  });

  it('has room before the first, between any two and after the last', () => {
    expect(orderBetween(undefined, undefined)).toBe(1);
    expect(orderBetween(undefined, 4)).toBe(3);
    expect(orderBetween(4, undefined)).toBe(5);
    expect(orderBetween(4, 5)).toBe(4.5);
  });
});

describe('bends', () => {
  const { path } = timeline.body;

  it('are added, moved and taken out without touching the others', () => {
    const more = withBendAfter(path, 0, { x: 300.123, y: 200 });
    expect(more).toEqual([path[0], { x: 300.12, y: 200 }, path[1], path[2]]);
    expect(withBendAt(path, 2, { x: 1, y: 2 })).toEqual([path[0], path[1], { x: 1, y: 2 }]);
    expect(withBendAt(path, 9, { x: 1, y: 2 })).toBe(path);
    expect(withoutBend(path, 1)).toEqual([path[0], path[2]]);
  });

  it('leave the two ends, and are never too many to keep', () => {
    expect(withoutBend(path, 0)).toBeUndefined();
    expect(withoutBend(path, 2)).toBeUndefined();
    const full = Array.from({ length: 64 }, (_, x) => ({ x, y: 0 }));
    expect(withBendAfter(full, 3, { x: 1, y: 1 })).toBeUndefined();
  });

  it('are added where there is most room', () => {
    const curve = layString([
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 700, y: 0 },
    ]);
    const { piece, spot } = roomForBend(curve);
    expect(piece).toBe(1);
    expect(spot.x).toBeGreaterThan(300);
    expect(spot.x).toBeLessThan(500);
  });
});

describe('a new line', () => {
  const ids = { timeline: timeline.id, now: id('mat', 1), arrived: id('mat', 2) };
  const about = {
    title: 'Leaving well',
    day: '2026-11-08' as Day,
    person: timeline.body.person,
    buddyship: timeline.body.buddyship,
    question: undefined,
    turn: undefined,
  };

  it('begins with a string and the mats Now and Arrived, all fit to be kept', () => {
    const changes = newTimeline(ids, about);
    expect(changes.map((change) => change.kind)).toEqual(['timeline', 'mat', 'mat']);
    for (const change of changes) {
      if (change.op !== 'put') throw new Error('everything is new');
      expect(bodies[change.kind].safeParse(change.body).success).toBe(true);
    }
  });

  it('laid in a half belongs to its session, and the half to it', () => {
    const question = id('question', 1) as unknown as IdOf<'question'>;
    const session = id('session', 1) as unknown as IdOf<'session'>;
    const body = { session, order: 1, explorer: about.person, holder: about.person, question };
    const turnId = id('turn', 1) as unknown as IdOf<'turn'>;
    const turn = {
      id: turnId,
      kind: 'turn',
      author: about.person,
      body,
      at: 0,
      others: 0,
      revived: false,
    } as const;
    const [first, , , last] = newTimeline(ids, { ...about, question, turn });
    expect(first).toMatchObject({ kind: 'timeline', body: { session, question } });
    expect(last).toEqual({ op: 'put', kind: 'turn', id: turnId, body: { ...body, timeline: ids.timeline } });
  });
});

it('counts what lies on a line in words', () => {
  expect(countInWords(0, 0)).toBe('A bare string');
  expect(countInWords(1, 2)).toBe('1 mat, 2 objects');
  expect(countInWords(3, 0)).toBe('3 mats');
  expect(countInWords(0, 1)).toBe('1 object');
});
