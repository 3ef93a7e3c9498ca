/** @file The years in a sentence or two. */
import type { Day } from '#shared/base/time.ts';
import { monthsBetween } from '#shared/review/period.ts';
import type { Counts, Pause } from '#shared/review/yearReview.ts';

/** How the locale around says months and numbers. */
export interface SayTotals {
  /** "March 2023", or "March" alone. */
  readonly month: (day: Day, withYear: boolean) => string;
  readonly number: (value: number) => string;
}

const small = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];

/** "Seven years, eight months. 147 sessions, 61 questions, 23 lines laid. A pause from March to September 2023." */
export function totals(
  lasted: { readonly from: Day; readonly to: Day },
  counts: Counts,
  pauses: readonly Pause[],
  say: SayTotals,
): string {
  return [duration(lasted.from, lasted.to, say), countWords(counts, say), ...pauseWords(pauses, say)]
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

function duration(from: Day, to: Day, say: SayTotals): string {
  const months = from > to ? 0 : monthsBetween(from, to);
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (months === 0) return 'The first month';
  const parts = [
    ...(years > 0 ? [amount(years, 'year', say)] : []),
    ...(rest > 0 ? [amount(rest, 'month', say)] : []),
  ];
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function amount(count: number, unit: string, say: SayTotals): string {
  const word = small[count]?.toLowerCase() ?? say.number(count);
  return `${word} ${unit}${count === 1 ? '' : 's'}`;
}

/** "147 sessions, 61 questions, 23 lines laid": what there is none of is not mentioned, but for sessions. */
export function countWords({ sessions, questions, lines }: Counts, say: SayTotals): string {
  const counted = (count: number, one: string, many: string) =>
    `${count === 0 ? 'no' : say.number(count)} ${count === 1 ? one : many}`;
  const text = [
    counted(sessions, 'session', 'sessions'),
    ...(questions > 0 ? [counted(questions, 'question', 'questions')] : []),
    ...(lines > 0 ? [counted(lines, 'line laid', 'lines laid')] : []),
  ].join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One pause is told; of several, how many and the longest. */
function pauseWords(pauses: readonly Pause[], say: SayTotals): readonly string[] {
  const [first, ...others] = pauses.toSorted(
    (a, b) => monthsBetween(b.from, b.to) - monthsBetween(a.from, a.to),
  );
  if (!first) return [];
  const sameYear = first.from.slice(0, 4) === first.to.slice(0, 4);
  const when = first.open
    ? `since ${say.month(first.from, true)}`
    : `from ${say.month(first.from, !sameYear)} to ${say.month(first.to, true)}`;
  if (others.length === 0) return [`A pause ${when}`];
  return [`${small[pauses.length] ?? say.number(pauses.length)} pauses, the longest ${when}`];
}
