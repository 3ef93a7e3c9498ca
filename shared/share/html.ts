import { isSafeLink, type Mark, type RichNode, type RichText } from '../domain/richText.ts';
import { photoMember } from './photos.ts';

/** @file People's words as HTML that can do nothing: everything is escaped, links lead to web pages and letters only. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for attribute values in quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? '');
}

const elements: Partial<Record<RichNode['type'], string>> = {
  bulletList: 'ul',
  taskList: 'ul',
  listItem: 'li',
  blockquote: 'blockquote',
};

/** A rich text as blocks. `photos` are the names of those that lie in `attachments/` beside the page. */
export function richHtml(text: RichText, photos: ReadonlySet<string> = new Set()): string {
  return inside(text, photos);
}

function inside(node: RichNode, photos: ReadonlySet<string>): string {
  return (node.content ?? []).map((child) => block(child, photos)).join('');
}

function block(node: RichNode, photos: ReadonlySet<string>): string {
  switch (node.type) {
    case 'text':
      return marked(escaped(node.text ?? ''), node.marks ?? []);
    case 'hardBreak':
      return '<br>';
    case 'horizontalRule':
      return '<hr>';
    case 'paragraph':
      return `<p dir="auto">${inside(node, photos)}</p>`;
    case 'heading':
      return `<p dir="auto" class="said">${inside(node, photos)}</p>`;
    case 'orderedList':
      return `<ol start="${typeof node.attrs?.start === 'number' ? node.attrs.start : 1}">${inside(node, photos)}</ol>`;
    case 'taskItem':
      return `<li class="task">${node.attrs?.checked === true ? '☑' : '☐'} ${inside(node, photos)}</li>`;
    case 'photo':
      return photoHtml(node, photos);
    default: {
      const element = elements[node.type];
      return element === undefined
        ? inside(node, photos)
        : `<${element}>${inside(node, photos)}</${element}>`;
    }
  }
}

function photoHtml({ attrs }: RichNode, photos: ReadonlySet<string>): string {
  const alt = typeof attrs?.alt === 'string' ? escaped(attrs.alt) : '';
  const name = attrs?.attachment;
  if (typeof name !== 'string' || !photos.has(name)) {
    return `<p dir="auto" class="aside">Photo${alt ? `: ${alt}` : ''}</p>`;
  }
  const caption = alt ? `<figcaption dir="auto" class="aside">${alt}</figcaption>` : '';
  return `<figure><img src="${escaped(photoMember(name))}" alt="${alt}">${caption}</figure>`;
}

function marked(words: string, marks: readonly Mark[]): string {
  return marks.reduce((sofar, mark) => {
    switch (mark.type) {
      case 'bold':
        return `<strong>${sofar}</strong>`;
      case 'italic':
        return `<em>${sofar}</em>`;
      default:
        return isSafeLink(mark.attrs.href)
          ? `<a href="${escaped(mark.attrs.href)}" rel="noreferrer noopener">${sofar}</a>`
          : sofar;
    }
  }, words);
}
