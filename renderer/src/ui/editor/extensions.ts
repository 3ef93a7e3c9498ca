import { type AnyExtension, getSchema, type JSONContent } from '@tiptap/core';
import { ListItem, TaskItem, TaskList } from '@tiptap/extension-list';
import { Placeholder } from '@tiptap/extensions';
import { Node, type Schema } from '@tiptap/pm/model';
import { StarterKit } from '@tiptap/starter-kit';
import type { RichText } from '#shared/domain/richText.ts';
import { Bounds } from './bounds.ts';
import { FoundWords } from './foundWordsPlugin.ts';
import { LinkMark } from './linkMark.ts';
import { PhotoNode } from './photoNode.ts';

/** Tab must leave the text, so lists are indented with Mod-] and Mod-[ instead; Enter stays as it was. */
const Item = ListItem.extend({
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      'Mod-]': () => this.editor.commands.sinkListItem(this.name),
      'Mod-[': () => this.editor.commands.liftListItem(this.name),
    };
  },
});

const Task = TaskItem.extend({
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      'Mod-]': () => this.editor.commands.sinkListItem(this.name),
      'Mod-[': () => this.editor.commands.liftListItem(this.name),
    };
  },
});

/** What a text may hold: exactly the whitelist of `shared/domain/richText.ts`, which a test compares it with. */
export function textExtensions(placeholder: () => string): AnyExtension[] {
  return [
    StarterKit.configure({
      heading: { levels: [2, 3] },
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      listItem: false,
      link: false,
      dropcursor: { color: false, class: 'editor-drop' },
      // It would add an empty paragraph as soon as somebody clicks into a text: a change nobody made.
      trailingNode: false,
    }),
    Item,
    TaskList,
    Task.configure({ nested: true, a11y: { checkboxLabel: (node) => node.textContent || 'Empty item' } }),
    LinkMark,
    Bounds,
    PhotoNode,
    FoundWords,
    Placeholder.configure({ placeholder }),
  ];
}

let schema: Schema | undefined;

/** The schema of all texts, made once. */
export function textSchema(): Schema {
  schema ??= getSchema(textExtensions(() => ''));
  return schema;
}

/** A text as the editor holds it; undefined if it does not fit the schema, so that editing it would lose something. */
export function readText(doc: RichText, using: Schema = textSchema()): Node | undefined {
  try {
    const node = Node.fromJSON(using, doc);
    node.check();
    return node;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** What the editor holds, in the journal's shape; the schema above allows nothing the whitelist does not. */
export function writtenText(content: JSONContent): RichText {
  return content as RichText;
}
