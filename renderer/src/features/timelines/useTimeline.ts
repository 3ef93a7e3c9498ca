import { useMemo, useSyncExternalStore } from 'react';
import type { Body, IdOf } from '#shared/domain/record.ts';
import { byOrder } from '../../journal/timelines.ts';
import { useJournal, useVersion } from '../../journal/useJournal.ts';
import { type Shown, type TimelineShown, timelineShown } from './timelineView.ts';

/** A line with all that lies on it, as it stands on the page; undefined when there is none (or it was deleted). */
export function useTimeline(id: IdOf<'timeline'>): TimelineShown | undefined {
  const { view, drafts } = useJournal();
  const version = useVersion();
  const typed = useSyncExternalStore(drafts.changed.subscribe, drafts.changed.get);
  // biome-ignore lint/correctness/useExhaustiveDependencies: version and typed say that the records have changed
  return useMemo(() => {
    const asShown = <K extends 'timeline' | 'mat' | 'foundObject'>(entry: Shown<K>): Shown<K> => ({
      id: entry.id,
      body: (drafts.peek(entry.id) as Body<K> | undefined) ?? entry.body,
    });
    const timeline = view.get('timeline', id);
    if (!timeline) return undefined;
    return timelineShown(
      asShown(timeline),
      view.naming('mat', timeline.id).map(asShown).toSorted(byOrder),
      view.naming('foundObject', timeline.id).map(asShown),
    );
  }, [view, drafts, id, version, typed]);
}
