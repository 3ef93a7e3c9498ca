import { undo } from '@tiptap/pm/history';
import { TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { readText, textSchema, writtenText } from '#renderer/ui/editor/extensions.ts';
import { type RichText, richText } from '#shared/domain/richText.ts';
import { openText } from '../../support/openText.ts';

const everything: RichText = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'What I saw' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'bold', marks: [{ type: 'bold' }] },
        { type: 'hardBreak' },
        { type: 'text', text: 'a map', marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }] },
      ],
    },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            { type: 'paragraph' },
            {
              type: 'orderedList',
              attrs: { start: 3, type: null },
              content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
            },
          ],
        },
      ],
    },
    {
      type: 'taskList',
      content: [{ type: 'taskItem', attrs: { checked: true }, content: [{ type: 'paragraph' }] }],
    },
    { type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'who?' }] }] },
    { type: 'horizontalRule' },
    { type: 'photo', attrs: { attachment: 'attachment_1', alt: 'the gate', width: 400, height: 300 } },
    { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'The end' }] },
  ],
};

describe('the schema', () => {
  test('holds exactly what the journal takes', () => {
    const text = readText(everything);
    expect(text).toBeDefined();
    expect(text?.toJSON()).toEqual(everything);
    expect(richText.parse(text?.toJSON())).toEqual(everything);
  });

  test('has no node, mark or attribute the journal would refuse', () => {
    const { nodes, marks } = textSchema();
    for (const node of Object.values(nodes)) {
      const attrs = Object.keys(node.spec.attrs ?? {}).map((name) => [name, null] as const);
      const body = {
        type: 'doc',
        content: [{ type: node.name, ...(attrs.length > 0 ? { attrs: Object.fromEntries(attrs) } : {}) }],
      };
      expect(richText.safeParse(body).data, node.name).toEqual(body);
    }
    expect(Object.keys(marks).sort()).toEqual(['bold', 'italic', 'link']);
    expect(Object.keys(marks.link?.spec.attrs ?? {})).toEqual(['href']);
  });

  test.each<[string, RichText]>([
    ['a list item outside a list', { type: 'doc', content: [{ type: 'listItem', content: [] }] }],
    ['an empty document', { type: 'doc', content: [] }],
    [
      'a paragraph in a paragraph',
      { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'paragraph' }] }] },
    ],
    [
      'an empty word',
      { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '' }] }] },
    ],
  ])('does not open %s, since editing would lose or bend it', (_name, doc) => {
    expect(readText(doc)).toBeUndefined();
  });
});

describe('a text that is only looked at', () => {
  test('stays as it is when somebody clicks into it, even where it ends with a heading or a photo', () => {
    const before = openText(everything);
    const { state } = before.applyTransaction(before.tr.setSelection(TextSelection.atEnd(before.doc)));
    expect(state.doc.eq(before.doc)).toBe(true);
  });

  test('has nothing to undo', () => {
    expect(undo(openText(everything))).toBe(false);
  });
});

test('writing can be undone to exactly what was loaded', () => {
  const before = openText(everything);
  const written = before.apply(before.tr.insertText('Here: ', 1));
  expect(richText.parse(written.doc.toJSON())).toEqual(writtenText(written.doc.toJSON()));
  expect(written.doc.textContent).toMatch(/^Here: What I saw/);
  let undone = written;
  expect(undo(written, (transaction) => (undone = written.apply(transaction)))).toBe(true);
  expect(undone.doc.toJSON()).toEqual(everything);
});
