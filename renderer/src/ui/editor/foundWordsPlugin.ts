import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { foundWords } from './foundWords.ts';

interface FoundState {
  readonly query: string;
  readonly marks: DecorationSet;
}

const foundKey = new PluginKey<FoundState>('foundWords');

/** Marks the words that were searched for. It only paints: the text, its history and its updates know nothing. */
export const FoundWords = Extension.create({
  name: 'foundWords',
  addProseMirrorPlugins() {
    return [
      new Plugin<FoundState>({
        key: foundKey,
        state: {
          init: () => ({ query: '', marks: DecorationSet.empty }),
          apply(transaction, before) {
            const query: string = transaction.getMeta(foundKey) ?? before.query;
            if (query === before.query && !transaction.docChanged) return before;
            return { query, marks: marksIn(transaction.doc, query) };
          },
        },
        props: { decorations: (state: EditorState) => foundKey.getState(state)?.marks },
      }),
    ];
  },
});

export function markFound(view: EditorView, query: string): void {
  if (foundKey.getState(view.state)?.query === query) return;
  view.dispatch(view.state.tr.setMeta(foundKey, query).setMeta('addToHistory', false));
}

function marksIn(doc: Node, query: string): DecorationSet {
  if (query.trim() === '') return DecorationSet.empty;
  const marks: Decoration[] = [];
  doc.descendants((block, position) => {
    if (!block.isTextblock) return true;
    // One unit per position, so that what stands between words (a line break) keeps the count.
    const text = block.textBetween(0, block.content.size, '\n', '\n');
    for (const { from, to } of foundWords(text, query)) {
      marks.push(Decoration.inline(position + 1 + from, position + 1 + to, { nodeName: 'mark' }));
    }
    return false;
  });
  return DecorationSet.create(doc, marks);
}
