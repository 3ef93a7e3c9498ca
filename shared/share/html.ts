import { isSafeLink, type Mark, type RichNode, type RichText } from '../domain/richText.ts';

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

/** A rich text as blocks. */
export function richHtml(text: RichText): string {
  return inside(text);
}

function inside(node: RichNode): string {
  return (node.content ?? []).map(block).join('');
}

function block(node: RichNode): string {
  switch (node.type) {
    case 'text':
      return marked(escaped(node.text ?? ''), node.marks ?? []);
    case 'hardBreak':
      return '<br>';
    case 'horizontalRule':
      return '<hr>';
    case 'paragraph':
      return `<p dir="auto">${inside(node)}</p>`;
    case 'heading':
      return `<p dir="auto" class="said">${inside(node)}</p>`;
    case 'orderedList':
      return `<ol start="${typeof node.attrs?.start === 'number' ? node.attrs.start : 1}">${inside(node)}</ol>`;
    case 'taskItem':
      return `<li class="task">${node.attrs?.checked === true ? '☑' : '☐'} ${inside(node)}</li>`;
    case 'photo':
      return `<p dir="auto" class="aside">Photo${typeof node.attrs?.alt === 'string' && node.attrs.alt ? `: ${escaped(node.attrs.alt)}` : ''}</p>`;
    default: {
      const element = elements[node.type];
      return element === undefined ? inside(node) : `<${element}>${inside(node)}</${element}>`;
    }
  }
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
