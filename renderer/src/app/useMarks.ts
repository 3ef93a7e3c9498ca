import { type RefObject, useEffect } from 'react';
import { findFolded, queryWords } from '#shared/search/fold.ts';
import { useMarkedWords } from '../journal/marked.ts';

/** A page and its texts may still be loading when a search opens it; after this nothing is scrolled to any more. */
const patienceMs = 3000;

/** The name under which `frame.css` paints what was searched for. */
const highlightName = 'searched';

/**
 * Marks the words a search led here by, wherever they stand on the page, and brings the first into the middle. Texts
 * with a `<mark>` of their own keep it; all others are painted over (CSS Custom Highlights), so that no page needs to
 * know of searches.
 */
export function useMarks(page: RefObject<HTMLElement | null>): void {
  const query = useMarkedWords();
  useEffect(() => {
    const element = page.current;
    const words = queryWords(query ?? '');
    if (words.length === 0 || !element) return;
    let isShown = false;
    const mark = () => {
      const ranges = placesOf(element, words);
      CSS.highlights.set(highlightName, new Highlight(...ranges));
      if (isShown) return;
      isShown = bringToMiddle(element, ranges[0]);
    };
    mark();
    let frame = 0;
    const watcher = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(mark);
    });
    watcher.observe(element, { childList: true, characterData: true, subtree: true });
    const timer = setTimeout(() => {
      isShown = true;
    }, patienceMs);
    return () => {
      watcher.disconnect();
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      CSS.highlights.delete(highlightName);
    };
  }, [query, page]);
}

/** Every place of the words in the page's text, but not in what marks its own and in what is only for screen readers. */
function placesOf(element: HTMLElement, words: readonly string[]): readonly Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('mark, button, .visually-hidden')) continue;
    for (const [start, end] of findFolded(node.textContent ?? '', words)) {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  return ranges;
}

function bringToMiddle(element: HTMLElement, first: Range | undefined): boolean {
  const place = element.querySelector('mark') ?? first?.startContainer.parentElement;
  place?.scrollIntoView({ block: 'center' });
  return place !== null && place !== undefined;
}
