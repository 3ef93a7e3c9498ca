/** @file What it takes to make an earlier version the present one, and to take that back. */
import type { RecordId } from '#shared/base/ids.ts';
import { isKind } from '#shared/domain/record.ts';
import { mayWrite } from '#shared/revisions/ownership.ts';
import type { Change, Journal } from '../../journal/journal.ts';
import { toast } from '../../ui/Toast.tsx';
import type { Content } from './fields.ts';

/** Whether this record is mine to write, as it stands or as it last stood. */
export function canWrite(journal: Journal, record: RecordId): boolean {
  const [head] = journal.view.headsOf(record);
  return head !== undefined && isKind(head.kind) && mayWrite(head.kind, journal.me, head.author);
}

/**
 * A new version that says what an earlier one said. Whoever asks for it has seen every version that stands, so it
 * takes the place of all of them; they stay in the history.
 */
export async function bringVersionBack(
  journal: Journal,
  record: RecordId,
  content: Content,
  message: string,
): Promise<boolean> {
  const { kind, body } = content;
  await journal.drafts.settle(record as never);
  const present = journal.view.get(kind, record as never);
  const change = (op: 'put' | 'restore', now: unknown) =>
    ({ op, kind, id: record, body: now, ...(op === 'put' ? { joins: true } : {}) }) as unknown as Change;
  const outcome = await journal.write([change(present ? 'put' : 'restore', body)]);
  if (!outcome.ok) return false;
  const undo = present
    ? change('put', present.body)
    : ({ op: 'delete', kind, id: record } as unknown as Change);
  toast({ message, action: { label: 'Undo', onPress: () => void journal.write([undo]) } });
  return true;
}
