import { type RefObject, useEffect } from 'react';
import { useMarkedWords } from '../journal/marked.ts';

/** A page and its texts may still be loading when a search opens it; after this it is not waited for. */
const patienceMs = 3000;

/** Brings the first marked word of a page that a search opened into the middle, as soon as it is there. */
export function useScrollToMark(page: RefObject<HTMLElement | null>): void {
  const words = useMarkedWords();
  useEffect(() => {
    const element = page.current;
    if (words === undefined || !element) return;
    const show = () => {
      const mark = element.querySelector('mark');
      mark?.scrollIntoView({ block: 'center' });
      return mark !== null;
    };
    if (show()) return;
    const watcher = new MutationObserver(() => {
      if (show()) watcher.disconnect();
    });
    watcher.observe(element, { childList: true, subtree: true });
    const timer = setTimeout(() => watcher.disconnect(), patienceMs);
    return () => {
      watcher.disconnect();
      clearTimeout(timer);
    };
  }, [words, page]);
}
