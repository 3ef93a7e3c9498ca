import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { RichTextView } from '#renderer/ui/editor/RichTextView.tsx';
import { paragraphs, type RichText } from '#shared/domain/richText.ts';

const inDoc = (...content: NonNullable<RichText['content']>): RichText => ({ type: 'doc', content });

test('marks a found word across differently marked letters', () => {
  const html = renderToStaticMarkup(
    <RichTextView
      doc={inDoc({
        type: 'paragraph',
        content: [
          { type: 'text', text: 'I had dec' },
          { type: 'text', text: 'ided', marks: [{ type: 'bold' }] },
        ],
      })}
      highlight="decide"
    />,
  );
  expect(html).toContain('<p>I had <mark>dec</mark><strong><mark>ide</mark>d</strong></p>');
});

test('a line break between words does not shift what is marked', () => {
  const html = renderToStaticMarkup(
    <RichTextView
      doc={inDoc({
        type: 'paragraph',
        content: [{ type: 'text', text: 'one' }, { type: 'hardBreak' }, { type: 'text', text: 'mat' }],
      })}
      highlight="mat"
    />,
  );
  expect(html).toContain('one<br/><mark>mat</mark>');
});

test('words are never markup', () => {
  const html = renderToStaticMarkup(<RichTextView doc={paragraphs('<img src=x onerror=alert(1)>')} />);
  expect(html).toContain('&lt;img');
  expect(html).not.toContain('<img');
});

test('a link is a button where it can be followed, and only words where not', () => {
  const link = (href: string) =>
    inDoc({
      type: 'paragraph',
      content: [{ type: 'text', text: 'the map', marks: [{ type: 'link', attrs: { href } }] }],
    });
  const follow = () => {};
  expect(renderToStaticMarkup(<RichTextView doc={link('https://example.org/')} onLink={follow} />)).toContain(
    '<button',
  );
  expect(renderToStaticMarkup(<RichTextView doc={link('https://example.org/')} />)).not.toContain('<button');
  expect(
    renderToStaticMarkup(<RichTextView doc={link('javascript:alert(1)')} onLink={follow} />),
  ).not.toContain('<button');
});

test('the words of a kind of text it does not know are still read', () => {
  const newer = { type: 'doc', content: [{ type: 'poem', content: [{ type: 'verse', text: 'leaf' }] }] };
  expect(renderToStaticMarkup(<RichTextView doc={newer as unknown as RichText} />)).toContain('leaf');
});

test('a checklist says what is done', () => {
  const html = renderToStaticMarkup(
    <RichTextView
      doc={inDoc({
        type: 'taskList',
        content: [{ type: 'taskItem', attrs: { checked: true }, content: [{ type: 'paragraph' }] }],
      })}
    />,
  );
  expect(html).toContain('aria-label="Done:"');
});
