import { describe, expect, it } from 'vitest';
import { chaptersOutline, supportLines } from '#renderer/features/share/shareOutline.ts';
import type { RecordId } from '#shared/base/ids.ts';
import { closureOf, recordsIn, supportOf, without } from '#shared/share/closure.ts';
import type { OutlineChapter } from '#shared/share/outline.ts';
import { readablePage } from '#shared/share/readable.ts';
import { Pen, writeAnAfternoon } from '../../../../support/pen.ts';

const tom = new Pen('Tom', 'Maya');
const ids = writeAnAfternoon(tom);
const view = tom.view();
const authors = new Set([tom.me, tom.buddy]);
const { chapters } = closureOf(view, { sessions: [ids.session], timelines: [], questions: [] }, authors);

/** Every word that people wrote in a body: not ids, days, times, and the words we gave them to choose from. */
function wordsIn(value: unknown): string[] {
  const chosen =
    /^([a-z][A-Za-z]*_[0-9a-f]{32}|\d{4}-\d\d-\d\d|\d\d:\d\d|doc|paragraph|text|walk|string|ground|start|end|stringAndMats|clarity|before|after|leaf|open|carried|active)$/;
  if (typeof value === 'string') return value === '' || chosen.test(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}

const textOf = (outline: readonly OutlineChapter[]) => wordsIn(outline).join('\n');

describe('what is shown before it leaves', () => {
  it('holds every word that any record carries', () => {
    const shown = textOf(chaptersOutline(view, chapters));
    const words = recordsIn(chapters).flatMap(({ body }) => wordsIn(body));
    expect(words.length).toBeGreaterThan(12);
    for (const said of words) expect(shown).toContain(said);
  });

  it('names what goes along', () => {
    const lines = supportLines(supportOf(view, chapters, authors)).join('\n');
    for (const said of ['Tom', 'Maya', '2019', 'Round the reservoir']) expect(lines).toContain(said);
  });

  it('says whose words they are, and in whose half', () => {
    const [session] = chaptersOutline(view, chapters);
    const [half] = session?.groups ?? [];
    expect(half?.heading).toBe('First half: Tom explored');
    expect(half?.items.map(({ label, whose }) => [label, whose])).toEqual([
      ['Clarity, Tom', 'me'],
      ['Notes by Tom', 'me'],
      ['Notes by Maya', 'buddy'],
      ['Noticed by Maya', 'buddy'],
      ['Promised by Tom', 'me'],
    ]);
  });

  it('has a record behind every box, and a box for all but what holds them', () => {
    const outline = chaptersOutline(view, chapters);
    const boxes = outline.flatMap(({ groups }) =>
      groups.flatMap(({ items }) => items.flatMap((item) => item.ids)),
    );
    const records = new Set<RecordId>(recordsIn(chapters).map(({ id }) => id));
    for (const id of boxes) expect(records.has(id), id).toBe(true);
    const holders: readonly RecordId[] = [ids.session, ids.turn, ids.timeline, ids.mat];
    expect(new Set([...boxes, ...holders])).toEqual(records);
  });

  it('leaves no word of what is held back in the page inside', () => {
    const cases: readonly (readonly [RecordId, string])[] = [
      [ids.question, 'What would I start'],
      [ids.question, 'What am I afraid of?'],
      [ids.note, 'The string bent left.'],
      [ids.matNote, 'Colder than I thought.'],
      [ids.mat, 'Arrived'],
      [ids.timeline, 'Leaving well'],
      [ids.turn, 'You laughed at the stone.'],
      [ids.commitment, 'Ask Priya'],
      [ids.leaf, 'the letter'],
    ];
    const page = (held: ReadonlySet<RecordId>) =>
      [
        ...readablePage({
          language: 'en-GB',
          title: '',
          lead: '',
          chapters: chaptersOutline(view, without(chapters, held)),
        }),
      ].join('');
    for (const [id, words] of cases) {
      expect(page(new Set())).toContain(words);
      expect(page(new Set([id])), words).not.toContain(words);
    }
  });
});
