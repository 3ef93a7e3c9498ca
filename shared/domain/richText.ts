import { z } from 'zod/mini';
import { longestLink } from '../base/link.ts';

/**
 * @file What people write with headings, lists and emphasis, as Tiptap's JSON narrowed to a whitelist. Anything
 * else is refused here, before an editor or a page sees it.
 */

export type Mark =
  | { readonly type: 'bold' }
  | { readonly type: 'italic' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } };

export interface RichNode {
  readonly type: NodeType;
  readonly attrs?: Readonly<Record<string, string | number | boolean | null>> | undefined;
  readonly text?: string | undefined;
  readonly marks?: readonly Mark[] | undefined;
  readonly content?: readonly RichNode[] | undefined;
}

/** A whole text: a node of type `doc`. */
export interface RichText extends RichNode {
  readonly type: 'doc';
}

const nodeTypes = [
  'doc',
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'taskList',
  'taskItem',
  'blockquote',
  'hardBreak',
  'horizontalRule',
  'photo',
  'text',
] as const;
export type NodeType = (typeof nodeTypes)[number];

/** Links lead to web pages and letters, nowhere else. A longer one is no address: its words stay words. */
export function isSafeLink(href: string): boolean {
  return href.length <= longestLink && URL_PATTERN.test(href);
}
const URL_PATTERN = /^(https:\/\/[^\s]+|mailto:[^\s]+)$/i;

const mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({
    type: z.literal('link'),
    attrs: z.object({ href: z.string().check(z.refine(isSafeLink)) }),
  }),
]);

const attributes = z.partialRecord(
  z.enum(['level', 'checked', 'start', 'attachment', 'alt', 'width', 'height', 'type']),
  z.union([z.string().check(z.maxLength(2000)), z.number(), z.boolean(), z.null()]),
);

const node: z.ZodMiniType<RichNode> = z.lazy(() =>
  z.object({
    type: z.enum(nodeTypes),
    attrs: z.optional(attributes) as unknown as z.ZodMiniOptional<
      z.ZodMiniType<Record<string, string | number | boolean | null>>
    >,
    // However long one word is: how much a record may hold is for whoever reads it from a file to say.
    text: z.optional(z.string()),
    marks: z.optional(z.array(mark)),
    content: z.optional(z.array(node)),
  }),
);

/** Nested deeper than this, a text was not made by a person. */
const deepest = 32;

/** How deep an editor lets a text be nested: in a share, whose JSON takes two steps for each, it is no bomb yet. */
export const deepestWritten = 24;

export const richText = z
  .pipe(z.unknown().check(z.refine((value) => depth(value) <= deepest, 'nested too deeply')), node)
  .check(
    z.refine((value): value is RichText => value.type === 'doc', 'not a whole text'),
  ) as unknown as z.ZodMiniType<RichText, RichText>;

function depth(value: unknown, sofar = 0): number {
  if (sofar > deepest || typeof value !== 'object' || value === null) return sofar;
  const content = (value as { content?: unknown }).content;
  if (!Array.isArray(content)) return sofar + 1;
  return content.reduce<number>((most, child) => Math.max(most, depth(child, sofar + 1)), sofar + 1);
}

const blocks: ReadonlySet<NodeType> = new Set(['paragraph', 'heading', 'horizontalRule', 'photo']);

/** The words alone, one block a line: for search, previews and counting. A photo gives its description. */
export function plainText(text: RichText): string {
  const parts: string[] = [];
  collect(text, parts);
  return parts.join('').replace(/\n+$/, '');
}

function collect(current: RichNode, parts: string[]): void {
  if (current.text !== undefined) parts.push(current.text);
  else if (current.type === 'hardBreak') parts.push('\n');
  else if (current.type === 'photo' && typeof current.attrs?.alt === 'string') parts.push(current.attrs.alt);
  for (const child of current.content ?? []) collect(child, parts);
  if (blocks.has(current.type)) parts.push('\n');
}

/** A text of plain paragraphs, one a line of the input. */
export function paragraphs(words: string): RichText {
  return {
    type: 'doc',
    content: words
      .split('\n')
      .map((text) =>
        text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] },
      ),
  };
}

/** Whether there is nothing in it: no text and no photo. Never a reason to remove a record. */
export function isBlank(text: RichText): boolean {
  const hasSomething = (current: RichNode): boolean =>
    current.type === 'photo' ||
    (current.text ?? '').trim() !== '' ||
    (current.content ?? []).some(hasSomething);
  return !hasSomething(text);
}

const photoName = /^[0-9a-f]{32}$/;

/** The photos in a text, in order: the names they are kept under, and what they show in words. */
export function photosIn(text: RichText): readonly { readonly attachment: string; readonly alt: string }[] {
  const found: { attachment: string; alt: string }[] = [];
  const visit = ({ type, attrs, content }: RichNode): void => {
    const attachment = attrs?.attachment;
    if (type === 'photo' && typeof attachment === 'string' && photoName.test(attachment)) {
      found.push({ attachment, alt: typeof attrs?.alt === 'string' ? attrs.alt : '' });
    }
    content?.forEach(visit);
  };
  visit(text);
  return found;
}
