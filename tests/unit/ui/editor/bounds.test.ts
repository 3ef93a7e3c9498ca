import { Fragment, Slice } from '@tiptap/pm/model';
import { sinkListItem } from '@tiptap/pm/schema-list';
import { TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { withinBounds } from '#renderer/ui/editor/bounds.ts';
import { textSchema } from '#renderer/ui/editor/extensions.ts';
import { longestLink } from '#shared/base/link.ts';
import { paragraphs, plainText, type RichNode, type RichText, richText } from '#shared/domain/richText.ts';
import { openText } from '../../support/openText.ts';

const paragraph = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const item = (...content: readonly RichNode[]): RichNode => ({ type: 'listItem', content });
const list = (...content: readonly RichNode[]): RichNode => ({ type: 'bulletList', content });
/** So many lists in one another; the innermost has two items. */
const nested = (lists: number): RichNode => {
  let inner = list(item(paragraph('stone')), item(paragraph('moss')));
  for (let level = 1; level < lists; level += 1) inner = list(item(paragraph(`level ${level}`), inner));
  return inner;
};

test.each([
  [longestLink, true],
  [longestLink + 1, false],
])('an address of %i characters is pasted whole, and is a link: %s', (length, isLink) => {
  const address = `https://example.org/${'a'.repeat(length - 20)}`;
  const before = openText(paragraphs(''));
  const after = before.apply(before.tr.insertText(address, 1).setMeta('uiEvent', 'paste')).doc.toJSON();
  expect(plainText(after)).toBe(address);
  expect(JSON.stringify(after).includes('"link"')).toBe(isLink);
  expect(richText.safeParse(after).success).toBe(true);
});

describe('a list', () => {
  const open = (lists: number) => {
    const state = openText({ type: 'doc', content: [nested(lists)] });
    return state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc)));
  };

  test.each([
    [9, true],
    [10, false],
  ])('within %i others is indented further: %s', (lists, mayBe) => {
    let state = open(lists);
    const { doc, schema } = state;
    const sink = schema.nodes.listItem && sinkListItem(schema.nodes.listItem);
    sink?.(state, (change) => {
      state = state.apply(change);
    });
    expect(!state.doc.eq(doc)).toBe(mayBe);
    expect(richText.safeParse(state.doc.toJSON()).success).toBe(true);
  });

  test('that lies deeper already is written in, and taken back, as any other', () => {
    const state = open(12);
    const written = state.apply(state.tr.insertText(' and fern'));
    expect(written.doc.textContent).toBe(`${state.doc.textContent} and fern`);
    const empty = openText(paragraphs('')).doc.toJSON();
    const emptied = state.apply(state.tr.delete(0, state.doc.content.size));
    expect(emptied.doc.toJSON()).toEqual(empty);
    const load = emptied.tr.replaceWith(0, emptied.doc.content.size, state.doc.content);
    expect(emptied.apply(load).doc.eq(state.doc)).toBe(false);
    expect(emptied.apply(load.setMeta('preventUpdate', true)).doc.eq(state.doc)).toBe(true);
  });
});

describe('what is pasted', () => {
  const slice = (...content: readonly RichNode[]) =>
    Slice.maxOpen(Fragment.from(content.map((each) => textSchema().nodeFromJSON(each))));

  test('comes as it is where that can be read again', () => {
    const pasted = slice(nested(5), paragraph('and on'));
    expect(withinBounds(pasted, 1)).toBe(pasted);
  });

  test.each([
    ['nested too deeply', nested(40), 1],
    ['too deep for where it goes', nested(5), 15],
    [
      'numbered beyond all reason',
      { ...nested(1), type: 'orderedList', attrs: { type: 'i'.repeat(9000) } },
      1,
    ],
  ] as const)('comes as paragraphs and photos where it is %s, every word of it', (_what, deep, depth) => {
    const photo: RichNode = { type: 'photo', attrs: { attachment: 'a'.repeat(32), alt: 'the gate' } };
    const bold: RichNode = {
      type: 'paragraph',
      content: [{ type: 'text', text: 'bold', marks: [{ type: 'bold' }] }],
    };
    const flat = withinBounds(slice(deep, photo, bold), depth).content.toJSON();
    const types = flat.map(({ type }: RichNode) => type);
    expect(new Set(types)).toEqual(new Set(['paragraph', 'photo']));
    expect(flat.slice(-2)).toMatchObject([photo, bold]);
    expect(plainText({ type: 'doc', content: flat })).toBe(
      plainText({ type: 'doc', content: [deep, photo, bold] } as RichText),
    );
  });
});
