import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/base/ids.ts';
import type { RichText } from '#shared/domain/richText.ts';
import { escaped, richHtml } from '#shared/share/html.ts';
import type { Outline } from '#shared/share/outline.ts';
import { readablePage } from '#shared/share/readable.ts';

const attack = `"><script>alert('x')</script><img src=x onerror=alert(1)>&`;
const id = 'session_1' as RecordId;

const rich: RichText = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: attack }] },
    {
      type: 'taskList',
      content: [
        {
          type: 'taskItem',
          attrs: { checked: true },
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'done' }] }],
        },
      ],
    },
    {
      type: 'paragraph',
      content: [
        {
          type: 'text',
          text: 'a page',
          marks: [{ type: 'link', attrs: { href: 'https://example.org/?a="b' } }],
        },
        { type: 'text', text: 'a trap', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
        { type: 'hardBreak' },
        { type: 'text', text: 'bold', marks: [{ type: 'bold' }, { type: 'italic' }] },
      ],
    },
    { type: 'orderedList', attrs: { start: '7"onload="' }, content: [] },
    { type: 'photo', attrs: { attachment: 'a', alt: attack } },
  ],
};

const outline: Outline = {
  language: `en"${attack}`,
  title: attack,
  lead: attack,
  chapters: [
    {
      id,
      eyebrow: attack,
      heading: attack,
      facts: [attack],
      groups: [
        {
          id,
          heading: attack,
          facts: [attack],
          items: [{ ids: [id], label: attack, whose: 'buddy', text: rich, words: [`${attack}\nnext line`] }],
        },
      ],
    },
  ],
};

describe('the page inside a share', () => {
  const page = [...readablePage(outline)].join('');

  it('holds no element and no attribute that came from the words', () => {
    const tags = [...page.matchAll(/<(\/?[a-z0-9!]+)/g)].map(([, tag]) => tag);
    const ours =
      /^\/?(!doctype|html|head|meta|title|style|body|header|main|section|div|article|h1|h2|h3|p|br|ul|ol|li|a|em|strong)$/;
    expect(tags.filter((tag) => !ours.test(tag ?? ''))).toEqual([]);
    const withoutValues = page.replace(/="[^"]*"/g, '');
    expect(withoutValues).not.toMatch(/<[^>]*\s(on\w+|src|srcset|style)\b/);
    expect(page).not.toContain('javascript:');
    expect(page).toContain('a trap');
  });

  it('asks for nothing: no address but links, and a policy that forbids all else', () => {
    const addresses = [...page.matchAll(/(https?:|url\(|@import)/g)];
    expect(addresses).toHaveLength(1);
    expect(page).toContain('href="https://example.org/?a=&quot;b"');
    expect(page).toContain("default-src 'none'");
  });

  it('shows the photos that lie beside it, and describes the others', () => {
    const name = 'c'.repeat(32);
    const photo: RichText = {
      type: 'doc',
      content: [{ type: 'photo', attrs: { attachment: name, alt: attack } }],
    };
    const shown = richHtml(photo, new Set([name]));
    expect(shown).toContain(`<img src="attachments/${name}.webp" alt="${escaped(attack)}">`);
    expect(richHtml(photo)).toBe(`<p dir="auto" class="aside">Photo: ${escaped(attack)}</p>`);
  });

  it('keeps every word and the form it was given', () => {
    expect(page).toContain('next line');
    expect(richHtml(rich)).toContain('<em><strong>bold</strong></em>');
    expect(richHtml(rich)).toContain('☑ <p dir="auto">done</p>');
    expect(richHtml(rich)).toContain('<ol start="1">');
    expect(page.split(escaped(attack)).length - 1).toBe(13);
  });
});
