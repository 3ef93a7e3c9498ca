import { Extension } from '@tiptap/core';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { deepestWritten, richText } from '#shared/domain/richText.ts';

/**
 * Keeps a text such that it can be read again wherever it is brought: whoever reads one from a backup or a share
 * refuses what is nested too deeply, or what the editor knows and the journal does not. Indenting stops before that,
 * and what is pasted beyond it comes as plain paragraphs, every word of it.
 */
export const Bounds = Extension.create({
  name: 'bounds',
  addProseMirrorPlugins: () => [
    new Plugin({
      // What is only loaded stays as it is, however deep it lies; from there it may not go deeper.
      filterTransaction: (change, { doc }) =>
        !change.docChanged ||
        change.getMeta('preventUpdate') === true ||
        depthOf(change.doc) <= Math.max(deepestWritten, depthOf(doc)),
      props: {
        transformPasted: (slice, view) => withinBounds(slice, view.state.selection.$from.depth),
      },
    }),
  ],
});

/** What is pasted so many nodes deep: as it is where it fits, else its paragraphs and photos one after another. */
export function withinBounds(slice: Slice, depth: number): Slice {
  const isFlatEnough = depth + depthOf(slice.content) <= deepestWritten;
  if (isFlatEnough && isReadable(slice)) return slice;
  const flat: Node[] = [];
  slice.content.descendants((node) => {
    if (!node.isTextblock && !node.isAtom) return true;
    flat.push(node);
    return false;
  });
  return Slice.maxOpen(Fragment.from(flat));
}

/** As the journal will find it: in JSON. */
function isReadable({ content }: Slice): boolean {
  const text: unknown = JSON.parse(JSON.stringify({ type: 'doc', content: content.toJSON() ?? [] }));
  return richText.safeParse(text).success;
}

function depthOf(part: Node | Fragment): number {
  let deepest = 0;
  part.forEach((child) => {
    deepest = Math.max(deepest, depthOf(child));
  });
  return part instanceof Fragment ? deepest : deepest + 1;
}
