import { describe, expect, it } from 'vitest';
import { gapsIn, knowsLostWords } from '#shared/share/gaps.ts';
import { Pen, writeAnAfternoon } from '../../../support/pen.ts';

const maya = new Pen('Maya', 'Tom');
const ids = writeAnAfternoon(maya);
const without = (...records: readonly string[]) =>
  maya.revisions.filter(({ record }) => !records.includes(record));

describe('what a share names and does not bring', () => {
  const nobody = { authors: new Map() };

  it('is nothing where all of it came', () => {
    expect(gapsIn({ added: maya.revisions, refused: [] }, nobody)).toEqual([]);
  });

  it('is a gap in what stands by itself, not in its parts', () => {
    expect(gapsIn({ added: without(ids.question), refused: [] }, nobody)).toEqual([
      { within: ids.timeline, kind: 'question', count: 1 },
      { within: ids.session, kind: 'question', count: 1 },
    ]);
  });

  it('is no gap where it is in the journal, or was refused with a reason of its own', () => {
    const refused = maya.revisions.filter(({ record }) => record === ids.question);
    const added = without(ids.question);
    expect(gapsIn({ added, refused: [] }, { authors: new Map([[ids.question, maya.me]]) })).toEqual([]);
    const why = 'erased-here' as const;
    expect(gapsIn({ added, refused: refused.map((revision) => ({ revision, why })) }, nobody)).toEqual([]);
  });

  it('is no person and no goal: nobody can share those by choosing them', () => {
    expect(gapsIn({ added: without(maya.me, maya.buddy, maya.buddyship), refused: [] }, nobody)).toEqual([]);
  });

  it('comes to an end where records hold one another in a circle', () => {
    const pen = new Pen('Maya', 'Tom');
    const day = '2026-11-08' as never;
    const text = { type: 'doc' } as never;
    const [one, other] = [`note_${'1'.repeat(32)}`, `note_${'2'.repeat(32)}`] as never[];
    const at = { person: pen.me, day, text, mat: ids.question };
    pen.put('note', { ...at, about: other } as never, one);
    pen.put('note', { ...at, about: one } as never, other);
    const added = pen.revisions.filter(({ kind }) => kind === 'note');
    expect(gapsIn({ added, refused: [] }, nobody).map(({ kind }) => kind)).toEqual(['question', 'question']);
  });
});

describe('a sender who knows words of mine', () => {
  const tom = new Pen('Tom', 'Maya');
  writeAnAfternoon(tom);
  const mayas = new Pen('Maya', 'Tom');
  mayas.join(tom.revisions);
  const manifest = { known: mayas.census().known };
  /** Tom's journal as an older copy has it. */
  const older = () => {
    const pen = new Pen('Tom', 'Maya');
    pen.revisions.splice(0, pen.revisions.length, ...tom.revisions.slice(0, 6));
    return pen.census();
  };

  it('is noticed where they are not here any more, and not where they are', () => {
    expect(knowsLostWords(manifest, older(), [])).toBe(true);
    expect(knowsLostWords(manifest, tom.census(), [])).toBe(false);
  });

  it('need not be asked where this very share brings them home', () => {
    expect(knowsLostWords(manifest, older(), tom.revisions.slice(6))).toBe(false);
  });

  it('is not asked for what was erased, nor for what others wrote', () => {
    expect(knowsLostWords(manifest, { ...older(), erased: new Set([ids.session]) }, [])).toBe(false);
    const { known } = older();
    expect(
      knowsLostWords({ known: { [mayas.replica]: 99 } }, { known, own: older().own, erased: new Set() }, []),
    ).toBe(false);
  });
});
