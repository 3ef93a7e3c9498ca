import { startTransition, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * How many of `count` long parts of a page stand on it: the first at once, each other one in a turn of its own, so
 * that none of them holds up a key or a frame. `showAll` does not wait.
 */
export function useOneByOne(count: number): { readonly shown: number; readonly showAll: () => void } {
  const [shown, setShown] = useState(1);
  useEffect(() => {
    if (shown < count) startTransition(() => setShown(shown + 1));
  }, [shown, count]);
  return { shown, showAll: () => flushSync(() => setShown(count)) };
}
