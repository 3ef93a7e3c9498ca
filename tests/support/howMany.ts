/** @file How much is tried: a little in every test run, everything by `npm run torture -- --only formats`. */
import { appendFileSync } from 'node:fs';
import { afterAll } from 'vitest';

/** Set by the torture alone: a file that takes how much each test file has tried. */
const counts = process.env.STRINGWALK_FULL_COUNTS;

interface HowMany {
  readonly short: number;
  readonly full: number;
}

export function howMany({ short, full }: HowMany): number {
  return counts === undefined ? short : full;
}

let count = 0;

/** One more was tried. */
export function tried(): void {
  count += 1;
}

if (counts !== undefined) afterAll(() => appendFileSync(counts, `${count}\n`));
