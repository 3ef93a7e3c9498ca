import type { z } from 'zod/mini';
import type { RecordId } from '../base/ids.ts';
import { agreement } from './agreement.ts';
import { buddyship } from './buddyship.ts';
import { checkIn } from './checkIn.ts';
import { commitment } from './commitment.ts';
import { erasure } from './erasure.ts';
import { foundObject } from './foundObject.ts';
import { goal } from './goal.ts';
import { handover } from './handover.ts';
import { mat } from './mat.ts';
import { measure } from './measure.ts';
import { note } from './note.ts';
import { noticing } from './noticing.ts';
import { person } from './person.ts';
import { question } from './question.ts';
import { reading } from './reading.ts';
import { reflection } from './reflection.ts';
import { session } from './session.ts';
import { timeline } from './timeline.ts';
import { turn } from './turn.ts';

/** Every kind of record, with the shape of its body. A new kind of record begins here. */
export const bodies = {
  person,
  buddyship,
  agreement,
  question,
  session,
  turn,
  note,
  timeline,
  mat,
  foundObject,
  goal,
  checkIn,
  commitment,
  measure,
  reading,
  noticing,
  reflection,
  handover,
  erasure,
} as const satisfies Record<string, z.ZodMiniType>;

export type Kind = keyof typeof bodies;
export type Body<K extends Kind> = z.infer<(typeof bodies)[K]>;
export type IdOf<K extends Kind> = RecordId<K>;
export type PersonId = RecordId<'person'>;

export const kinds = Object.keys(bodies) as Kind[];

export function isKind(text: string): text is Kind {
  return Object.hasOwn(bodies, text);
}

/**
 * Kinds that either person of a buddyship may revise. All others belong to their author alone: people's words are
 * records of their own, so that two journals cannot disagree about them.
 */
const commons: ReadonlySet<Kind> = new Set([
  'session',
  'turn',
  'timeline',
  'mat',
  'foundObject',
  'agreement',
]);

export function isCommons(kind: Kind): boolean {
  return commons.has(kind);
}

/** Whether records of a kind may leave in a share or come with one. Unknown kinds may: a newer version knows why. */
export function travels(kind: string): boolean {
  return kind !== 'handover' && kind !== 'erasure';
}

const idPattern = /^[a-z][A-Za-z]*_[0-9a-f]{32}$/;

/**
 * The ids of other records that a body names, at whatever depth. Found by their form, not field by field, so that
 * fields a newer version added count too.
 */
export function namedRecords(body: unknown): RecordId[] {
  const found: RecordId[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.length < 80 && idPattern.test(value)) found.push(value as RecordId);
    } else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, child] of Object.entries(value))
        if (name !== 'text' && name !== 'content') visit(child);
    }
  };
  visit(body);
  return found;
}
