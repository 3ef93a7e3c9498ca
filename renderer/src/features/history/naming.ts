/** @file What a record is called in a history or among deleted things, also when it stands no more. Pure. */
import { unreachable } from '#shared/base/assert.ts';
import type { RecordId } from '#shared/base/ids.ts';
import { holderOf } from '#shared/domain/belonging.ts';
import type { PersonId } from '#shared/domain/record.ts';
import { plainText } from '#shared/domain/richText.ts';
import { type PersonShown, personShown } from '../../journal/people.ts';
import { halfName, sessionName } from '../../journal/sessions.ts';
import type { View } from '../../journal/view.ts';
import { measureName } from '../../journal/words.ts';
import { shapeNames } from '../../ui/canvas/FoundObjectDrawing.tsx';
import type { IconName } from '../../ui/iconPaths.ts';
import type { Content } from './fields.ts';

/** Finds what a record says or last said. */
export type LookUp = (id: RecordId) => Content | undefined;

export interface Naming {
  /** What it is: "Notes by Maya", "Session". */
  readonly what: string;
  /** Its own name, or how its words begin; may be empty. */
  readonly name: string;
  readonly icon: IconName;
  /** Whose it is, where it is somebody's. */
  readonly person: PersonShown | undefined;
}

export function namingOf(view: View, content: Content): Naming {
  const whose = (id: PersonId) => personShown(view, id);
  const named = (what: string, name: string, icon: IconName, id?: PersonId): Naming => ({
    what,
    name: name.replace(/\s+/gu, ' ').trim(),
    icon,
    person: id && whose(id),
  });
  const { kind, body } = content;
  switch (kind) {
    case 'session':
      return named('Session', sessionName(body), 'sessions');
    case 'turn':
      return named(halfName(body.order), '', 'sessions');
    case 'note': {
      const isOnMat = body.about?.startsWith('mat_') ?? false;
      const what = `${isOnMat ? 'Words' : body.about === undefined ? 'Note' : 'Notes'} by ${whose(body.person).name}`;
      return named(what, plainText(body.text), 'edit', body.person);
    }
    case 'noticing':
      return named(`Noticed by ${whose(body.person).name}`, plainText(body.text), 'eye', body.person);
    case 'question':
      return named('Question', body.wording, 'questions', body.person);
    case 'timeline':
      return named('Timeline', body.title, 'timelines', body.person);
    case 'mat':
      return named('Mat', body.name, 'timelines');
    case 'foundObject':
      return named(shapeNames[body.shape], body.meaning, 'timelines');
    case 'goal':
      return named('Goal', body.name, 'goals', body.person);
    case 'checkIn':
      return named('Check-in', body.words, 'goals');
    case 'commitment':
      return named('Commitment', body.what, 'check', body.person);
    case 'reading': {
      const moment = body.moment === 'alone' ? '' : ` ${body.moment}`;
      const what = `${measureName(view, body.measure)}${moment}, ${whose(body.person).name}`;
      return named(what, '', 'growth', body.person);
    }
    case 'measure':
      return named('Measure', body.name, 'growth', body.person);
    case 'agreement':
      return named('Agreement', '', 'agreement');
    case 'reflection':
      return named('Reflection', '', 'agreement', body.person);
    case 'person':
      return named('Person', body.name, 'person');
    case 'buddyship':
      return named('The two of you', '', 'person');
    case 'handover':
      return named('Share', '', 'share');
    case 'erasure':
      return named('Erased', '', 'trash');
    default:
      return unreachable(kind);
  }
}

/** Where it belongs, from near to far: "First half", "Round the reservoir". */
export function placesOf(view: View, content: Content, lookUp: LookUp): readonly string[] {
  const places: string[] = [];
  const seen = new Set<RecordId>();
  for (let holder = holderOf(content.kind, content.body); holder !== undefined; ) {
    const held = seen.has(holder) ? undefined : lookUp(holder);
    seen.add(holder);
    if (!held) break;
    const { what, name } = namingOf(view, held);
    places.push(name || what);
    holder = holderOf(held.kind, held.body);
  }
  return places;
}

/** Looks first among what was read for the page, then among what stands. */
export function lookUpIn(view: View, known: ReadonlyMap<RecordId, Content>): LookUp {
  return (id) => known.get(id) ?? view.find(id);
}
