import type { RecordId } from '../base/ids.ts';

/** The fields by which a record says what it is part of, by kind. What is part of nothing stands by itself. */
const holders: Readonly<Record<string, readonly string[]>> = {
  turn: ['session'],
  note: ['about'],
  reading: ['turn'],
  noticing: ['turn'],
  commitment: ['turn', 'goal'],
  mat: ['timeline'],
  foundObject: ['timeline'],
  checkIn: ['goal'],
};

/**
 * The record that this one is part of: a turn's session, a mat's timeline, what a note is about. Other records that
 * are only named (a turn's question, its timeline, people) do not hold it.
 */
export function holderOf(kind: string, body: Readonly<Record<string, unknown>> | null): RecordId | undefined {
  for (const field of holders[kind] ?? []) {
    const named = body?.[field];
    if (typeof named === 'string') return named as RecordId;
  }
  return undefined;
}
