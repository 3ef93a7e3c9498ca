/** @file From what a search found to what its list shows and where Enter leads. Pure. */
import { unreachable } from '#shared/base/assert.ts';
import type { RecordId } from '#shared/base/ids.ts';
import { findFolded, roughlyAt } from '#shared/search/fold.ts';
import { excerpt } from '#shared/search/scan.ts';
import type { Found } from '../journal/findables.ts';
import { pathTo } from '../journal/paths.ts';
import { personShown } from '../journal/people.ts';
import { halfName, sessionName } from '../journal/sessions.ts';
import type { SomeEntry, View } from '../journal/view.ts';
import type { IconName } from '../ui/iconPaths.ts';

/** A piece of text, marked where it was searched for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

export interface Result {
  readonly id: RecordId;
  readonly icon: IconName;
  readonly text: readonly Piece[];
  /** What it is and where it belongs. */
  readonly detail: string;
  readonly day: string;
  readonly path: string;
}

export function resultOf(view: View, found: Found, words: readonly string[]): Result {
  const { entry, day } = found;
  const title = titleOf(entry);
  const inTitle = title === '' ? undefined : roughlyAt(title, words);
  const source = inTitle === undefined ? found.text || title : title;
  const cut = excerpt(source, inTitle ?? roughlyAt(source, words) ?? 0);
  const shown = cut.text.replace(/\s+/g, ' ');
  return {
    id: entry.id,
    icon: icons[entry.kind],
    text: pieces(shown, words),
    detail: detailOf(view, entry, source === title ? '' : title),
    day,
    path: pathTo(view, entry),
  };
}

/** A text cut where the words stand in it. */
export function pieces(text: string, words: readonly string[]): readonly Piece[] {
  const parts: Piece[] = [];
  let from = 0;
  for (const [start, end] of findFolded(text, words)) {
    if (start > from) parts.push({ text: text.slice(from, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    from = end;
  }
  if (from < text.length) parts.push({ text: text.slice(from), marked: false });
  return parts;
}

const icons: Readonly<Record<SomeEntry['kind'], IconName>> = {
  session: 'sessions',
  turn: 'sessions',
  note: 'edit',
  noticing: 'eye',
  question: 'questions',
  timeline: 'timelines',
  mat: 'timelines',
  foundObject: 'timelines',
  goal: 'goals',
  checkIn: 'goals',
  commitment: 'check',
  reading: 'growth',
  measure: 'growth',
  agreement: 'agreement',
  reflection: 'agreement',
  handover: 'share',
  erasure: 'trash',
  person: 'person',
  buddyship: 'person',
};

function titleOf(entry: SomeEntry): string {
  switch (entry.kind) {
    case 'session':
      return sessionName(entry.body);
    case 'question':
      return entry.body.wording;
    case 'timeline':
      return entry.body.title;
    case 'mat':
    case 'goal':
    case 'person':
    case 'measure':
      return entry.body.name;
    case 'foundObject':
      return entry.body.meaning;
    case 'commitment':
      return entry.body.what;
    case 'agreement':
      return 'Agreement';
    case 'turn':
    case 'note':
    case 'noticing':
    case 'reading':
    case 'checkIn':
    case 'reflection':
    case 'buddyship':
    case 'handover':
    case 'erasure':
      return '';
    default:
      return unreachable(entry);
  }
}

function detailOf(view: View, entry: SomeEntry, title: string): string {
  const named = title === '' ? [] : [title];
  const who = (id: Parameters<typeof personShown>[1]) => personShown(view, id).name;
  switch (entry.kind) {
    case 'session':
      return [...named, 'Session'].join(' · ');
    case 'turn':
      return place(view, entry.id);
    case 'note':
      return [`Notes by ${who(entry.body.person)}`, place(view, entry.body.about)]
        .filter(Boolean)
        .join(' · ');
    case 'noticing':
      return [`Noticed by ${who(entry.body.person)}`, place(view, entry.body.turn)]
        .filter(Boolean)
        .join(' · ');
    case 'question':
      return [...named, `Question of ${who(entry.body.person)}`].join(' · ');
    case 'timeline':
      return [...named, `Line of ${who(entry.body.person)}`].join(' · ');
    case 'mat':
      return [...named, 'Mat', place(view, entry.body.timeline)].filter(Boolean).join(' · ');
    case 'foundObject':
      return [...named, 'On the ground', place(view, entry.body.timeline)].filter(Boolean).join(' · ');
    case 'goal':
      return [...named, `Goal of ${who(entry.body.person)}`].join(' · ');
    case 'checkIn':
      return ['Check-in', place(view, entry.body.goal)].filter(Boolean).join(' · ');
    case 'commitment':
      return [...named, `Promised by ${who(entry.body.person)}`, place(view, entry.body.turn)]
        .filter(Boolean)
        .join(' · ');
    case 'reading':
      return [`Reading of ${who(entry.body.person)}`, place(view, entry.body.turn)]
        .filter(Boolean)
        .join(' · ');
    case 'agreement':
    case 'reflection':
      return 'Agreement';
    case 'measure':
      return 'Measure';
    case 'person':
      return 'Person';
    case 'buddyship':
      return 'Usual walk';
    case 'handover':
      return 'Share';
    case 'erasure':
      return 'Erased';
    default:
      return unreachable(entry);
  }
}

/** The name of what something belongs to. */
function place(view: View, id: RecordId | undefined): string {
  const entry = view.find(id);
  if (!entry) return '';
  if (entry.kind !== 'turn') return titleOf(entry);
  const session = view.get('session', entry.body.session);
  return [halfName(entry.body.order), session ? sessionName(session.body) : ''].filter(Boolean).join(' · ');
}
