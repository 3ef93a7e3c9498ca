import { type PointerEvent, useRef } from 'react';

/** Rows carried up and down a list by hand: the row changes its place as soon as it passes the middle of another. */
export function useRowDrag(reorder: (from: number, to: number) => void) {
  const list = useRef<HTMLOListElement>(null);
  // The rows change places while one is carried: always the newest way of doing so.
  const latest = useRef(reorder);
  latest.current = reorder;

  function begin(index: number, down: PointerEvent<HTMLElement>) {
    if (down.button !== 0) return;
    down.preventDefault();
    const handle = down.currentTarget;
    handle.setPointerCapture(down.pointerId);
    let at = index;
    const move = (event: globalThis.PointerEvent) => {
      const to = rowUnder(list.current, event.clientY);
      if (to === undefined || to === at) return;
      latest.current(at, to);
      at = to;
    };
    const end = () => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('lostpointercapture', end);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', end);
  }

  return { list, begin };
}

/** The row whose line is at this height; above the first it is the first, below the last the last. */
function rowUnder(list: HTMLElement | null, clientY: number): number | undefined {
  const lines = [...(list?.querySelectorAll(':scope > li > .thing-row-line') ?? [])].map((line) =>
    line.getBoundingClientRect(),
  );
  if (lines.length === 0) return undefined;
  const found = lines.findIndex(({ bottom }) => clientY < bottom);
  return found === -1 ? lines.length - 1 : found;
}
