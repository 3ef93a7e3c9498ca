import { Node } from '@tiptap/core';

/** A photo stays where it stands and is never lost by editing around it; here it is shown by its description. */
export const PhotoNode = Node.create({
  name: 'photo',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      attachment: { default: null, parseHTML: (element) => element.getAttribute('data-attachment') },
      alt: { default: null, parseHTML: (element) => element.getAttribute('data-alt') },
      width: { default: null, parseHTML: (element) => numberIn(element, 'data-width') },
      height: { default: null, parseHTML: (element) => numberIn(element, 'data-height') },
    };
  },
  parseHTML: () => [{ tag: 'figure[data-attachment]' }],
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
});

function numberIn(element: HTMLElement, name: string): number | null {
  const value = Number.parseFloat(element.getAttribute(name) ?? '');
  return Number.isFinite(value) ? value : null;
}
