/** What an inline style says about emphasis; undefined where it says nothing. */
export function emphasisIn(style: string): {
  readonly bold: boolean | undefined;
  readonly italic: boolean | undefined;
} {
  const weight = /(?:^|;)\s*font-weight\s*:\s*([\w]+)/i.exec(style)?.[1]?.toLowerCase();
  const slant = /(?:^|;)\s*font-style\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  return {
    bold:
      weight === undefined ? undefined : weight === 'bold' || weight === 'bolder' || Number(weight) >= 600,
    italic: slant === undefined ? undefined : slant === 'italic' || slant === 'oblique',
  };
}

const tags = /<[a-z][^>]*>/gi;
const styleAttribute = /\sstyle\s*=/gi;
const styleSheets = /<style\b[^>]*>[\s\S]*?<\/style\s*>/gi;

/**
 * Text from elsewhere with emphasis as tags instead of inline styles. Our content policy keeps styles from applying
 * even to a document that is never shown, and the editor would then misread them: Google Docs wraps whatever it
 * copies in a `<b>` whose style says that it is not bold.
 */
export function pastedHtml(html: string): string {
  const inert = html
    .replace(styleSheets, '')
    .replace(tags, (tag) => tag.replace(styleAttribute, ' data-style='));
  const page = new DOMParser().parseFromString(inert, 'text/html');
  takeNames(page);
  for (const element of page.querySelectorAll('[data-style]')) {
    const { bold, italic } = emphasisIn(element.getAttribute('data-style') ?? '');
    element.removeAttribute('data-style');
    if (bold === false && element.matches('b, strong')) element.replaceWith(...element.childNodes);
    else if (italic === false && element.matches('i, em')) element.replaceWith(...element.childNodes);
    else {
      if (bold) wrapInside(element, 'strong');
      if (italic) wrapInside(element, 'em');
    }
  }
  return page.body.innerHTML;
}

/**
 * Takes away the names by which elements stand in the place of a document's or a form's own properties ("DOM
 * clobbering"): the editor reads those, and would drop a whole paste because of `<input name="nodeName">`.
 */
function takeNames(page: Document): void {
  // Not as methods of the page and its forms: those may be hidden already.
  for (const element of Document.prototype.querySelectorAll.call(page, '[name], [id]')) {
    for (const attribute of ['name', 'id']) Element.prototype.removeAttribute.call(element, attribute);
  }
}

function wrapInside(element: Element, tag: 'strong' | 'em'): void {
  const wrapper = element.ownerDocument.createElement(tag);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}
