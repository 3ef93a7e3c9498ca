import { Node } from '@tiptap/core';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { PhotoNodeView } from './PhotoNodeView.tsx';

/** As `richText` in shared/domain allows for any attribute. */
const longestAlt = 2000;

/** A photo stays where it stands and is never lost by editing around it, whether or not it can be shown. */
export const PhotoNode = Node.create({
  name: 'photo',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      attachment: { default: null, parseHTML: (element) => element.getAttribute('data-attachment') },
      alt: {
        default: null,
        parseHTML: (element) => element.getAttribute('data-alt')?.slice(0, longestAlt) ?? null,
      },
      width: { default: null, parseHTML: (element) => numberIn(element, 'data-width') },
      height: { default: null, parseHTML: (element) => numberIn(element, 'data-height') },
    };
  },
  // Only what was copied from a text of one's own: a page from elsewhere has no such names to give.
  parseHTML: () => [
    {
      tag: 'figure[data-attachment]',
      getAttrs: (element) =>
        /^[0-9a-f]{32}$/.test(element.getAttribute('data-attachment') ?? '') ? null : false,
    },
  ],
  renderHTML({ node }) {
    const { attachment, alt, width, height } = node.attrs;
    return [
      'figure',
      {
        class: 'rich-photo',
        'data-attachment': attachment,
        'data-alt': alt,
        'data-width': width,
        'data-height': height,
      },
      ['span', {}, alt ? `Photo: ${alt}` : 'Photo'],
    ];
  },
  addNodeView: () => ReactNodeViewRenderer(PhotoNodeView),
});

function numberIn(element: HTMLElement, name: string): number | null {
  const value = Number.parseFloat(element.getAttribute(name) ?? '');
  return Number.isFinite(value) ? value : null;
}
