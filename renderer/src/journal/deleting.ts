import type { Change, Journal } from './journal.ts';
import type { Entry } from './view.ts';

/**
 * Deletes records as one, with what was still being typed into them. Gives what brings them all back as they were, or
 * undefined when nothing could be written.
 */
export async function deleteAll(
  journal: Journal,
  entries: readonly Entry[],
): Promise<(() => void) | undefined> {
  for (const { id } of entries) await journal.drafts.settle(id);
  const last = entries.map((entry) => journal.view.get(entry.kind, entry.id) ?? entry);
  const changes = (op: 'delete' | 'restore') =>
    last.map(({ kind, id, body }) => (op === 'delete' ? { op, kind, id } : { op, kind, id, body }) as Change);
  const outcome = await journal.write(changes('delete'));
  return outcome.ok ? () => void journal.write(changes('restore')) : undefined;
}
