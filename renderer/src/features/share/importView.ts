/** @file What a share would bring, in words. Pure. */
import type { RecordId } from '#shared/base/ids.ts';
import { bodies, type Kind } from '#shared/domain/record.ts';
import type { Census } from '#shared/revisions/census.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import type { Plan, Refusal } from '#shared/revisions/union.ts';
import { gapsIn, knowsLostWords } from '#shared/share/gaps.ts';
import type { Manifest } from '#shared/share/manifest.ts';
import { countKinds } from '#shared/share/shareFile.ts';
import type { Stopped } from '../../journal/exchange/shareClient.ts';
import type { OpenProblem } from '../../journal/exchange/shareWork.ts';
import { sessionName } from '../../journal/sessions.ts';
import type { View } from '../../journal/view.ts';
import { longDay } from '../../ui/days.ts';

/** Something with a page of its own. */
export interface Titled {
  readonly id: RecordId;
  readonly title: string;
  readonly detail: string;
  readonly path: string;
  readonly sortBy: string;
}

export interface Bringing {
  /** By kind: records that were not here, were here in other words, or are deleted by it. */
  readonly fresh: Readonly<Record<string, number>>;
  readonly changed: Readonly<Record<string, number>>;
  readonly deleted: Readonly<Record<string, number>>;
  readonly known: number;
  readonly refused: readonly { readonly why: string; readonly count: number }[];
  readonly newer: number;
  /** Those that are not here yet, and how many cannot be shown safely. */
  readonly photos: { readonly fresh: readonly string[]; readonly unsafe: number };
  readonly titled: readonly Titled[];
  /** What it speaks of and does not bring. */
  readonly missing: Missing;
}

export interface Missing {
  /** A sentence each. */
  readonly parts: readonly string[];
  /** The sender knows words of mine that are not here any more. */
  readonly isMine: boolean;
}

/** A record as it stands here. */
export type Here = (record: RecordId) => Pick<Revision, 'record' | 'kind' | 'body'> | undefined;

export function bringing(plan: Plan, { manifest, photos, census, here }: BringingParts): Bringing {
  const sender = manifest.from.name;
  const isHere = ({ record }: Revision) => census.authors.has(record);
  const counts = (revisions: readonly Revision[]) =>
    countKinds(new Map(revisions.map((each) => [each.record, each])).values());
  const put = plan.added.filter(({ op }) => op !== 'delete');
  const refusals = countKinds(plan.refused.map(({ why }) => ({ kind: why })));
  return {
    fresh: counts(put.filter((each) => !isHere(each))),
    changed: counts(put.filter(isHere)),
    deleted: counts(plan.added.filter((each) => each.op === 'delete' && isHere(each))),
    known: plan.known.length,
    refused: Object.entries(refusals).map(([why, count]) => ({
      why: refusalWords(why as Refusal, sender),
      count,
    })),
    newer: plan.newer,
    photos,
    titled: put.flatMap((revision) => titled(revision) ?? []).toSorted(byPlace),
    missing: {
      parts: missingParts(plan, census, here),
      isMine: knowsLostWords(manifest, census, plan.added),
    },
  };
}

export interface BringingParts {
  readonly manifest: Pick<Manifest, 'from' | 'known'>;
  readonly photos: Bringing['photos'];
  readonly census: Census;
  readonly here: Here;
}

/** Nobody reads more of them. */
const mostParts = 6;

function missingParts(plan: Plan, census: Census, here: Here): readonly string[] {
  const brought = new Map(plan.added.map((revision) => [revision.record, revision]));
  const gaps = gapsIn(plan, census);
  const told = gaps.slice(0, mostParts).map(({ within, kind, count }) => {
    const where = whereWords(within && (brought.get(within) ?? here(within)));
    return `${where} refers to ${amount(kind, count)} not in this file.`;
  });
  const rest = gaps.length - told.length;
  const sentences = [...new Set(told)];
  return rest === 0 ? sentences : [...sentences, `${rest} more refer to something that is not in it.`];
}

function whereWords(record: ReturnType<Here>): string {
  const named = record && titled(record);
  if (!named) return 'Something in it';
  return record.kind === 'session' ? `“${named.title}” of ${named.detail}` : `“${named.title}”`;
}

function amount(kind: Kind, count: number): string {
  const [one, many] = kindWords[kind] ?? ['record', 'records'];
  return count === 1 ? `a ${one} that is` : `${count} ${many} that are`;
}

const kindWords: Readonly<Partial<Record<Kind, readonly [one: string, many: string]>>> = {
  session: ['session', 'sessions'],
  turn: ['half of a session', 'halves of sessions'],
  timeline: ['timeline', 'timelines'],
  mat: ['mat', 'mats'],
  question: ['question', 'questions'],
  measure: ['measure', 'measures'],
};

/** Sessions first, then timelines, then questions; within each by their day or name. */
function byPlace(a: Titled, b: Titled): number {
  const places = ['/sessions', '/timelines', '/questions'];
  const rank = ({ path }: Titled) => places.findIndex((place) => path.startsWith(place));
  return rank(a) - rank(b) || (a.sortBy < b.sortBy ? -1 : 1);
}

function titled({ record, kind, body }: Pick<Revision, 'record' | 'kind' | 'body'>): Titled | undefined {
  switch (kind) {
    case 'session': {
      const parsed = bodies.session.safeParse(body);
      if (!parsed.success) return undefined;
      const { data } = parsed;
      return {
        id: record,
        title: sessionName(data),
        detail: longDay(data.day),
        path: `/sessions/${record}`,
        sortBy: `${data.day} ${record}`,
      };
    }
    case 'timeline': {
      const parsed = bodies.timeline.safeParse(body);
      if (!parsed.success) return undefined;
      const title = parsed.data.title.trim() || 'A timeline without a title';
      return { id: record, title, detail: 'Timeline', path: `/timelines/${record}`, sortBy: title };
    }
    case 'question': {
      const parsed = bodies.question.safeParse(body);
      if (!parsed.success) return undefined;
      const title = parsed.data.wording;
      return { id: record, title, detail: 'Question', path: `/questions/${record}`, sortBy: title };
    }
    default:
      return undefined;
  }
}

/** Why something stays out, as the end of "3 … ". */
function refusalWords(why: Refusal, sender: string): string {
  const words: Readonly<Record<Refusal, string>> = {
    'not-whole': 'changed after being written, or damaged',
    'not-the-senders': `said to be written by somebody other than ${sender}`,
    'not-theirs-to-change': `not ${sender}’s to change`,
    'stays-home': 'of a kind that never leaves its own journal',
    'too-far-ahead': 'numbered in a way that cannot be',
    'erased-here': 'erased for good in this journal',
    malformed: 'not readable as what they say they are',
  };
  return words[why];
}

export type Trouble = OpenProblem | { readonly why: Stopped | 'cannot-read' | 'absent' | 'not-kept' };

/** What went wrong and what to do about it. Nothing was changed, and the page says that beside it. */
export function troubleWords(trouble: Trouble): string {
  switch (trouble.why) {
    case 'empty':
      return 'This file is empty. Ask for it to be sent again.';
    case 'not-a-share':
      return 'This file is not a share from Stringwalk.';
    case 'damaged':
      return 'This share is damaged: part of it is missing or was changed on its way. Ask for it to be sent again.';
    case 'forged':
      return 'The signature inside does not fit what it signs: something was changed after the share was made. Ask for a new one.';
    case 'too-big':
      return 'This file is larger than any share should be, so it was not opened.';
    case 'too-new':
      return trouble.from === ''
        ? 'This share was made by a newer Stringwalk. Update yours, then import it again.'
        : `This share was made by a newer Stringwalk. Update yours, or ask ${trouble.from} to share it from an older one.`;
    case 'not-for-passphrase':
      return 'This file is locked with keys and not with a passphrase, so it was not made for you to open this way. Ask for a share with a passphrase.';
    case 'wrong-passphrase':
      return 'That passphrase does not open this file. Check every word; if they are right, the file may have been changed on its way.';
    case 'failed':
      return 'This file could not be opened. Ask for it to be sent again.';
    case 'took-too-long':
      return 'Opening this file took longer than any share should, so it was stopped.';
    case 'cannot-read':
    case 'absent':
      return 'The file could not be read. Is it still where it was?';
    case 'not-kept':
      return 'It could not be saved in your journal just now.';
    default:
      return 'Stopped.';
  }
}

/** Whether the key fits what earlier shares from the same person were signed with. */
export type KeyStanding = 'first' | 'same' | 'other';

export function keyStanding(view: View, { from }: Manifest): KeyStanding {
  const keys = view
    .all('handover')
    .filter(({ author, body }) => author === view.me && body.direction === 'in')
    .filter(({ body }) => body.person !== undefined && body.person === view.resolve(from.person))
    .flatMap(({ body }) => body.signingKey ?? []);
  if (keys.length === 0) return 'first';
  return keys.includes(from.signingKey) ? 'same' : 'other';
}

/** For links: records that stand in the view now. */
export function isShown(view: View, { id }: Titled): boolean {
  return view.find(id) !== undefined;
}
