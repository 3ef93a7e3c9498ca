import { useEffect, useState } from 'react';
import type { JournalEvent } from '#shared/shell/contract.ts';
import { sentenceOf } from '../../journal/happenings.ts';
import { shell } from '../../journal/shell.ts';
import { SettingsSection } from './SettingsSection.tsx';

/** What was put right on this disk, and when. Nothing is drawn where nothing ever had to be. */
export function SafetySettings() {
  const [events, setEvents] = useState<readonly JournalEvent[]>([]);
  useEffect(() => {
    shell.readEvents().then(setEvents, () => undefined);
  }, []);
  if (events.length === 0) return null;
  return (
    <SettingsSection title="What was put right">
      <p>
        Every saved entry lies in two places, a database and a log. They are compared at each start, and each
        is made good from the other.
      </p>
      <ul className="settings-events">
        {events.map((event, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: events have no name, and never change their order.
          <li key={place}>
            <time dateTime={new Date(event.at).toISOString()}>
              {new Date(event.at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
            <span>{sentenceOf(event)}</span>
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
}
