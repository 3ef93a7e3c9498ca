import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { readText } from '#renderer/ui/editor/extensions.ts';
import { RichTextView } from '#renderer/ui/editor/RichTextView.tsx';
import type { Day } from '#shared/base/time.ts';
import { type RichText, richText } from '#shared/domain/richText.ts';
import { planUnion } from '#shared/revisions/union.ts';
import { richHtml } from '#shared/share/html.ts';
import { readShare, writeShare } from '#shared/share/shareFile.ts';
import { hostileAddresses, hostileHtml } from '../support/hostileHtml.ts';
import { tried } from '../support/howMany.ts';
import { shareContent } from '../support/makeShare.ts';
import { Pen, writeAnAfternoon } from '../support/pen.ts';

/** What a stranger may put into a text, as an editor's JSON and as words: it is refused, or it is words and no more. */

const inDoc = (...content: readonly object[]) => ({ type: 'doc', content });
const words = { type: 'text', text: 'words' };
const day = '2026-11-08' as Day;

/** Every place in which the JSON of a text can hold a string. */
const shapes: readonly (readonly [string, (hostile: string) => object])[] = [
  ['as words', (text) => inDoc({ type: 'paragraph', content: [{ type: 'text', text }] })],
  ['as a node', (type) => inDoc({ type, content: [words] })],
  ['as a mark', (type) => inDoc({ type: 'paragraph', content: [{ ...words, marks: [{ type }] }] })],
  ['as an attribute', (name) => inDoc({ type: 'paragraph', attrs: { [name]: 'x' }, content: [words] })],
  ['as a handler', (code) => inDoc({ type: 'paragraph', attrs: { onclick: code }, content: [words] })],
  ['as a style', (style) => inDoc({ type: 'paragraph', attrs: { style }, content: [words] })],
  ['beside what is known', (code) => inDoc({ type: 'paragraph', onload: code, content: [words] })],
  ['as an image', (src) => inDoc({ type: 'image', attrs: { src, onerror: src } })],
  ['as a photo', (attachment) => inDoc({ type: 'photo', attrs: { attachment, alt: attachment } })],
  ["as a list's start", (start) => inDoc({ type: 'orderedList', attrs: { start, type: start } })],
  ["as a heading's level", (level) => inDoc({ type: 'heading', attrs: { level }, content: [words] })],
  [
    'as a check',
    (checked) => inDoc({ type: 'taskList', content: [{ type: 'taskItem', attrs: { checked } }] }),
  ],
  ['as a link', (href) => inDoc({ type: 'paragraph', content: [linked(href)] })],
  [
    'as the rest of a link',
    (rest) => inDoc({ type: 'paragraph', content: [linked(`https://a.example/${rest}`)] }),
  ],
  [
    'as a link with more to it',
    (target) => inDoc({ type: 'paragraph', content: [linked('https://a.example/', target)] }),
  ],
];

function linked(href: string, target?: string): object {
  const attrs = target === undefined ? { href } : { href, target, rel: target, class: target };
  return { ...words, marks: [{ type: 'link', attrs }] };
}

const known = {
  nodes:
    /^(doc|paragraph|heading|bulletList|orderedList|listItem|taskList|taskItem|blockquote|hardBreak|horizontalRule|photo|text)$/,
  attributes: /^(level|checked|start|attachment|alt|width|height|type)$/,
};

interface Node {
  readonly type: string;
  readonly attrs?: object | undefined;
  readonly marks?:
    | readonly { readonly type: string; readonly attrs?: { readonly href?: string } }[]
    | undefined;
  readonly content?: readonly Node[] | undefined;
}

/** Said again here, in the plainest way: what may stand in a text. */
function expectKnown({ type, attrs = {}, marks = [], content = [] }: Node): void {
  expect(type).toMatch(known.nodes);
  for (const name of Object.keys(attrs)) expect(name).toMatch(known.attributes);
  for (const mark of marks) {
    expect(mark.type).toMatch(/^(bold|italic|link)$/);
    if (mark.type === 'link') expect(mark.attrs?.href).toMatch(/^(https:\/\/|mailto:)\S/i);
  }
  for (const child of content) expectKnown(child);
}

/** Everything that a browser would take for markup. */
function expectInert(html: string, ours: RegExp): void {
  for (const [, tag = ''] of html.matchAll(/<\/?([^\s>/]*)/g)) expect(tag).toMatch(ours);
  const withoutValues = html.replace(/="[^"]*"/g, '');
  expect(withoutValues).not.toMatch(/<[^>]*\s(on\w+|src|srcset|style|formaction|background)\b/i);
  for (const [, href = ''] of html.matchAll(/\shref="([^"]*)"/g)) expect(href).toMatch(/^(https:|mailto:)/i);
}

const shown = /^(div|p|h3|h4|ul|ol|li|span|strong|em|br|hr|button|blockquote|figure|figcaption|svg|path)$/;
const written = /^(p|br|hr|ul|ol|li|strong|em|a|blockquote|figure|figcaption)$/;

describe.each(shapes)('a stranger’s text, %s', (_, shape) => {
  it('is refused, or holds nothing but what is known', () => {
    for (const hostile of [...hostileHtml, ...hostileAddresses]) {
      const parsed = richText.safeParse(shape(hostile));
      if (parsed.success) {
        expectKnown(parsed.data);
        readText(parsed.data)?.check();
        expectInert(richHtml(parsed.data), written);
      }
      tried();
    }
  });

  it('is drawn as words, if it comes past that at all', () => {
    for (const hostile of [...hostileHtml, ...hostileAddresses]) {
      const view = <RichTextView doc={shape(hostile) as RichText} onLink={() => undefined} />;
      expectInert(renderToStaticMarkup(view), shown);
      tried();
    }
  });
});

it('a share brings the texts that hold only what is known, and each other one is refused', () => {
  const maya = new Pen('Maya', 'Tom');
  const { session, turn } = writeAnAfternoon(maya);
  const some = hostileHtml.filter((_, index) => index % 12 === 0);
  const texts = some.flatMap((hostile) => shapes.map(([, shape]) => shape(hostile) as RichText));
  const ids = texts.map((text) => maya.put('note', { about: turn, person: maya.me, day, text }));
  const zip = writeShare(shareContent(maya, { sessions: [session] }), maya.signingSeed);
  const share = zip.ok ? readShare(zip.value) : undefined;
  if (!share?.ok) throw new Error('Maya has a share');
  const tom = new Pen('Tom', 'Maya');
  const plan = planUnion(
    {
      me: tom.me,
      tagKey: tom.tagKey,
      replica: tom.replica,
      lamport: 1,
      knows: () => false,
      authorOf: () => undefined,
      isErased: () => false,
      isParty: () => false,
    },
    { from: 'person', sender: maya.me },
    share.value.revisions,
  );
  const unknown = ids.filter((_, index) => !richText.safeParse(texts[index]).success);
  expect(plan.refused.map(({ revision, why }) => [revision.record, why]).sort()).toEqual(
    unknown.map((id) => [id, 'malformed']).sort(),
  );
  expect(unknown.length).toBeGreaterThan(texts.length / 2);
  expect(unknown.length).toBeLessThan(texts.length);
});
