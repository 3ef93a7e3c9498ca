import type { Day } from '#shared/base/time.ts';

/** Neighbours of one day, or of one year, kept together; the order stays. */
export function runsOf<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const runs: T[][] = [];
  let last: string | undefined;
  for (const item of items) {
    const key = keyOf(item);
    if (key === last) runs.at(-1)?.push(item);
    else runs.push([item]);
    last = key;
  }
  return runs;
}

export function yearOf(day: Day): string {
  return day.slice(0, 4);
}
