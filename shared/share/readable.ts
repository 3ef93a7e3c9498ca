import { escaped, richHtml } from './html.ts';
import type { OutlineChapter, OutlineGroup, OutlineItem, Telling } from './outline.ts';

/**
 * The page inside a share: every word of it, in any browser, now and in twenty years. No script and nothing to
 * fetch but the photos that lie beside it, which its own policy says as well; light and dark, and fit for paper.
 * Comes a chapter at a time.
 */
export function* readablePage(told: Telling, photos: ReadonlySet<string> = new Set()): Generator<string> {
  const { language, title, lead, chapters } = told;
  yield `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${styles}</style>
</head>
<body>
<header>
<h1 dir="auto">${escaped(title)}</h1>
<p dir="auto" class="aside">${escaped(lead)}</p>
</header>
<main>
`;
  for (const chapter of chapters) yield `${chapterHtml(chapter, photos)}\n`;
  yield '</main>\n</body>\n</html>\n';
}

function chapterHtml(
  { eyebrow, heading, facts, groups }: OutlineChapter,
  photos: ReadonlySet<string>,
): string {
  return `<section>
<p class="aside">${escaped(eyebrow)}</p>
<h2 dir="auto">${escaped(heading)}</h2>
${factsHtml(facts)}${groups.map((group) => groupHtml(group, photos)).join('\n')}
</section>`;
}

function groupHtml({ heading, facts, items }: OutlineGroup, photos: ReadonlySet<string>): string {
  const title = heading === undefined ? '' : `<h3 dir="auto">${escaped(heading)}</h3>\n`;
  return `<div class="group">\n${title}${factsHtml(facts)}${items.map((item) => itemHtml(item, photos)).join('\n')}\n</div>`;
}

function factsHtml(facts: readonly string[]): string {
  return facts.map((fact) => `<p dir="auto" class="aside">${escaped(fact)}</p>\n`).join('');
}

function itemHtml({ label, whose, text, words }: OutlineItem, photos: ReadonlySet<string>): string {
  const plain = words.map((passage) => `<p dir="auto">${lines(passage)}</p>`).join('');
  return `<article data-person="${whose}">
<p dir="auto" class="whose">${escaped(label)}</p>
<div class="words">${text === undefined ? '' : richHtml(text, photos)}${plain}</div>
</article>`;
}

function lines(passage: string): string {
  return escaped(passage).replaceAll('\n', '<br>');
}

// The colours of the app, written out: this page cannot fetch its tokens. The sender is lake, the other bracken.
const styles = `
:root { color-scheme: light dark; --paper: #fcfbf5; --ink: #272a23; --soft: #565a4c; --rule: #d8d7c5; --me: #1f5a63; --buddy: #9a4f18; --other: #6b4a75; }
@media (prefers-color-scheme: dark) { :root { --paper: #1a1c18; --ink: #e8e6d9; --soft: #b2b3a2; --rule: #383b33; --me: #8cc3c9; --buddy: #e6a767; --other: #c9a9d3; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 3rem 1.25rem 5rem; max-width: 42rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Georgia, "Noto Serif", serif; overflow-wrap: anywhere; }
h1, h2, h3 { font-weight: 600; line-height: 1.2; margin: 0; }
h1 { font-size: 2.1rem; }
h2 { font-size: 1.5rem; }
h3 { font-size: 1.1rem; margin-block-end: 0.25rem; }
section { margin-block-start: 3.5rem; padding-block-start: 1.25rem; border-block-start: 1px solid var(--rule); }
.group { margin-block-start: 2rem; }
.aside, .whose { font: 0.875rem/1.5 system-ui, "Noto Sans", sans-serif; color: var(--soft); margin: 0.25rem 0; }
article { margin-block-start: 1.25rem; padding-inline-start: 1rem; border-inline-start: 2px solid var(--whose); }
article[data-person="me"] { --whose: var(--me); }
article[data-person="buddy"] { --whose: var(--buddy); }
article[data-person="other"] { --whose: var(--other); }
.whose { color: var(--whose); }
.words p { margin: 0 0 0.6rem; }
.words .said { font-size: 1.15rem; font-weight: 600; }
.task { list-style: none; }
.task p { display: inline; }
figure { margin: 0 0 0.6rem; }
img { max-width: 100%; height: auto; border-radius: 4px; }
blockquote { margin: 0 0 0.6rem; padding-inline-start: 1rem; border-inline-start: 2px solid var(--rule); }
a { color: inherit; }
@media print { :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --me: #000; --buddy: #000; --other: #000; } body { padding: 0; max-width: none; font-size: 11pt; } section, article { break-inside: avoid-page; } h2, h3, .whose { break-after: avoid-page; } a::after { content: " (" attr(href) ")"; } }
`;
