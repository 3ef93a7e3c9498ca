import type { Day } from '../base/time.ts';
import { addDays, parseDay } from '../base/time.ts';
import type { When } from './tale.ts';

/** The real day of a day in the tale. A 29 February has its anniversaries on the 28th. */
export function dayIn(when: When, today: Day): Day {
  const [yearsAgo, days] = when;
  const year = String(Number(today.slice(0, 4)) - yearsAgo).padStart(4, '0');
  const same = parseDay(`${year}${today.slice(4)}`) ?? (`${year}-02-28` as Day);
  return addDays(same, days);
}
