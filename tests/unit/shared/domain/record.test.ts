import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodies, isCommons, isKind, kinds, namedRecords } from '#shared/domain/record.ts';
import { paragraphs } from '#shared/domain/richText.ts';

const id = (kind: string, digit: string) => `${kind}_${digit.repeat(32)}`;

describe('the records a body names', () => {
  it('are found at whatever depth, in fields no version here knows as well', () => {
    const body = {
      person: id('person', '1'),
      grewOutOf: [id('question', '2'), id('question', '3')],
      newer: { deep: [{ seen: id('stone', 'a') }] },
    };
    expect(namedRecords(body)).toEqual([
      id('person', '1'),
      id('question', '2'),
      id('question', '3'),
      id('stone', 'a'),
    ]);
  });

  it('are not looked for in what people wrote', () => {
    const named = id('person', '1');
    expect(namedRecords({ text: paragraphs(named), content: named })).toEqual([]);
  });

  it('are not what only resembles an id', () => {
    const almost = [
      'person_123',
      `Person_${'1'.repeat(32)}`,
      `person_${'1'.repeat(33)}`,
      `person_${'g'.repeat(32)}`,
      ` ${id('person', '1')}`,
      `_${'1'.repeat(32)}`,
      'a'.repeat(100),
    ];
    expect(namedRecords(almost)).toEqual([]);
  });

  it('are found without throwing, whatever the body', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const found of namedRecords(value)) expect(JSON.stringify(value)).toContain(found);
      }),
    );
    for (const value of [undefined, null, 7, Symbol('x')]) expect(namedRecords(value)).toEqual([]);
  });
});

describe('the kinds of records', () => {
  it('are those with a body, and nothing a prototype brings along', () => {
    expect(kinds.every(isKind)).toBe(true);
    expect(['constructor', 'toString', '__proto__', ''].some(isKind)).toBe(false);
  });

  it('belong to both where people meet, and to their author where people speak', () => {
    expect(kinds.filter(isCommons)).toEqual([
      'agreement',
      'session',
      'turn',
      'timeline',
      'mat',
      'foundObject',
    ]);
  });

  it('keep fields that a newer version added', () => {
    const goal = {
      person: id('person', '1'),
      name: 'Say no sooner',
      why: '',
      evidence: '',
      smallestStep: '',
      levels: ['', '', '', '', ''],
      state: 'growing',
      day: '2026-11-22',
      newer: { kept: true },
    };
    expect(bodies.goal.parse(goal)).toEqual(goal);
  });

  it('refuse a goal with four levels and a check-in beyond them', () => {
    const checkIn = { goal: id('goal', '1'), day: '2026-11-22', words: '' };
    expect([-2, 0, 2].every((level) => bodies.checkIn.safeParse({ ...checkIn, level }).success)).toBe(true);
    expect([-3, 3, 0.5].some((level) => bodies.checkIn.safeParse({ ...checkIn, level }).success)).toBe(false);
    expect(bodies.goal.shape.levels.safeParse(['', '', '', '']).success).toBe(false);
  });

  it('refuse an id of another kind in the place of one', () => {
    expect(bodies.checkIn.shape.goal.safeParse(id('question', '1')).success).toBe(false);
  });
});
