import { InputRule, Mark, markPasteRule } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { isSafeLink } from '#shared/domain/richText.ts';

const typedLink = /(?:^|\s)(https:\/\/[^\s<>]+) $/;
const pastedLink = /https:\/\/[^\s<>]+/g;

/**
 * A link that knows where it leads and nothing else: the stock extension also stores targets, relations and classes,
 * and brings a parser for every kind of address. Only web pages and letters; anything else loses the link and keeps
 * the words.
 */
export const LinkMark = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => (isSafeLink(element.getAttribute('href') ?? '') ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],

  addInputRules() {
    return [
      new InputRule({
        find: typedLink,
        handler: ({ state, range, match }) => {
          const href = match[1];
          if (!href || !isSafeLink(href)) return;
          const from = range.from + match[0].indexOf(href);
          state.tr.addMark(from, from + href.length, this.type.create({ href }));
        },
      }),
    ];
  },

  addPasteRules() {
    return [
      markPasteRule({
        find: pastedLink,
        type: this.type,
        getAttributes: ([href]) => (isSafeLink(href) ? { href } : null),
      }),
    ];
  },

  /** A link pasted over selected words makes those words a link. */
  addProseMirrorPlugins() {
    const { type } = this;
    return [
      new Plugin({
        props: {
          handlePaste(view, event) {
            const { from, to, empty } = view.state.selection;
            const text = event.clipboardData?.getData('text/plain').trim() ?? '';
            if (empty || !isSafeLink(text)) return false;
            view.dispatch(view.state.tr.addMark(from, to, type.create({ href: text })));
            return true;
          },
        },
      }),
    ];
  },
});
