import { describe, expect, it } from 'vitest';
import { choosables, handovers, othersStay, staying } from '#renderer/features/share/chooseView.ts';
import { bringing, keyStanding, type Trouble, troubleWords } from '#renderer/features/share/importView.ts';
import { countsInWords, mainCountsInWords } from '#renderer/journal/counts.ts';
import { pairOf } from '#renderer/journal/people.ts';
import { longDay } from '#renderer/ui/days.ts';
import type { Day } from '#shared/base/time.ts';
import type { Plan } from '#shared/revisions/union.ts';
import type { Manifest } from '#shared/share/manifest.ts';
import { Pen, writeAnAfternoon } from '../../../../support/pen.ts';

describe('what a share brings', () => {
  const [tom, maya] = [new Pen('Tom', 'Maya'), new Pen('Maya', 'Tom')];
  const ids = writeAnAfternoon(maya);
  const plan: Plan = {
    added: maya.revisions,
    known: [],
    refused: [
      { revision: maya.revisions[0] as never, why: 'not-theirs-to-change' },
      { revision: maya.revisions[1] as never, why: 'not-theirs-to-change' },
    ],
    newer: 0,
  };

  const parts = () => ({
    manifest: { from: { person: maya.me, name: 'Maya', signingKey: '1'.repeat(64) }, known: {} },
    photos: { fresh: [], unsafe: 0 },
    census: tom.census(),
    here: () => undefined,
  });

  it('is counted as new where it is, and as changed where it was here', () => {
    const first = bringing(plan, parts());
    expect(first.fresh).toMatchObject({ session: 1, note: 4, timeline: 1 });
    expect(first.changed).toEqual({});
    tom.join(maya.revisions);
    const again = bringing(plan, parts());
    expect(again.fresh).toEqual({});
    expect(again.changed).toMatchObject({ session: 1, note: 4 });
  });

  it('is named by what has a page, sessions first, and refused with a reason', () => {
    const { titled, refused } = bringing(plan, parts());
    expect(titled.map(({ title, path }) => [title, path])).toEqual([
      ['In the rain', `/sessions/${ids.session}`],
      ['Leaving well', `/timelines/${ids.timeline}`],
      ['What would I start if nobody could be disappointed?', `/questions/${ids.question}`],
    ]);
    expect(refused).toEqual([{ why: 'not Maya’s to change', count: 2 }]);
  });
});

describe('what a share speaks of and does not bring', () => {
  const maya = new Pen('Maya', 'Tom');
  const ids = writeAnAfternoon(maya);
  const brought = (tom: Pen, ...without: readonly string[]) => {
    const added = maya.revisions.filter(({ record }) => !without.includes(record));
    const plan: Plan = { added, known: [], refused: [], newer: 0 };
    const from = { person: maya.me, name: 'Maya', signingKey: '1'.repeat(64) };
    return bringing(plan, {
      manifest: { from, known: {} },
      photos: { fresh: [], unsafe: 0 },
      census: tom.census(),
      here: (record) => tom.revisions.findLast((each) => each.record === record),
    }).missing.parts;
  };

  it('is told where it is missed, once for all that is of a kind', () => {
    expect(brought(new Pen('Tom', 'Maya'))).toEqual([]);
    expect(brought(new Pen('Tom', 'Maya'), ids.question)).toEqual([
      '“Leaving well” refers to a question that is not in this file.',
      `“In the rain” of ${longDay('2026-11-08' as Day)} refers to a question that is not in this file.`,
    ]);
  });

  it('is not missed where it is here, and what is here is named', () => {
    const tom = new Pen('Tom', 'Maya');
    tom.join(maya.revisions.filter(({ record }) => record === ids.question || record === ids.session));
    expect(brought(tom, ids.question, ids.session, ids.timeline)).toEqual([
      'Something in it refers to a timeline that is not in this file.',
      `“In the rain” of ${longDay('2026-11-08' as Day)} refers to a timeline that is not in this file.`,
    ]);
  });
});

describe('the key a share is signed with', () => {
  const manifest = (person: Pen['me'], signingKey: string) =>
    ({ from: { person, name: '', signingKey } }) as Manifest;

  it('is the first, the same, or another one', () => {
    const tom = new Pen('Tom', 'Maya');
    const [key, other] = ['1'.repeat(64), '2'.repeat(64)];
    expect(keyStanding(tom.view(), manifest(tom.buddy, key))).toBe('first');
    tom.put('handover', {
      day: '2026-11-08' as Day,
      direction: 'in',
      share: 'share',
      person: tom.buddy,
      counts: {},
      records: [],
      signingKey: key,
    });
    expect(keyStanding(tom.view(), manifest(tom.buddy, key))).toBe('same');
    expect(keyStanding(tom.view(), manifest(tom.buddy, other))).toBe('other');
    expect(keyStanding(tom.view(), manifest(tom.me, other))).toBe('first');
  });
});

describe('what there is to choose from', () => {
  it('is by year, the newest first, with the day it was last shared', () => {
    const tom = new Pen('Tom', 'Maya');
    const ids = writeAnAfternoon(tom);
    const older = tom.put('session', {
      buddyship: tom.buddyship,
      day: '2024-02-03' as Day,
      manner: 'call',
      place: '',
      title: '',
    });
    tom.put('session', {
      buddyship: `buddyship_${'f'.repeat(32)}` as never,
      day: '2026-01-01' as Day,
      manner: 'walk',
      place: 'with somebody else',
      title: '',
    });
    for (const day of ['2026-11-20', '2026-11-09'] as Day[]) {
      tom.put('handover', {
        day,
        direction: 'out',
        share: 's',
        counts: { session: 1, turn: 1, note: 2 },
        records: [ids.session],
      });
    }
    const view = tom.view();
    const pair = pairOf(view);
    if (!pair) throw new Error('Tom has a pair');
    const { sessions, timelines, questions } = choosables(view, pair);
    expect(sessions.map(({ year }) => year)).toEqual(['2026', '2024']);
    expect(sessions[0]?.sessions.map(({ id, sharedOn }) => [id, sharedOn])).toEqual([
      [ids.session, '2026-11-20'],
    ]);
    expect(sessions[1]?.sessions[0]).toMatchObject({ id: older, title: 'Call', sharedOn: undefined });
    expect(timelines).toHaveLength(1);
    expect(questions).toHaveLength(1);
    expect(handovers(view).map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-09']);
    expect(staying(view, new Set([ids.session]))).toMatchObject({ session: 2, note: 4, goal: 1 });
  });
});

describe('counts and sentences', () => {
  it('are said as people say them', () => {
    expect(countsInWords({ note: 2, session: 1, person: 2, turn: 2, mat: 0 })).toBe('1 session, 2 notes');
    expect(mainCountsInWords({ note: 12, session: 3, timeline: 1 })).toBe('3 sessions, 1 timeline');
    expect(mainCountsInWords({ note: 12 })).toBe('12 notes');
    expect(countsInWords({})).toBe('');
    expect(othersStay(0)).toBe('');
    expect(othersStay(1)).toContain('So does 1 entry from');
    expect(othersStay(2)).toContain('So do 2 entries from');
  });

  it('tell each trouble from the others', () => {
    const troubles: readonly Trouble['why'][] = [
      'empty',
      'not-a-share',
      'damaged',
      'forged',
      'too-big',
      'not-for-passphrase',
      'wrong-passphrase',
      'took-too-long',
      'failed',
      'cannot-read',
      'not-kept',
    ];
    const words = troubles.map((why) => troubleWords({ why } as Trouble));
    expect(new Set(words).size).toBe(words.length);
    expect(troubleWords({ why: 'too-new', from: '' })).toContain('Update yours');
    expect(troubleWords({ why: 'too-new', from: 'Maya' })).toContain('ask Maya');
  });
});
