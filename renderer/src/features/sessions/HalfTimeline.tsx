import { Link } from 'wouter';
import type { IdOf } from '#shared/domain/record.ts';
import { useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { Icon } from '../../ui/Icon.tsx';

export interface HalfTimelineProps {
  readonly session: IdOf<'session'>;
  readonly turn: Entry<'turn'>;
}

/** The line that was laid in a half, or the way to lay one. */
export function HalfTimeline({ session, turn }: HalfTimelineProps) {
  const timeline = useView((view) => view.get('timeline', turn.body.timeline));
  return (
    <p className="half-timeline">
      <Icon name="timelines" size={18} />
      {timeline ? (
        <Link href={`/timelines/${timeline.id}`} dir="auto">
          {timeline.body.title.trim() || 'The line of this half'}
        </Link>
      ) : (
        <Link href={`/timelines?turn=${turn.id}&session=${session}`}>Lay a line for this half</Link>
      )}
    </p>
  );
}
