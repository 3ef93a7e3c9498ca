import { useCallback, useEffect, useRef, useState } from 'react';

/** Gives the focus to an element that may only stand after the next painting. */
export function useFocusSoon(): (id: string) => void {
  const wanted = useRef<string>(undefined);
  const [, again] = useState(0);
  useEffect(() => {
    const element = wanted.current === undefined ? null : document.getElementById(wanted.current);
    if (!element) return;
    wanted.current = undefined;
    element.focus({ preventScroll: true });
  });
  return useCallback((id: string) => {
    wanted.current = id;
    again((count) => count + 1);
  }, []);
}
