/** @file The same words as `readable.ts`, as Markdown: for whoever has no browser, or wants to move on. */
import type { Mark, RichNode, RichText } from '../domain/richText.ts';
import type { OutlineGroup, OutlineItem, Telling } from './outline.ts';
import { photoMember } from './photos.ts';

/** Comes a chapter at a time. */
export function* readableText(
  { title, lead, chapters }: Telling,
  photos: ReadonlySet<string>,
): Generator<string> {
  yield `# ${line(title)}\n\n${line(lead)}\n`;
  for (const { eyebrow, heading, facts, groups } of chapters) {
    const parts = [
      `## ${line(`${eyebrow}: ${heading}`)}`,
      ...facts.map(line),
      ...groups.map((group) => groupText(group, photos)),
    ];
    yield `\n${parts.join('\n\n')}\n`;
  }
}

function groupText({ heading, facts, items }: OutlineGroup, photos: ReadonlySet<string>): string {
  return [
    ...(heading === undefined ? [] : [`### ${line(heading)}`]),
    ...facts.map(line),
    ...items.map((item) => itemText(item, photos)),
  ].join('\n\n');
}

function itemText({ label, text, words }: OutlineItem, photos: ReadonlySet<string>): string {
  const said = [...(text === undefined ? [] : [richMarkdown(text, photos)]), ...words.map(passage)];
  return [`#### ${line(label)}`, ...said.filter((each) => each !== '')].join('\n\n');
}

/** Blocks apart by an empty line; lists and quotations by their marks. */
export function richMarkdown(text: RichText, photos: ReadonlySet<string> = new Set()): string {
  return blocks(text, photos);
}

function blocks({ content = [] }: RichNode, photos: ReadonlySet<string>): string {
  return content
    .map((child) => block(child, photos))
    .filter((each) => each !== '')
    .join('\n\n');
}

function block(node: RichNode, photos: ReadonlySet<string>): string {
  switch (node.type) {
    case 'heading':
      return `##### ${inline(node)}`;
    case 'horizontalRule':
      return '---';
    case 'blockquote':
      return indented(blocks(node, photos), '> ', '> ');
    case 'bulletList':
      return list(node, photos, () => '- ');
    case 'orderedList': {
      const start = typeof node.attrs?.start === 'number' ? node.attrs.start : 1;
      return list(node, photos, (_, index) => `${start + index}. `);
    }
    case 'taskList':
      return list(node, photos, ({ attrs }) => (attrs?.checked === true ? '- [x] ' : '- [ ] '));
    case 'photo':
      return photo(node, photos);
    case 'paragraph':
    case 'text':
    case 'hardBreak':
      return inline(node);
    default:
      return blocks(node, photos);
  }
}

function list(
  { content = [] }: RichNode,
  photos: ReadonlySet<string>,
  markOf: (item: RichNode, index: number) => string,
): string {
  return content
    .map((item, index) => {
      const mark = markOf(item, index);
      return indented(blocks(item, photos), mark, ' '.repeat(mark.length));
    })
    .join('\n');
}

function indented(text: string, first: string, later: string): string {
  return text
    .split('\n')
    .map((each, index) => `${index === 0 ? first : later}${each}`.trimEnd())
    .join('\n');
}

function photo({ attrs }: RichNode, photos: ReadonlySet<string>): string {
  const alt = typeof attrs?.alt === 'string' ? escaped(attrs.alt) : '';
  const name = attrs?.attachment;
  return typeof name === 'string' && photos.has(name) ? `![${alt}](${photoMember(name)})` : `(Photo: ${alt})`;
}

function inline({ type, text, marks = [], content = [] }: RichNode): string {
  if (type === 'hardBreak') return '  \n';
  if (text === undefined) return content.map(inline).join('');
  return marks.reduce(marked, escaped(text));
}

function marked(words: string, mark: Mark): string {
  switch (mark.type) {
    case 'bold':
      return `**${words}**`;
    case 'italic':
      return `*${words}*`;
    default:
      return `[${words}](<${mark.attrs.href}>)`;
  }
}

function line(words: string): string {
  return escaped(words.replaceAll(/\s*\n\s*/g, ' / '));
}

function passage(words: string): string {
  return words.split('\n').map(escaped).join('  \n');
}

/** What Markdown would take for a mark of its own. */
function escaped(words: string): string {
  return words.replaceAll(/[\\`*_[\]<>#|~]/g, '\\$&');
}
