import type { IdOf } from '#shared/domain/record.ts';
import type { Journal } from '../../journal/journal.ts';
import { toast } from '../../ui/Toast.tsx';
import { deleting, restoring } from './groundHistory.ts';

/** Deletes a line with all that lies on it, leaves its page, and offers all of it back. */
export async function deleteTimeline(
  journal: Journal,
  id: IdOf<'timeline'>,
  leave: () => void,
): Promise<void> {
  await journal.drafts.settleAll();
  const { view } = journal;
  const restore = [
    ...restoring(journal, 'timeline', id),
    ...view.naming('mat', id).flatMap((mat) => restoring(journal, 'mat', mat.id)),
    ...view.naming('foundObject', id).flatMap((object) => restoring(journal, 'foundObject', object.id)),
  ];
  const outcome = await journal.write(restore.map(deleting));
  if (!outcome.ok) return;
  leave();
  toast({
    message: 'Timeline deleted.',
    action: { label: 'Undo', onPress: () => void journal.write(restore) },
  });
}
