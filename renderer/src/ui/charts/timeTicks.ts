import { scaleUtc } from 'd3-scale';

const dayMs = 86_400_000;

export interface TimeTick {
  /** A day number (days since 1970). */
  readonly at: number;
  readonly label: string;
}

/** Labels stand at least this far apart. */
const tickWidth = 88;

/**
 * Round places along a time axis of some width: years, months or days, named in the locale. The first one always says
 * its year, so that no axis is without.
 */
export function timeTicks(from: number, to: number, width: number, locale: string): readonly TimeTick[] {
  const most = Math.max(2, Math.floor(width / tickWidth));
  const dates = scaleUtc()
    .domain([new Date(from * dayMs), new Date(to * dayMs)])
    .ticks(most)
    // A scale may propose hours when only a few days are shown.
    .filter((date) => date.getTime() % dayMs === 0);
  const step = Math.max(1, Math.ceil(dates.length / most));
  const isByYear = dates.every((date) => date.getUTCMonth() === 0 && date.getUTCDate() === 1);
  const isByMonth = dates.every((date) => date.getUTCDate() === 1);
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const [year, month, day] = [
    formatter({ year: 'numeric' }),
    formatter({ month: 'short' }),
    formatter({ day: 'numeric', month: 'short' }),
  ];
  const [monthAndYear, dayAndYear] = [
    formatter({ month: 'short', year: 'numeric' }),
    formatter({ day: 'numeric', month: 'short', year: 'numeric' }),
  ];
  return dates
    .filter((_, index) => index % step === 0)
    .map((date, index) => {
      const at = date.getTime() / dayMs;
      const isYearStart = date.getUTCMonth() === 0 && date.getUTCDate() === 1;
      if (isByYear || isYearStart) return { at, label: year.format(date) };
      if (isByMonth) return { at, label: (index === 0 ? monthAndYear : month).format(date) };
      return { at, label: (index === 0 ? dayAndYear : day).format(date) };
    });
}
