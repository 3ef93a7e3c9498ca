import { type RefObject, useEffect } from 'react';
import { findFolded, queryWords } from '#shared/search/fold.ts';
import { useMarkedWords } from '../journal/marked.ts';
import { clearField, markField, type WordField, wordFields } from './fieldMarks.ts';

/** A page and its texts may still be loading when a search opens it; after this it is left as the person has it. */
const patienceMs = 3000;

/** The name under which `frame.css` paints what was searched for. */
const highlightName = 'searched';

/**
 * Marks the words a search led here by, wherever they stand on the page, opens what is folded over them, and brings
 * the first into the middle. Texts with a `<mark>` of their own keep it; other texts are painted over (CSS Custom
 * Highlights), and boxes to write in are painted behind, so that no page needs to know of searches.
 */
export function useMarks(page: RefObject<HTMLElement | null>): void {
  const query = useMarkedWords();
  useEffect(() => {
    const element = page.current;
    const words = queryWords(query ?? '');
    if (words.length === 0 || !element) return;
    return keepMarked(element, words);
  }, [query, page]);
}

/** Marks the words, and again whenever the page changes; returns how to stop. */
function keepMarked(page: HTMLElement, words: readonly string[]): () => void {
  let isArriving = true;
  let isShown = false;
  let marked: ReadonlySet<WordField> = new Set();
  const opened = new WeakSet<Element>();

  const mark = () => {
    // What opens is drawn first; only then does it have a place to go to.
    if (isArriving && openFolded(page, words, opened)) return soon();
    const ranges = placesOf(page, words);
    CSS.highlights.set(highlightName, new Highlight(...ranges));
    const fields = new Map(wordFields(page).map((field) => [field, markField(field, words)]));
    const holding = [...fields].filter(([, top]) => top !== undefined).map(([field]) => field);
    for (const field of holding) if (!marked.has(field)) sizes.observe(field);
    for (const field of marked) if (!holding.includes(field)) sizes.unobserve(field);
    marked = new Set(holding);
    if (isShown || !isArriving) return;
    const first = firstOf(page, ranges[0], holding[0]);
    // A long text is moved in its box first, then the box on the page.
    if (first instanceof HTMLTextAreaElement)
      first.scrollTop = (fields.get(first) ?? 0) - first.clientHeight / 2;
    first?.scrollIntoView({ block: 'center' });
    isShown = first !== undefined;
  };

  let frame = 0;
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(mark);
  };
  const sizes = new ResizeObserver(soon);
  const changes = new MutationObserver(soon);
  // A box's words are no part of the document: React tells of them by its `value`, whoever types by `input`.
  changes.observe(page, { childList: true, characterData: true, subtree: true, attributeFilter: ['value'] });
  const signs = new AbortController();
  const hear = ({ target }: Event) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) soon();
  };
  for (const sign of ['input', 'scroll', 'focusout'])
    page.addEventListener(sign, hear, { capture: true, passive: true, signal: signs.signal });
  const timer = setTimeout(() => {
    isArriving = false;
  }, patienceMs);
  soon();

  return () => {
    signs.abort();
    changes.disconnect();
    sizes.disconnect();
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    CSS.highlights.delete(highlightName);
    for (const field of marked) clearField(field);
  };
}

/** Opens what is folded over one of the words, the way the browser's own search does; once, it may be closed again. */
function openFolded(page: HTMLElement, words: readonly string[], opened: WeakSet<Element>): boolean {
  let hasOpened = false;
  for (const panel of page.querySelectorAll<HTMLElement>('[hidden="until-found"]')) {
    if (opened.has(panel)) continue;
    const texts = [panel.textContent ?? '', ...wordFields(panel).map(({ value }) => value)];
    if (texts.every((text) => findFolded(text, words, 1).length === 0)) continue;
    opened.add(panel);
    hasOpened = true;
    panel.dispatchEvent(new Event('beforematch', { bubbles: true }));
  }
  return hasOpened;
}

/**
 * Every place of the words in the page's text, but not in what marks its own and in what nobody sees: what is only for
 * screen readers, and the select that a browser is given to fill in.
 */
function placesOf(page: HTMLElement, words: readonly string[]): readonly Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('mark, button, select, textarea, .visually-hidden')) continue;
    for (const [start, end] of findFolded(node.textContent ?? '', words)) {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  return ranges;
}

/** What to look at first: a mark of the page's own, else whatever comes first. */
function firstOf(
  page: HTMLElement,
  range: Range | undefined,
  field: WordField | undefined,
): Element | undefined {
  const own = page.querySelector('mark');
  if (own) return own;
  const text = range?.startContainer.parentElement ?? undefined;
  if (!text || !field) return text ?? field;
  return text.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_PRECEDING ? field : text;
}
