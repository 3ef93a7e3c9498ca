import { Editor } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { readText, textExtensions } from '#renderer/ui/editor/extensions.ts';
import type { RichText } from '#shared/domain/richText.ts';

/** The editor's state with all its plugins, without a window to show it in. */
export function openText(content: RichText): EditorState {
  const { schema, extensionManager } = new Editor({
    element: null,
    extensions: textExtensions(() => ''),
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
  });
  const doc = readText(content, schema);
  if (!doc) throw new Error('the text does not fit the schema');
  return EditorState.create({ doc, plugins: extensionManager.plugins });
}
