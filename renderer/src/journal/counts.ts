/** @file How many there are of each kind, in words: for shares and backups. */
import { isKind, type Kind } from '#shared/domain/record.ts';

/** One, and several. People and the buddyship are counted by nobody. */
const kindNames: Readonly<Record<Kind, readonly [string, string] | undefined>> = {
  session: ['session', 'sessions'],
  timeline: ['timeline', 'timelines'],
  question: ['question', 'questions'],
  note: ['note', 'notes'],
  reading: ['reading', 'readings'],
  commitment: ['commitment', 'commitments'],
  noticing: ['noticing', 'noticings'],
  mat: ['mat', 'mats'],
  foundObject: ['found object', 'found objects'],
  goal: ['goal', 'goals'],
  checkIn: ['check-in', 'check-ins'],
  agreement: ['agreement', 'agreements'],
  reflection: ['reflection', 'reflections'],
  measure: undefined,
  turn: undefined,
  person: undefined,
  buddyship: undefined,
  handover: undefined,
  erasure: undefined,
};

/** "3 sessions, 1 line, 12 notes": what counts, in the order above. */
export function countsInWords(counts: Readonly<Record<string, number>>): string {
  return countParts(counts).join(', ');
}

/** The same for a line in a list: sessions, timelines and questions say what it was about. */
export function mainCountsInWords(counts: Readonly<Record<string, number>>): string {
  const { session = 0, timeline = 0, question = 0 } = counts;
  return countsInWords({ session, timeline, question }) || countsInWords(counts);
}

export function countParts(counts: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(kindNames).flatMap(([kind, names]) => {
    const count = counts[kind] ?? 0;
    return names && count > 0 ? [`${count} ${names[count === 1 ? 0 : 1]}`] : [];
  });
}

/** Empty for none. */
export function photosInWords(count: number): string {
  return count === 0 ? '' : count === 1 ? '1 photo' : `${count} photos`;
}

/** How many there are of kinds that only a newer Stringwalk knows. */
export function unknownCount(counts: Readonly<Record<string, number>>): number {
  return Object.entries(counts).reduce((sum, [kind, count]) => (isKind(kind) ? sum : sum + count), 0);
}
