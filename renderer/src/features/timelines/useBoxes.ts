import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Box } from '#shared/timeline/layout.ts';

/** Keeps track of where elements stand in front of another, so that what is drawn there can keep clear of them. */
export function useBoxes(ground: RefObject<HTMLElement | null>) {
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  const elements = useRef(new Map<string, Element>());
  const refs = useRef(new Map<string, (element: Element | null) => void>());
  const observer = useRef<ResizeObserver>(undefined);

  const measure = useCallback(() => {
    const origin = ground.current?.getBoundingClientRect();
    if (!origin) return;
    const next = [...elements.current.values()].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return {
        x: left - origin.left - margin,
        y: top - origin.top - margin,
        width: width + 2 * margin,
        height: height + 2 * margin,
      };
    });
    setBoxes((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
  }, [ground]);

  useEffect(() => {
    const watching = new ResizeObserver(measure);
    observer.current = watching;
    if (ground.current) watching.observe(ground.current);
    for (const element of elements.current.values()) watching.observe(element);
    return () => watching.disconnect();
  }, [ground, measure]);

  /** A ref for one of the elements, the same for the same name. */
  const watch = useCallback((name: string) => {
    const known = refs.current.get(name);
    if (known) return known;
    const ref = (element: Element | null) => {
      if (element) {
        elements.current.set(name, element);
        observer.current?.observe(element);
      } else elements.current.delete(name);
    };
    refs.current.set(name, ref);
    return ref;
  }, []);

  return { boxes, watch };
}

/** Pixels of air around them. */
const margin = 6;
