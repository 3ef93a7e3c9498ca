import { type PointerEvent, useRef } from 'react';

/** Rows carried up and down a list by hand: the row takes the place of the one it comes over. */
export function useRowDrag<Id>(reorder: (carried: Id, to: number) => void) {
  const list = useRef<HTMLOListElement>(null);
  // The rows change places while one is carried: always the newest way of doing so.
  const latest = useRef(reorder);
  latest.current = reorder;

  function begin(carried: Id, down: PointerEvent<HTMLElement>) {
    const rows = list.current;
    if (down.button !== 0 || !rows) return;
    down.preventDefault();
    // Not by the handle: it leaves the document for a moment when its row changes places, and would be let go.
    rows.setPointerCapture(down.pointerId);
    const move = (event: globalThis.PointerEvent) => {
      const to = rowUnder(rows, event.clientY);
      if (to !== undefined) latest.current(carried, to);
    };
    const end = () => {
      rows.removeEventListener('pointermove', move);
      rows.removeEventListener('lostpointercapture', end);
    };
    rows.addEventListener('pointermove', move);
    rows.addEventListener('lostpointercapture', end);
  }

  return { list, begin };
}

/** The row whose line is at this height; above the first it is the first, below the last the last. */
function rowUnder(list: HTMLElement, clientY: number): number | undefined {
  const lines = [...list.querySelectorAll(':scope > li > .thing-row-line')].map((line) =>
    line.getBoundingClientRect(),
  );
  if (lines.length === 0) return undefined;
  const found = lines.findIndex(({ bottom }) => clientY < bottom);
  return found === -1 ? lines.length - 1 : found;
}
