const page = 8;

/**
 * Where a key leads in a list of `count` rows from row `at` (-1: none). Arrows go round, pages stop at the ends;
 * Home and End belong to the text box unless Ctrl or Cmd is held. Undefined when the key means nothing.
 */
export function nextInList(key: string, withCtrl: boolean, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    case 'PageDown':
      return Math.min(count - 1, at + page);
    case 'PageUp':
      return Math.max(0, at - page);
    case 'Home':
      return withCtrl ? 0 : undefined;
    case 'End':
      return withCtrl ? count - 1 : undefined;
    default:
      return undefined;
  }
}
