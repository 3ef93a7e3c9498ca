import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/base/ids.ts';
import type { Day } from '#shared/base/time.ts';
import { closureOf, recordsIn, supportOf, without } from '#shared/share/closure.ts';
import { shareContent } from '../../../support/makeShare.ts';
import { Pen, writeAnAfternoon } from '../../../support/pen.ts';

const nothing = { sessions: [], timelines: [], questions: [] };

function setting() {
  const tom = new Pen('Tom', 'Maya');
  const ids = writeAnAfternoon(tom);
  const authors = new Set([tom.me, tom.buddy]);
  return { tom, ids, authors };
}

describe('what leaves with a session', () => {
  it('is all that was said in it, in reading order, with its line and its question', () => {
    const { tom, ids, authors } = setting();
    const { chapters } = closureOf(tom.view(), { ...nothing, sessions: [ids.session] }, authors);
    expect(chapters.map(({ kind }) => kind)).toEqual(['session', 'timeline', 'question']);
    const order = recordsIn(chapters).map(({ id }) => id);
    expect(new Set(order)).toEqual(
      new Set([
        ids.session,
        ids.turn,
        ids.before,
        ids.after,
        ids.note,
        ids.theirs,
        ids.noticing,
        ids.commitment,
        ids.timeline,
        ids.mat,
        ids.matNote,
        ids.leaf,
        ids.question,
      ]),
    );
    expect(order[0]).toBe(ids.session);
    expect(order.at(-1)).toBe(ids.question);
  });

  it('brings the two people and their buddyship, and nobody’s goals or loose notes', () => {
    const { tom, ids, authors } = setting();
    const { chapters } = closureOf(tom.view(), { ...nothing, sessions: [ids.session] }, authors);
    const support = supportOf(tom.view(), chapters, authors).map(({ id }) => id);
    expect(new Set(support)).toEqual(new Set([tom.me, tom.buddy, tom.buddyship]));
    const { revisions } = shareContent(tom, { sessions: [ids.session] });
    const text = JSON.stringify(revisions);
    expect(text).toContain('The string bent left.');
    for (const secret of ['secret why', 'for nobody else']) expect(text).not.toContain(secret);
  });

  it('is the last wording of each record and none of the earlier ones', () => {
    const { tom, ids } = setting();
    tom.put(
      'note',
      { ...tom.view().get('note', ids.note)?.body, text: { type: 'doc', content: [] } } as never,
      ids.note,
    );
    const { revisions } = shareContent(tom, { sessions: [ids.session] });
    expect(revisions.filter(({ record }) => record === ids.note)).toHaveLength(1);
    expect(JSON.stringify(revisions)).not.toContain('The string bent left.');
  });

  it('leaves out what was held back, and what lies in it', () => {
    const { tom, ids, authors } = setting();
    const { chapters } = closureOf(tom.view(), { ...nothing, sessions: [ids.session] }, authors);
    const held = new Set<RecordId>([ids.note, ids.mat, ids.question]);
    const left = recordsIn(without(chapters, held)).map(({ id }) => id);
    for (const id of [ids.note, ids.mat, ids.matNote, ids.question]) expect(left).not.toContain(id);
    expect(left).toContain(ids.theirs);
    const withoutLine = recordsIn(without(chapters, new Set<RecordId>([ids.timeline]))).map(({ id }) => id);
    for (const id of [ids.timeline, ids.mat, ids.leaf]) expect(withoutLine).not.toContain(id);
  });

  it('takes a question as it is worded, without what was noted about it elsewhere', () => {
    const { tom, ids, authors } = setting();
    const about = tom.put('note', {
      about: ids.question,
      person: tom.me,
      day: '2026-11-08' as Day,
      text: { type: 'doc', content: [] },
    });
    const asked = closureOf(tom.view(), { ...nothing, sessions: [ids.session] }, authors);
    expect(recordsIn(asked.chapters).map(({ id }) => id)).not.toContain(about);
    const chosen = closureOf(tom.view(), { ...nothing, questions: [ids.question] }, authors);
    expect(recordsIn(chosen.chapters).map(({ id }) => id)).toContain(about);
  });

  it('never passes on what a third journal wrote', () => {
    const { tom, ids, authors } = setting();
    const priya = new Pen('Priya', 'Tom');
    const hers = priya.put('note', {
      about: ids.turn,
      person: priya.me,
      day: '2026-11-08' as Day,
      text: { type: 'doc', content: [] },
    });
    tom.join(priya.revisions);
    const { chapters, othersWords } = closureOf(tom.view(), { ...nothing, sessions: [ids.session] }, authors);
    expect(othersWords).toEqual([hers]);
    expect(recordsIn(chapters).map(({ id }) => id)).not.toContain(hers);
  });
});

describe('what leaves with a line or a question alone', () => {
  it('is that, once, however often it was chosen', () => {
    const { tom, ids, authors } = setting();
    const line = closureOf(tom.view(), { ...nothing, timelines: [ids.timeline, ids.timeline] }, authors);
    expect(line.chapters.map(({ root }) => root.id)).toEqual([ids.timeline, ids.question]);
    const all = closureOf(
      tom.view(),
      { sessions: [ids.session], timelines: [ids.timeline], questions: [ids.question] },
      authors,
    );
    expect(all.chapters.map(({ root }) => root.id)).toEqual([ids.session, ids.timeline, ids.question]);
  });

  it('is nothing for what is no longer there', () => {
    const { tom, authors } = setting();
    const gone = `session_${'9'.repeat(32)}` as never;
    expect(closureOf(tom.view(), { ...nothing, sessions: [gone] }, authors).chapters).toEqual([]);
  });
});
