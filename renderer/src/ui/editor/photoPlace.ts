import { closeHistory } from '@tiptap/pm/history';
import type { Attrs } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';

export interface PhotoInserted {
  readonly transaction: Transaction;
  /** Where the next photo of several belongs. */
  readonly after: number;
}

/**
 * Puts a photo beside the block at `position`, never into the middle of a sentence: in place of an empty paragraph,
 * else behind the innermost block that may have one behind it. At an end, a paragraph to write on in comes with it,
 * and the cursor goes there if it has not gone elsewhere meanwhile. One undo takes out the photo and no more.
 */
export function insertPhoto(state: EditorState, position: number, attrs: Attrs): PhotoInserted {
  const { schema, doc } = state;
  const { from, to, isLast } = placeBeside(state, Math.min(position, doc.content.size));
  const photo = schema.node('photo', attrs);
  const transaction = state.tr.replaceWith(from, to, isLast ? [photo, schema.node('paragraph')] : [photo]);
  const after = from + photo.nodeSize;
  if (state.selection.empty && state.selection.from === position) {
    transaction.setSelection(TextSelection.near(transaction.doc.resolve(after)));
  }
  return { transaction: closeHistory(transaction.scrollIntoView()), after };
}

function placeBeside({ doc, schema }: EditorState, position: number) {
  const at = doc.resolve(position);
  const isEmptyParagraph =
    at.depth === 1 && at.parent.type.name === 'paragraph' && at.parent.childCount === 0;
  if (isEmptyParagraph) {
    return { from: at.before(1), to: at.after(1), isLast: at.after(1) === doc.content.size };
  }
  for (let depth = at.depth; depth > 0; depth -= 1) {
    const around = at.node(depth - 1);
    const index = at.indexAfter(depth - 1);
    if (schema.nodes.photo && around.canReplaceWith(index, index, schema.nodes.photo)) {
      const place = at.after(depth);
      return { from: place, to: place, isLast: index === around.childCount };
    }
  }
  return { from: position, to: position, isLast: position === doc.content.size };
}
