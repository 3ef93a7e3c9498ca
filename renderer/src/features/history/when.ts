import type { Day } from '#shared/base/time.ts';
import { timeInWords } from '../../ui/days.ts';

/** The time of an instant where the person is: "14:05". */
export function timeOf(at: number): string {
  const local = new Date(at);
  const pad = (value: number) => String(value).padStart(2, '0');
  return timeInWords(`${pad(local.getHours())}:${pad(local.getMinutes())}`);
}

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
