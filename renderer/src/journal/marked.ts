/** @file The words a search led here by, for the page that was opened to mark. */
import { useSyncExternalStore } from 'react';
import { Observable } from './saving.ts';

/** Set by the search palette as it opens a place; cleared by the next navigation. */
export const markedWords = new Observable<string | undefined>(undefined);

/** What to mark on this page, if a search led here. */
export function useMarkedWords(): string | undefined {
  return useSyncExternalStore(markedWords.subscribe, markedWords.get);
}
