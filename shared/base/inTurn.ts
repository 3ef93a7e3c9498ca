/** Does one piece of work after another, in the order in which they were asked for. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function takeTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    // Whoever asked hears of a failure; those behind go on.
    last = next.catch(() => undefined);
    return next;
  };
}
