import { describe, expect, test } from 'vitest';
import type { Random } from '#shared/base/ids.ts';
import type { Day } from '#shared/base/time.ts';
import { addDays } from '#shared/base/time.ts';
import { bodies, namedRecords } from '#shared/domain/record.ts';
import { plainText } from '#shared/domain/richText.ts';
import { sampleJournal } from '#shared/sample/sampleJournal.ts';
import type { SampleChange } from '#shared/sample/telling.ts';

/** A different number every time, the same ones in every run. */
function counting(): Random {
  let count = 0;
  return {
    bytes: (length) => {
      count += 1;
      const bytes = new Uint8Array(length);
      new DataView(bytes.buffer).setUint32(0, count);
      return bytes;
    },
  };
}

const days = ['2026-03-01', '2028-02-29', '2027-12-31', '2026-07-15'] as Day[];
const told = (today: Day) => sampleJournal(today, counting());
const ofKind = <K extends SampleChange['kind']>(changes: readonly SampleChange[], kind: K) =>
  changes.filter((change): change is Extract<SampleChange, { kind: K }> => change.kind === kind);

describe.each(days)('the sample journal told on %s', (today) => {
  const { me, writes } = told(today);
  const all = writes.flat();

  test('is made of whole records, each once, that name only one another', () => {
    const known = new Set<string>(all.map(({ id }) => id));
    expect(known.size).toBe(all.length);
    for (const { kind, id, body } of all) {
      const parsed = bodies[kind].safeParse(body);
      expect(parsed.error?.issues ?? [], `${kind} ${id}`).toEqual([]);
      expect(id.startsWith(`${kind}_`)).toBe(true);
      for (const named of namedRecords(body)) expect(known, `${named} named by ${id}`).toContain(named);
    }
    expect(known).toContain(me);
  });

  test('lies in the past, but for the next walk', () => {
    const sessions = ofKind(all, 'session').map(({ body }) => body.day);
    expect(sessions.filter((day) => day > today)).toEqual([addDays(today, 4)]);
    expect(sessions.toSorted()).toEqual(sessions);
    expect(new Set(sessions).size).toBe(sessions.length);
    for (const kind of ['note', 'reading', 'noticing', 'checkIn', 'agreement', 'goal'] as const)
      for (const { body } of ofKind(all, kind)) expect(body.day <= today, `${kind} ${body.day}`).toBe(true);
    for (const { body } of ofKind(all, 'question'))
      for (const day of [body.day, body.since, ...body.earlier.map(({ until }) => until)])
        expect(day <= today && body.day <= day).toBe(true);
  });

  test('leaves nothing of its own markup in the words', () => {
    const texts = [
      ...ofKind(all, 'note').map(({ body }) => plainText(body.text)),
      ...ofKind(all, 'noticing').map(({ body }) => plainText(body.text)),
      ...ofKind(all, 'mat').map(({ body }) => `${body.name} ${body.when?.text ?? ''}`),
      ...ofKind(all, 'timeline').map(({ body }) => `${body.title} ${body.from?.text} ${body.to?.text}`),
      ...ofKind(all, 'session').map(({ body }) => body.title + body.place),
      ...ofKind(all, 'commitment').map(({ body }) => body.what + (body.learned ?? '')),
    ];
    expect(texts.filter((text) => /[{}|]|\*|undefined|\s{2,}[a-z]/.test(text))).toEqual([]);
  });
});

describe('the sample journal', () => {
  const today = '2026-11-22' as Day;
  const all = told(today).writes.flat();

  test('is a lively three years', () => {
    const count = (kind: SampleChange['kind']) => ofKind(all, kind).length;
    expect(count('session')).toBeGreaterThan(60);
    expect(count('agreement')).toBe(4);
    expect(count('goal')).toBe(4);
    expect(count('timeline')).toBeGreaterThanOrEqual(9);
    expect(count('question')).toBeGreaterThanOrEqual(14);
    expect(new Set(ofKind(all, 'commitment').map(({ body }) => body.state))).toEqual(
      new Set(['open', 'kept', 'partly', 'notKept', 'letGo']),
    );
    expect(new Set(ofKind(all, 'session').map(({ body }) => body.manner))).toEqual(
      new Set(['walk', 'call', 'inPerson']),
    );
  });

  test('has one pause of some five months', () => {
    const sessions = ofKind(all, 'session').map(({ body }) => Date.parse(body.day));
    const gaps = sessions.slice(1).map((day, index) => (day - (sessions[index] ?? 0)) / 86_400_000);
    const long = gaps.filter((gap) => gap > 30);
    expect(long).toHaveLength(1);
    expect(long[0]).toBeGreaterThan(120);
  });

  test('was on this day in every year before', () => {
    const sessions = new Set(ofKind(all, 'session').map(({ body }) => body.day));
    for (const day of ['2025-11-22', '2024-11-22', '2023-11-22'] as Day[]) expect(sessions).toContain(day);
  });

  test('says by its last write where it ends', () => {
    const { writes } = told(today);
    const last = writes.at(-1)?.[0];
    expect(last?.kind === 'buddyship' && last.body.sample?.through).toBe(writes.length);
  });
});
