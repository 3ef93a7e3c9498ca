import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestLink } from '#shared/base/link.ts';
import {
  deepestWritten,
  isBlank,
  isSafeLink,
  paragraphs,
  plainText,
  type RichText,
  richText,
} from '#shared/domain/richText.ts';
import { parseStrangersJson } from '#shared/share/safeJson.ts';

const doc = (...content: readonly unknown[]) => ({ type: 'doc', content });
const p = (...content: readonly unknown[]) => ({ type: 'paragraph', content });
const text = (words: string, ...marks: readonly unknown[]) => ({ type: 'text', text: words, marks });
const read = (value: unknown) => richText.safeParse(value);

describe('a rich text', () => {
  it('is read with all an editor can make', () => {
    const whole = doc(
      { type: 'heading', attrs: { level: 2 }, content: [text('The bend')] },
      p(text('It went '), text('left', { type: 'bold' }, { type: 'italic' }), { type: 'hardBreak' }),
      { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('a stone'))] }] },
      {
        type: 'taskList',
        content: [{ type: 'taskItem', attrs: { checked: true }, content: [p(text('roll up'))] }],
      },
      {
        type: 'blockquote',
        content: [p(text('Dad', { type: 'link', attrs: { href: 'https://example.org' } }))],
      },
      { type: 'horizontalRule' },
      { type: 'photo', attrs: { attachment: 'a1', alt: 'The gate', width: 800, height: 600 } },
    );
    const result = read(whole);
    expect(result.success && result.data).toEqual(whole);
  });

  it.each([
    ['a script', doc({ type: 'script', content: [text('alert(1)')] })],
    ['raw HTML', doc({ type: 'html', text: '<img src=x onerror=alert(1)>' })],
    ['an image from afar', doc({ type: 'image', attrs: { src: 'https://example.org/x.png' } })],
    ['a frame', doc({ type: 'iframe', attrs: { src: 'https://example.org' } })],
    ['an event handler', doc({ type: 'paragraph', attrs: { onclick: 'alert(1)' } })],
    ['a style', doc({ type: 'paragraph', attrs: { style: 'position:fixed' } })],
    [
      'an attribute that holds more than a value',
      doc({ type: 'heading', attrs: { level: { toString: 1 } } }),
    ],
    ['an unknown mark', doc(p(text('x', { type: 'textStyle', attrs: { color: 'red' } })))],
    ['a link without an address', doc(p(text('x', { type: 'link', attrs: {} })))],
    ['a link that runs', doc(p(text('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } })))],
    ['a piece in place of a whole', p(text('x'))],
    ['content that is no list', { type: 'doc', content: { length: 1 } }],
    ['text that is no text', doc(p({ type: 'text', text: 7 }))],
    ['a list', []],
    ['nothing', null],
    ['words alone', 'doc'],
  ])('is not read with %s', (_what, value) => {
    expect(read(value).success).toBe(false);
  });

  it('loses what links and marks may not carry', () => {
    const link = { type: 'link', attrs: { href: 'https://example.org', target: '_blank', onclick: 'x' } };
    const result = read(doc(p(text('x', link))));
    expect(JSON.stringify(result)).toContain('https://example.org');
    expect(JSON.stringify(result)).not.toMatch(/target|onclick/);
  });

  it('is never read when nested deeper than people write, nor does that overflow', () => {
    const nested = (depth: number) => {
      let value: unknown = p(text('deep'));
      for (let level = 0; level < depth; level += 1) value = { type: 'blockquote', content: [value] };
      return doc(value);
    };
    expect(read(nested(20)).success).toBe(true);
    expect(read(nested(40)).success).toBe(false);
    expect(read(nested(50_000)).success).toBe(false);
  });

  it('that an editor nested as deep as it may is read, also as a stranger sends it', () => {
    let value: unknown = p(text('deep', { type: 'link', attrs: { href: 'https://example.org' } }));
    for (let level = 3; level < deepestWritten; level += 1) value = { type: 'blockquote', content: [value] };
    const line = JSON.stringify({ body: { text: doc(value) } });
    expect(parseStrangersJson(line).ok).toBe(true);
    expect(read(doc(value)).success).toBe(true);
  });

  it('is read however long one of its words is', () => {
    expect(read(doc(p(text('x'.repeat(2_000_000))))).success).toBe(true);
  });

  it('does not take on properties of its prototype', () => {
    const value: unknown = JSON.parse('{"type":"doc","__proto__":{"polluted":true},"content":[]}');
    read(value);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('is read without throwing, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withObjectString: true }), (value) => {
        const result = read(value);
        if (result.success) expect(result.data.type).toBe('doc');
      }),
    );
  });
});

describe('a link', () => {
  it('is as long as browsers bear, and no longer', () => {
    const address = 'https://example.org/'.padEnd(longestLink, 'a');
    expect(read(doc(p(text('x', { type: 'link', attrs: { href: address } })))).success).toBe(true);
    expect(isSafeLink(`${address}a`)).toBe(false);
  });

  it.each(['https://example.org/a?b=c#d', 'HTTPS://EXAMPLE.ORG', 'mailto:maya@example.org'])(
    '%s is followed',
    (href) => {
      expect(isSafeLink(href)).toBe(true);
    },
  );

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' https://example.org',
    'https://example.org\njavascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'http://example.org',
    'app://stringwalk/',
    '//example.org',
    '/settings',
    'https://',
    '',
  ])('"%s" is not', (href) => {
    expect(isSafeLink(href)).toBe(false);
  });
});

describe('the words alone', () => {
  it('stand one block a line, with what a photo shows', () => {
    const whole = doc(
      p(text('The string '), text('bent', { type: 'bold' }), { type: 'hardBreak' }, text('left.')),
      { type: 'photo', attrs: { alt: 'The gate' } },
      { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('a stone'))] }] },
    ) as unknown as RichText;
    expect(plainText(whole)).toBe('The string bent\nleft.\nThe gate\na stone');
  });

  it('make a text of paragraphs and come back from it', () => {
    const lines = fc.array(fc.string({ unit: 'grapheme' }).map((line) => line.replace(/\n/g, '')));
    fc.assert(
      fc.property(lines, (each) => {
        const words = each.join('\n').replace(/\n+$/, '');
        const made = paragraphs(words);
        expect(plainText(made)).toBe(words);
        expect(read(made).success).toBe(true);
      }),
    );
  });

  it('are missing from a blank text, and a photo is never blank', () => {
    expect(isBlank(paragraphs(''))).toBe(true);
    expect(isBlank(paragraphs(' \n\t'))).toBe(true);
    expect(isBlank(paragraphs('\nx'))).toBe(false);
    expect(isBlank(doc({ type: 'photo', attrs: { attachment: 'a1' } }) as unknown as RichText)).toBe(false);
  });
});
