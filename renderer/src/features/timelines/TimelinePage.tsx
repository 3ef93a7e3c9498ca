import { Link } from 'wouter';
import type { IdOf } from '#shared/domain/record.ts';
import { useComplete } from '../../journal/useJournal.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Studio } from './Studio.tsx';
import { useTimeline } from './useTimeline.ts';

/** One line on the ground. */
export function TimelinePage({ id }: { readonly id: string }) {
  const shown = useTimeline(id as IdOf<'timeline'>);
  const complete = useComplete();
  if (shown) return <Studio shown={shown} />;
  if (!complete) return null;
  return (
    <PageHeader title="No such timeline">
      It may have been deleted, or not have come with a share. <Link href="/timelines">All timelines</Link>
    </PageHeader>
  );
}
