/** @file Versions of the agreement: which one holds, what changed between two, how the next one begins. */
import { type Day, dayNumber } from '#shared/base/time.ts';
import { type Agreement, agreementPrompts } from '#shared/domain/agreement.ts';
import type { IdOf, PersonId } from '#shared/domain/record.ts';
import type { Entry, View } from '../../journal/view.ts';

/** A pair's versions: those nobody has accepted yet come first, then the latest. */
export function versionsOf(view: View, buddyship: IdOf<'buddyship'>): readonly Entry<'agreement'>[] {
  return view
    .all('agreement')
    .filter(({ body }) => view.resolve(body.buddyship) === buddyship)
    .toSorted(
      (a, b) =>
        Number(isAccepted(a.body)) - Number(isAccepted(b.body)) ||
        (a.body.day === b.body.day ? compareSameDay(a, b) : a.body.day < b.body.day ? 1 : -1),
    );
}

/** Somebody has said yes to it, so it is not written on any more. */
export function isAccepted({ accepted }: Agreement): boolean {
  return accepted.length > 0;
}

/** The version that binds the two: the latest that both have said yes to. */
export function inForce<V extends { readonly body: Agreement }>(
  versions: readonly V[],
  people: readonly PersonId[],
): V | undefined {
  return versions.find(({ body }) =>
    people.every((person) => body.accepted.some((one) => one.person === person)),
  );
}

/** There is something to say yes to. */
export function isWorded({ promises }: Agreement): boolean {
  return promises.some(({ words }) => words.trim() !== '');
}

/** Of two versions of one day the later is the one begun from the other, whichever was touched last. */
function compareSameDay(a: Entry<'agreement'>, b: Entry<'agreement'>): number {
  if (a.body.follows === b.id) return -1;
  if (b.body.follows === a.id) return 1;
  return b.at - a.at || (a.id < b.id ? 1 : -1);
}

export interface Answer {
  readonly prompt: string;
  readonly words: string;
}

/** What is asked, in order: the twelve prompts, then what earlier versions asked besides. */
export function answersToWrite({ promises }: Agreement): readonly Answer[] {
  const standing: readonly string[] = Object.values(agreementPrompts);
  const besides = promises.map(({ prompt }) => prompt).filter((prompt) => !standing.includes(prompt));
  return [...standing, ...besides].map((prompt) => ({ prompt, words: wordsFor(promises, prompt) }));
}

/** Only what was answered, in the order it is asked. */
export function answersToRead(agreement: Agreement): readonly Answer[] {
  return answersToWrite(agreement).filter(({ words }) => words.trim() !== '');
}

/** The answers with one of them in other words; what is blank is left out, and all else stays as it was. */
export function answered(agreement: Agreement, prompt: string, words: string): Agreement['promises'] {
  return answersToWrite(agreement)
    .map((answer) => ({
      ...agreement.promises.find((promise) => promise.prompt === answer.prompt),
      ...(answer.prompt === prompt ? { prompt, words } : answer),
    }))
    .filter((answer) => answer.words.trim() !== '');
}

function wordsFor(promises: Agreement['promises'], prompt: string): string {
  return promises.find((promise) => promise.prompt === prompt)?.words ?? '';
}

export interface AgreementChange {
  readonly prompt: string;
  /** Blank when it was not answered before. */
  readonly before: string;
  /** Blank when it is not answered any more. */
  readonly after: string;
}

/** What one version says otherwise than the one before it. White space is no change. */
export function changesBetween(before: Agreement, after: Agreement): readonly AgreementChange[] {
  const prompts = new Set([...answersToWrite(after), ...answersToWrite(before)].map(({ prompt }) => prompt));
  return [...prompts]
    .map((prompt) => ({
      prompt,
      before: wordsFor(before.promises, prompt).trim(),
      after: wordsFor(after.promises, prompt).trim(),
    }))
    .filter((change) => squeezed(change.before) !== squeezed(change.after));
}

function squeezed(words: string): string {
  return words.replace(/\s+/gu, ' ');
}

const monthsItHolds = 3;

/** A version that begins today with what the last one said, for three months, accepted by nobody yet. */
export function nextVersion(
  buddyship: IdOf<'buddyship'>,
  last: Entry<'agreement'> | undefined,
  today: Day,
): Agreement {
  return {
    ...last?.body,
    ...(last ? { follows: last.id } : {}),
    buddyship,
    day: today,
    until: monthsAfter(today, monthsItHolds),
    promises: last?.body.promises ?? [],
    accepted: [],
  };
}

/** The same day some months on, or the last one of that month if it is shorter. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const then = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)));
  return then.toISOString().slice(0, 10) as Day;
}

/** So many days before the end it is worth a sentence. */
const soonDays = 14;

/** Whether an accepted version is about to end, or has. One nobody accepted has not begun. */
export function endingOf({ until, accepted }: Agreement, today: Day): 'soon' | 'over' | undefined {
  if (until === undefined || accepted.length === 0) return undefined;
  const left = dayNumber(until) - dayNumber(today);
  if (left < 0) return 'over';
  return left <= soonDays ? 'soon' : undefined;
}
