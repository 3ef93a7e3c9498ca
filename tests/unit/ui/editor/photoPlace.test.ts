import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { readText, textSchema, writtenText } from '#renderer/ui/editor/extensions.ts';
import { insertPhoto } from '#renderer/ui/editor/photoPlace.ts';
import { type RichNode, type RichText, richText } from '#shared/domain/richText.ts';

const attrs = { attachment: '0f'.repeat(16), alt: null, width: 4, height: 3 };
const photo = { type: 'photo', attrs } as const;
const empty: RichNode = { type: 'paragraph' };
const words = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

function state(...content: readonly RichNode[]): EditorState {
  const text: RichText = { type: 'doc', content };
  const doc = readText(text, textSchema());
  if (!doc) throw new Error('the text does not fit the schema');
  return EditorState.create({ doc });
}

/** Where words stand in a text; the end of them. */
function behind(at: EditorState, text: string): number {
  let found = -1;
  at.doc.descendants((node, position) => {
    if (node.text === text) found = position + text.length;
  });
  return found;
}

function blocksAfter(before: EditorState, position: number): readonly RichNode[] | undefined {
  const { doc } = before.apply(insertPhoto(before, position, attrs).transaction);
  doc.check();
  const written = writtenText(doc.toJSON());
  expect(richText.safeParse(written).success).toBe(true);
  return written.content;
}

test('an empty text becomes the photo and a line to write on', () => {
  expect(blocksAfter(state(empty), 1)).toEqual([photo, empty]);
});

test('a sentence is never cut: the photo goes behind its paragraph', () => {
  const before = state(words('the gate'), words('and on'));
  expect(blocksAfter(before, behind(before, 'the gate') - 4)).toEqual([
    words('the gate'),
    photo,
    words('and on'),
  ]);
  expect(blocksAfter(before, behind(before, 'and on'))).toEqual([
    words('the gate'),
    words('and on'),
    photo,
    empty,
  ]);
});

test('in a list the photo belongs to the item it was added in', () => {
  const item = (...content: RichNode[]): RichNode => ({ type: 'listItem', content });
  const before = state({ type: 'bulletList', content: [item(words('one')), item(words('two'))] });
  expect(blocksAfter(before, behind(before, 'one'))).toEqual([
    { type: 'bulletList', content: [item(words('one'), photo, empty), item(words('two'))] },
  ]);
});

test('several photos stand in the order they were given, wherever the text has gone meanwhile', () => {
  const before = state(words('the gate'));
  const once = insertPhoto(before, 1, attrs);
  const then = before.apply(once.transaction);
  const second = { ...attrs, attachment: 'second' };
  const { doc } = then.apply(insertPhoto(then, once.after, second).transaction);
  expect(doc.toJSON().content).toEqual([words('the gate'), photo, { type: 'photo', attrs: second }, empty]);
  expect(() => insertPhoto(before, 10_000, attrs)).not.toThrow();
});

test('the cursor goes on behind the photo, unless it has gone elsewhere', () => {
  const before = state(words('the gate'), empty);
  const atGate = before.apply(before.tr.setSelection(TextSelection.create(before.doc, 9)));
  const followed = atGate.apply(insertPhoto(atGate, 9, attrs).transaction);
  expect(followed.selection.$from.parent).toBe(followed.doc.lastChild);
  const stayed = atGate.apply(insertPhoto(atGate, 11, attrs).transaction);
  expect(stayed.selection.from).toBe(9);
});
