import type { PersonId } from '../domain/record.ts';
import { isCommons, isKind } from '../domain/record.ts';

/** Whether a person may write a revision of a record that `author` began (undefined: nobody has yet). */
export function mayWrite(kind: string, writer: PersonId, author: PersonId | undefined): boolean {
  if (author === undefined || author === writer) return true;
  return isKind(kind) && isCommons(kind);
}
